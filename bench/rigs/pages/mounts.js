// Both ends of a consultation in one page, put in and taken out again and again; beside it the same by hand.
import { createClient, hostToken } from '/venterum/client.js';

const soon = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Connections so far. */
let made = 0;

/** What was opened, without keeping it: whatever is still open is counted, whatever nobody holds any more is not. */
const opened = { connections: new Set(), tracks: new Set(), sockets: new Set() };
const remember = (kind, thing) => {
  opened[kind].add(new WeakRef(thing));
  if (kind === 'connections') made += 1;
};
const counting = (kind, Native) =>
  class extends Native {
    constructor(...given) {
      super(...given);
      remember(kind, this);
    }
  };
const { RTCPeerConnection } = globalThis;
globalThis.RTCPeerConnection = counting('connections', RTCPeerConnection);
globalThis.WebSocket = counting('sockets', WebSocket);
const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async (constraints) => {
  const stream = await ask(constraints);
  for (const track of stream.getTracks()) remember('tracks', track);
  return stream;
};

const isOpen = {
  connections: ({ connectionState }) => connectionState !== 'closed',
  tracks: ({ readyState }) => readyState === 'live',
  sockets: ({ readyState }) => readyState < WebSocket.CLOSING,
};

/** How many are still open, by kind; what is not is forgotten, or this list would be the leak. */
globalThis.stillOpen = () =>
  Object.fromEntries(
    Object.entries(opened).map(([kind, refs]) => {
      for (const ref of refs) {
        const thing = ref.deref();
        if (thing === undefined || !isOpen[kind](thing)) refs.delete(ref);
      }
      return [kind, refs.size];
    }),
  );

const server = new URLSearchParams(location.search).get('server');
const clients = location.hash
  .slice(1)
  .split('~')
  .map((token) =>
    createClient({ server, device: 'personal', credentials: hostToken(() => Promise.resolve(token)) }),
  );
const [doctor, citizen] = clients;
const { id } = await citizen.request('visits.join', { body: {} });
await doctor.request('visits.call', { id });

const room = async (client) => {
  const element = document.createElement('video-room');
  element.client = client;
  element.visit = await client.request('visits.get', { id });
  return element;
};

/** Resolves when as many connections have been made as that, or nobody makes one any more. */
const connected = async (count) => {
  const deadline = performance.now() + 3000;
  while (made < count && performance.now() < deadline) await soon(5);
};

/** Takes part `rounds` times with both; each round ends once a connection is on its way. */
globalThis.mount = async (rounds) => {
  for (let round = 0; round < rounds; round += 1) {
    const before = made;
    const rooms = await Promise.all(clients.map(room));
    document.body.append(...rooms);
    await connected(before + 2);
    for (const element of rooms) element.remove();
    // The next come while these are still letting go, as in a page that moves them about.
    await soon(50);
  }
};

const videoOf = (stream) => {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  return video;
};

/** The same by hand: a camera, two connections, two pictures. */
globalThis.mountByHand = async (rounds) => {
  for (let round = 0; round < rounds; round += 1) {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const videos = [videoOf(stream), videoOf(stream)];
    document.body.append(...videos);
    for (const track of stream.getTracks()) one.addTrack(track, stream);
    await one.setLocalDescription();
    await other.setRemoteDescription(one.localDescription);
    await other.setLocalDescription();
    await one.setRemoteDescription(other.localDescription);
    for (const connection of [one, other]) connection.close();
    for (const track of stream.getTracks()) track.stop();
    for (const video of videos) {
      video.srcObject = null;
      video.remove();
    }
  }
};
globalThis.ready = true;
