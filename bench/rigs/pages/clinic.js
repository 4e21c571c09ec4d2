import { appears, client, find, now, warm } from './ours.js';

const room = document.createElement('waiting-room');
room.client = client;
document.body.append(room);

// It is the right patient, and a hand on its way to the button that says so warms the devices.
(await appears('button.start.primary')).click();
await appears('button.confirm');
const hover = () => {
  find('button.confirm')?.dispatchEvent(new PointerEvent('pointerenter'));
};

globalThis.start = async () => {
  const button = await appears('button.confirm');
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
await warm(hover);
globalThis.ready = true;
