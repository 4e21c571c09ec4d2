import { appears, client, now, warm } from './ours.js';

const room = document.createElement('waiting-room');
room.client = client;
document.body.append(room);

const start = await appears('button.start.primary');
// A hand on its way to the button warms the devices.
start.dispatchEvent(new PointerEvent('pointerenter', { bubbles: true, composed: true }));
start.focus();

globalThis.start = async () => {
  const button = await appears('button.start.primary');
  const began = now();
  button.click();
  return began;
};
globalThis.finish = async () => {
  const { visits } = await client.request('visits.list', { query: {} });
  for (const { id, state } of visits)
    if (state === 'called' || state === 'in-consultation')
      await client.request('visits.end', { id, body: { outcome: 'completed' } });
};
await warm();
globalThis.ready = true;
