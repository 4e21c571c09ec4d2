import { now } from './frame-clock.js';
import { createClient, hostToken } from '/venterum/client.js';

// Whatever element shows the other side, its tracks are ones that no device here gave.
const own = new Set();
const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async (constraints) => {
  // The same picture as the references send, or size would be compared, not the way.
  const video = constraints.video ? { width: 640, height: 480 } : constraints.video;
  const stream = await ask({ ...constraints, video });
  for (const { id } of stream.getTracks()) own.add(id);
  return stream;
};
let report;
globalThis.seen = new Promise((resolve) => (report = resolve));
const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
  ...native,
  set(stream) {
    native.set.call(this, stream);
    const remote = stream && this.localName === 'video' && stream.getTracks().every(({ id }) => !own.has(id));
    if (remote) this.requestVideoFrameCallback(() => report(now()));
  },
});

const query = new URLSearchParams(location.search);
export const client = createClient({
  server: query.get('server'),
  device: 'personal',
  credentials: hostToken(() => Promise.resolve(location.hash.slice(1))),
});

/** The first element that matches, through open shadow roots. */
export const find = (selector, root = document) => {
  const here = root.querySelector(selector);
  if (here) return here;
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot && find(selector, element.shadowRoot);
    if (inside) return inside;
  }
  return undefined;
};

/** Resolves with the element as soon as it is there. */
export const appears = async (selector) => {
  for (;;) {
    const element = find(selector);
    if (element) return element;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves once devices are on and nothing more is fetched: what some seconds of waiting amount to. */
export const warm = async () => {
  const fetched = () => performance.getEntriesByType('resource').length;
  for (let before = -1; own.size === 0 || before !== fetched();) {
    before = fetched();
    await pause(400);
  }
};

export { now };
