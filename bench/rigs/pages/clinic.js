import { appears, client, now, warm } from './ours.js';

const room = document.createElement('waiting-room');
room.client = client;
document.body.append(room);

// The devices are warm before the clock starts, as the references' are: the doctor has just tried them.
const check = document.createElement('device-check');
check.client = client;
document.body.append(check);

(await appears('button.start.primary')).click();

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
await warm();
globalThis.ready = true;
