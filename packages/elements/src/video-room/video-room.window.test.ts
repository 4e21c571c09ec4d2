import { aTimeout, expect } from '@open-wc/testing';
import {
  begin,
  button,
  openMore,
  part,
  roomState,
  until,
  videoIn,
} from './video-room.harness.fixtures.test.ts';
import type { VideoRoomElement } from './video-room.ts';

/** As much of a window above others as the room uses: a frame in this page. */
class FakeWindows {
  readonly open: HTMLIFrameElement[] = [];

  async requestWindow(): Promise<Window> {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    this.open.push(frame);
    const small = frame.contentWindow;
    if (small === null) throw new Error('no window');
    small.close = () => {
      small.dispatchEvent(new Event('pagehide'));
      frame.remove();
      this.open.splice(this.open.indexOf(frame), 1);
    };
    return small;
  }

  get body(): HTMLElement {
    const body = this.open[0]?.contentDocument?.body;
    if (body === undefined) throw new Error('no window is open');
    return body;
  }
}

const withWindows = (): FakeWindows => {
  const windows = new FakeWindows();
  Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, value: windows });
  return windows;
};

const openSmall = async (element: VideoRoomElement): Promise<void> => {
  await openMore(element);
  button(element, 'Vis oven på andre vinduer').click();
};

const isTop = window.top === window;

const native = Object.getOwnPropertyDescriptor(HTMLVideoElement.prototype, 'requestPictureInPicture') ?? {};

describe('<video-room> above other windows', () => {
  afterEach(() => {
    Reflect.deleteProperty(window, 'documentPictureInPicture');
  });

  it('is asked in the page itself, where a window can be had', () => {
    expect(isTop).to.be.true;
  });

  it('shows who is there, muted, and lets one mute and come back', async () => {
    const windows = withWindows();
    const { element, store } = await begin('two');
    await openSmall(element);
    await until(() => windows.open.length === 1 && windows.body.textContent.includes('Læge Test Lund'));
    const video = windows.body.querySelector('video');
    expect(video?.srcObject).to.equal(videoIn(element, '.tile video').srcObject);
    expect(video?.muted, 'the sound stays in the page').to.be.true;
    const [mute, back] = windows.body.querySelectorAll('button');
    mute?.click();
    expect(store.commands).to.deep.equal([{ type: 'set-muted', muted: true }]);
    store.set(roomState('muted').call);
    await element.updateComplete;
    expect(mute?.textContent.trim()).to.equal('Slå lyd til');
    back?.click();
    await until(() => windows.open.length === 0);
  });

  it('shows whom the clinician shows to all', async () => {
    const windows = withWindows();
    const { element } = await begin('signer shown to all');
    await openSmall(element);
    await until(() => windows.open.length === 1);
    expect(windows.body.textContent).to.include('Kaja Hansen');
  });

  it('E11: closes with the call, and with the element', async () => {
    const windows = withWindows();
    for (const over of ['ended', 'removed']) {
      const { element, store } = await begin('two');
      await openSmall(element);
      await until(() => windows.open.length === 1);
      if (over === 'ended') store.set(roomState('ended').call);
      else element.remove();
      await until(() => windows.open.length === 0);
    }
  });

  it('follows the call: says that the connection is gone, and shows the picture when it is back', async () => {
    const windows = withWindows();
    const { element, store } = await begin('two');
    await openSmall(element);
    await until(() => windows.open.length === 1 && windows.body.querySelector('video') !== null);
    store.set(roomState('reconnecting').call);
    await element.updateComplete;
    expect(windows.body.textContent).to.include('Forbindelsen er væk');
    expect(windows.body.querySelector('video')).to.be.null;
    store.set(roomState('two').call);
    await element.updateComplete;
    expect(windows.body.querySelector('video')).to.exist;
  });

  it('goes on in the page when the browser gives no window', async () => {
    const refusing = { requestWindow: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
    Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, value: refusing });
    const { element } = await begin('two');
    await openSmall(element);
    await aTimeout(0);
    expect(part(element, '.tile video').isConnected).to.be.true;
  });
});

describe('<video-room> above other windows, where only pictures can be', () => {
  const lifted: HTMLVideoElement[] = [];
  let putBack: number;

  beforeEach(() => {
    lifted.length = putBack = 0;
    const set = (target: object, name: string, value: unknown): unknown =>
      Object.defineProperty(target, name, { configurable: true, value });
    set(window, 'documentPictureInPicture', undefined);
    set(document, 'pictureInPictureEnabled', true);
    set(document, 'exitPictureInPicture', async () => {
      putBack += 1;
    });
    set(HTMLVideoElement.prototype, 'requestPictureInPicture', async function (this: HTMLVideoElement) {
      lifted.push(this);
    });
  });

  afterEach(() => {
    Reflect.deleteProperty(window, 'documentPictureInPicture');
    Reflect.deleteProperty(document, 'pictureInPictureEnabled');
    Reflect.deleteProperty(document, 'exitPictureInPicture');
    Object.defineProperty(HTMLVideoElement.prototype, 'requestPictureInPicture', native);
  });

  it('E11: lifts the other’s picture out, and puts it back with the call', async () => {
    const { element, store } = await begin('two');
    await openSmall(element);
    await until(() => lifted.length === 1);
    expect(lifted[0]).to.equal(videoIn(element, '.tile video'));
    store.set(roomState('ended').call);
    await until(() => putBack === 1);
  });

  it('leaves alone what the browser has put back', async () => {
    const { element, store } = await begin('two');
    await openSmall(element);
    await until(() => lifted.length === 1);
    await aTimeout(0);
    lifted[0]?.dispatchEvent(new Event('leavepictureinpicture'));
    store.set(roomState('ended').call);
    await element.updateComplete;
    expect(putBack).to.equal(0);
  });
});

class FakeLock extends EventTarget {
  released = false;

  release(): Promise<void> {
    this.released = true;
    return Promise.resolve();
  }
}

describe('<video-room> and the screen', () => {
  const locks: FakeLock[] = [];

  beforeEach(() => {
    locks.length = 0;
    const request = (): Promise<FakeLock> => {
      const lock = new FakeLock();
      locks.push(lock);
      return Promise.resolve(lock);
    };
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
  });

  afterEach(() => {
    Reflect.deleteProperty(navigator, 'wakeLock');
  });

  const held = (): number => locks.filter(({ released }) => !released).length;

  it('keeps it on while the call lasts, asks anew when the page is seen again, and lets it go at the end', async () => {
    const { element, store } = await begin('two');
    await until(() => held() === 1);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => locks.length === 2 && held() === 1);
    store.set(roomState('ended').call);
    await element.updateComplete;
    await until(() => held() === 0);
  });

  it('E11: lets it go when the element is removed, and asks no more', async () => {
    const { element } = await begin('two');
    await until(() => held() === 1);
    element.remove();
    await until(() => held() === 0);
    document.dispatchEvent(new Event('visibilitychange'));
    await aTimeout(0);
    expect(locks.length).to.equal(1);
  });

  it('does without where the browser has none', async () => {
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: undefined });
    const { element } = await begin('two');
    expect(part(element, '.tile')).to.exist;
  });
});

describe('<video-room> made small', () => {
  it('becomes a bar and large again by its buttons, tells the host, and keeps the focus', async () => {
    const { element } = await begin('two');
    const told: unknown[] = [];
    element.addEventListener('call-layout-changed', (event) => told.push(event.detail));
    element.layout = 'focus';
    await openMore(element);
    button(element, 'Gør lille').click();
    await until(() => element.shadowRoot?.activeElement?.textContent.trim() === 'Vis stort');
    expect(element.renderRoot.querySelector('#more')).to.be.null;
    button(element, 'Vis stort').click();
    await until(() => element.shadowRoot?.activeElement?.textContent.trim() === 'Mere');
    expect(told).to.deep.equal([
      { visitId: 'visit-1', layout: 'bar' },
      { visitId: 'visit-1', layout: 'focus' },
    ]);
  });

  const drag = (element: VideoRoomElement, [x, y]: readonly [number, number]): void => {
    const handle = part(element, '.self button');
    // No pointer is down in truth.
    handle.setPointerCapture = () => undefined;
    const at = (type: string, clientX: number, clientY: number): boolean =>
      handle.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX, clientY, pointerId: 1 }));
    const box = handle.getBoundingClientRect();
    at('pointerdown', box.left + 5, box.top + 5);
    at('pointermove', box.left + 5 + x, box.top + 5 + y);
    at('pointerup', box.left + 5 + x, box.top + 5 + y);
    handle.click();
  };

  it('takes the own picture where it is dragged to, and takes a slip of the finger for a tap', async () => {
    const { element } = await begin('two');
    Object.assign(element.style, { inlineSize: '600px', blockSize: '500px' });
    await element.updateComplete;
    const self = part(element, '.self');
    drag(element, [-400, -300]);
    await element.updateComplete;
    expect([self.dataset['corner'], self.style.translate]).to.deep.equal(['top-start', '']);
    await aTimeout(0);
    drag(element, [3, 2]);
    await element.updateComplete;
    expect(self.dataset['corner'], 'on to the next').to.equal('top-end');
  });
});
