import { completeOidcLogin } from '/venterum/client.js';

const back = await completeOidcLogin();
if (back !== undefined) location.replace(back);
