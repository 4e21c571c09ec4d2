import { createClient, hostToken } from '/venterum/client.js';
import '/venterum/waiting-room.js';
import { clinic, createQueue } from './queue-events.js';
import { byHand } from './queue-by-hand.js';

const length = 300;
const queue = createQueue(length);
const encoder = new TextEncoder();
let stream;
let seq = 0;

const written = (event) => {
  seq += 1;
  return `id: stream-${seq}\nevent: ${event.type}\ndata: ${JSON.stringify({ ...event, seq })}\n\n`;
};

const me = { kind: 'clinic-staff', id: 'me', name: 'Læge Test Lund', role: 'doctor', clinicIds: [clinic.id] };
const json = (body) => Response.json(body);
const answers = {
  '/v1/config': () =>
    json({
      providers: [],
      languages: ['da'],
      support: { name: 'Support' },
      consentTextVersion: '1',
      limits: {},
    }),
  '/v1/sessions': () =>
    json({
      token: 'token',
      principal: me,
      idleSeconds: 300,
      expiresAt: new Date(Date.now() + 4e7).toISOString(),
    }),
  '/v1/events': () => {
    const body = new ReadableStream({
      start: (controller) => {
        stream = controller;
        stream.enqueue(encoder.encode(written(queue.snapshot())));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  },
};

const room = document.createElement('waiting-room');
room.client = createClient({
  server: location.origin,
  credentials: hostToken(() => Promise.resolve('login')),
  fetch: (input) => Promise.resolve(answers[new URL(input).pathname]()),
});
document.body.append(room);

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** The first task after the next frame was painted. */
const painted = async () => {
  await frame();
  const { port1, port2 } = new MessageChannel();
  const told = new Promise((resolve) => (port1.onmessage = resolve));
  port2.postMessage(undefined);
  await told;
};

/** The two lists to be compared: what they show, and how they hear of something that is ready on the wire. */
let shown = {
  root: room.shadowRoot,
  ready: (events) => {
    const bytes = encoder.encode(events.map(written).join(''));
    return () => stream.enqueue(bytes);
  },
};

const reason = (row) => row?.querySelector('.reason').textContent;
const isShown = ({ kind, text, gone, index, away }) => {
  const rows = shown.root.querySelectorAll('.group .row');
  if (kind === 'join') return reason(rows[rows.length - 1]) === text;
  if (kind === 'leave') return reason(rows[0]) !== gone;
  return away === (rows[index].querySelector('.when .muted') !== null);
};

const onScreen = async (change) => {
  const arrive = shown.ready(change.events);
  await painted();
  const began = performance.now();
  arrive();
  do await painted();
  while (!isShown(change));
  return performance.now() - began;
};

/** Milliseconds from an event's arrival to the frame that shows it; somebody comes, leaves, goes away, comes back. */
globalThis.measure = async (rounds) => {
  const times = [];
  for (let round = 0; round < rounds; round += 1)
    for (const change of [
      () => queue.join(),
      () => queue.leave(),
      () => queue.presence(5),
      () => queue.presence(5),
    ]) {
      const { kind, ...rest } = change();
      times.push([kind, await onScreen({ kind, ...rest })]);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  return times;
};

/** From here on the page is the one written by hand. */
globalThis.goByHand = () => {
  const { root, hear } = byHand(room);
  shown = { root, ready: (events) => () => hear(events) };
};

/** Something happens in the queue again and again until told to stop, while somebody scrolls. */
globalThis.keepBusy = () => {
  const timer = setInterval(() => {
    for (const { events } of [queue.join(), queue.leave()]) shown.ready(events)();
  }, 500);
  globalThis.rest = () => clearInterval(timer);
};

for (;;) {
  if (room.shadowRoot.querySelectorAll('.group .row').length === length) break;
  await frame();
}
// What is loaded after the list.
await new Promise((resolve) => setTimeout(resolve, 2000));
globalThis.ready = true;
