import { firstFrame, now, warmDevices } from './frame-clock.js';

const me = location.hash.slice(1);
const other = me === 'a' ? 'b' : 'a';
const stream = await warmDevices();
const peer = new globalThis.Peer(me, {
  host: location.hostname,
  port: Number(new URLSearchParams(location.search).get('port')),
  path: '/',
  config: { iceServers: [] },
});
await new Promise((resolve) => peer.once('open', resolve));

let report;
globalThis.seen = new Promise((resolve) => (report = resolve));
const watch = (call) => call.once('stream', (remote) => report(firstFrame(remote)));
peer.on('call', (call) => {
  watch(call);
  call.answer(stream);
});

globalThis.start = async () => {
  const began = now();
  watch(peer.call(other, stream));
  return began;
};
globalThis.ready = true;
