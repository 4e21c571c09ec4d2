import { appears, client, warm } from './ours.js';

const element = document.createElement('queue-join');
element.client = client;
document.body.append(element);

const joined = new Promise((resolve) => element.addEventListener('visit-joined', resolve, { once: true }));
(await appears('button[part~="primary"]')).click();
await joined;
// Whoever waits goes in at once: the time somebody takes to reach the button is nobody's merit.
element.addEventListener('visit-called', async () => (await appears('button.enter')).click(), { once: true });
await warm();
globalThis.ready = true;
