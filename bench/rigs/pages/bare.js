import { firstFrame, now, warmDevices } from './frame-clock.js';

const stream = await warmDevices();
const socket = new WebSocket(`ws://${location.host}/relay`);
await new Promise((resolve) => (socket.onopen = resolve));

const connection = new RTCPeerConnection();
for (const track of stream.getTracks()) connection.addTrack(track, stream);
const seen = new Promise((resolve) => {
  connection.ontrack = ({ streams, track }) => {
    if (track.kind === 'video') resolve(firstFrame(streams[0]));
  };
});
const send = (message) => socket.send(JSON.stringify(message));
connection.onicecandidate = ({ candidate }) => candidate && send({ candidate });

socket.onmessage = async ({ data }) => {
  const { description, candidate } = JSON.parse(data);
  if (candidate) return connection.addIceCandidate(candidate);
  await connection.setRemoteDescription(description);
  if (description.type === 'offer') {
    await connection.setLocalDescription();
    send({ description: connection.localDescription });
  }
};

globalThis.seen = seen;
globalThis.start = async () => {
  const began = now();
  await connection.setLocalDescription();
  send({ description: connection.localDescription });
  return began;
};
globalThis.ready = true;
