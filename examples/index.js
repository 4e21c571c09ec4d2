import { server } from '/config.js';

document.querySelector('#docs').href = `${server}/docs`;
