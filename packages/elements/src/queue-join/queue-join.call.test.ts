import { expect } from '@open-wc/testing';
import { states, visit } from './queue-join.fixtures.test.ts';
import { begin, button, find, words } from './queue-join.page.test.ts';
import { FakeSound, fakeSound } from '../shared/fake-sound.fixtures.test.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { said } from '../shared/said.fixtures.test.ts';

/** Stands for the browser's own: what it was asked to show. */
class FakeNotification {
  static permission: NotificationPermission = 'default';
  static shown: FakeNotification[] = [];
  static requestPermission(): Promise<NotificationPermission> {
    FakeNotification.permission = 'granted';
    return Promise.resolve('granted');
  }
  onclick: (() => void) | undefined;
  closed = false;
  readonly title: string;
  readonly options: NotificationOptions;
  constructor(title: string, options: NotificationOptions) {
    this.title = title;
    this.options = options;
    FakeNotification.shown.push(this);
  }
  close(): void {
    this.closed = true;
  }
}

describe('<queue-join> calls somebody back', () => {
  const { Notification: own } = globalThis;
  let ownSound = (): void => undefined;

  beforeEach(() => {
    ownSound = fakeSound();
    document.title = 'Journal';
    FakeNotification.permission = 'default';
    FakeNotification.shown = [];
    Object.assign(globalThis, { Notification: FakeNotification });
  });
  afterEach(() => {
    Object.assign(globalThis, { Notification: own });
    ownSound();
    Reflect.deleteProperty(document, 'hasFocus');
  });
  const lookElsewhere = (): void => {
    Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => false });
  };
  const shows = (element: Parameters<typeof words>[0], text: string): Promise<void> =>
    waitUntil(() => words(element).includes(text), text);

  it('asks at a tap whether the system may tell, and says so once it may', async () => {
    const { element } = await begin(states.waiting);
    await shows(element, 'Få også en besked på skærmen');
    button(element, 'Få også en besked på skærmen').click();
    await shows(element, 'Du får også en besked på skærmen.');
  });

  it('tells by the system, without anything personal, while somebody looks elsewhere; and takes it back', async () => {
    FakeNotification.permission = 'granted';
    lookElsewhere();
    const { element, store } = await begin(states.waiting);
    await shows(element, 'besked på skærmen');
    store.set(states.called);
    const [notice] = FakeNotification.shown;
    expect(notice?.title).to.equal('Lægen er klar');
    expect(JSON.stringify(notice?.options)).not.to.include('Nancy').and.not.to.include('Lund');
    store.set(states['in-call']);
    expect(notice?.closed).to.equal(true);
  });

  it('tells nothing by the system to somebody who looks at the page, or has not allowed it', async () => {
    FakeNotification.permission = 'granted';
    Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => true });
    const { element, store } = await begin(states.waiting);
    await shows(element, 'besked på skærmen');
    store.set(states.called);
    lookElsewhere();
    FakeNotification.permission = 'denied';
    const other = await begin(states.waiting);
    await shows(other.element, 'Gør lille');
    other.store.set(states.called);
    expect(FakeNotification.shown).to.be.empty;
    expect(words(other.element)).not.to.include('besked på skærmen');
  });

  it('offers nothing by the system on Android, where a page’s own message throws, and rings all the same', async () => {
    const agent = 'Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Mobile Safari/537.36';
    Object.defineProperty(navigator, 'userAgent', { configurable: true, value: agent });
    FakeNotification.permission = 'granted';
    lookElsewhere();
    try {
      const { element, store } = await begin(states.waiting);
      await shows(element, 'Gør lille');
      find(element, 'h2').click();
      store.set(states.called);
      expect(words(element)).not.to.include('besked på skærmen');
      expect(FakeNotification.shown).to.be.empty;
      expect(FakeSound.tones).to.equal(2);
    } finally {
      Reflect.deleteProperty(navigator, 'userAgent');
    }
  });

  it('rings until it is answered', async () => {
    const { element, store } = await begin(states.waiting);
    find(element, 'h2').click();
    store.set(states.called);
    expect(FakeSound.tones).to.equal(2);
    await waitUntil(() => FakeSound.tones >= 4, 'again');
    store.set(states['in-call']);
    expect(document.title).to.equal('Journal');
  });

  const signs: Readonly<Record<string, () => void>> = {
    taps: () => document.body.click(),
    types: () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })),
  };
  for (const [does, tap] of Object.entries(signs))
    it(`says that it may not sound yet, until somebody ${does} anywhere on the page`, async () => {
      FakeSound.mayWake = false;
      const { element } = await begin(states.waiting);
      await shows(element, 'Vi kan ikke kalde med lyd, før du har trykket på siden.');
      FakeSound.mayWake = true;
      tap();
      await waitUntil(() => !find(element, '.notices').textContent.includes('Vi kan ikke kalde med lyd'));
    });

  it('sounds once and says it when the clinic writes to somebody who waits', async () => {
    const { element, store } = await begin(states.waiting);
    await shows(element, 'besked på skærmen');
    find(element, 'h2').click();
    store.set(states['waiting-message']);
    expect(FakeSound.tones).to.equal(2);
    await said(element, 'polite', 'Klinikken skriver: Tag gerne temperaturen');
    store.set({ ...states['waiting-message'], visit: { ...states['waiting-message'].visit, position: 1 } });
    expect(FakeSound.tones).to.equal(2);
    store.set({ ...states.waiting, visit });
    expect(FakeSound.tones).to.equal(2);
  });

  it('sounds once and says it when the clinic sends somebody on to another', async () => {
    const { element, store } = await begin(states.waiting);
    await shows(element, 'besked på skærmen');
    find(element, 'h2').click();
    store.set(states['waiting-moved']);
    expect(FakeSound.tones).to.equal(2);
    await said(element, 'polite', 'Lægehuset Torvet har sendt dig videre til Lægerne ved Åen.');
  });

  it('says that the clinic has closed, and that the place is kept', async () => {
    const { element, store } = await begin(states.waiting);
    await shows(element, 'besked på skærmen');
    store.set(states['waiting-closed']);
    await said(element, 'polite', 'Klinikken har lukket for video. Du har din plads endnu.');
  });
});
