import { expect } from '@open-wc/testing';
import type { Stage } from '@venterum/contract';
import {
  begin,
  button,
  openMore,
  part,
  roomState,
  until,
  type Begun,
} from './video-room.harness.fixtures.test.ts';

describe('<video-room>: what lies behind Mere', () => {
  it('opens and closes by keyboard, with the focus where it is needed', async () => {
    const { element, devices } = await begin('two');
    await openMore(element);
    await until(() => element.shadowRoot?.activeElement?.closest('#more') !== null);
    const select = part(element, '#camera');
    if (!(select instanceof HTMLSelectElement)) throw new Error('no choice of cameras');
    select.value = 'rear';
    select.dispatchEvent(new Event('change'));
    expect(devices.commands).to.deep.equal([{ type: 'use-camera', deviceId: 'rear' }]);
    select.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(() => element.shadowRoot?.activeElement === button(element, 'Mere'));
    expect(element.renderRoot.querySelector('#more')).to.be.null;
  });

  it('leaves the pictures where they are', async () => {
    const { element } = await begin('two');
    const before = part(element, '.stage').getBoundingClientRect();
    await openMore(element);
    expect(part(element, '.stage').getBoundingClientRect().height).to.equal(before.height);
  });

  it('lets the clinician share a screen, and nobody else', async () => {
    const { element, store } = await begin('two, clinic');
    await openMore(element);
    button(element, 'Del skærm').click();
    expect(store.commands).to.deep.equal([{ type: 'share-screen', on: true }]);
    const joiner = await begin('two');
    await openMore(joiner.element);
    expect(() => button(joiner.element, 'Del skærm')).to.throw();
  });

  it('lets the clinician show somebody large to all, as a signer, and nobody again', async () => {
    const { element, store } = await begin('four');
    await openMore(element);
    button(element, 'Vis stort for alle: Bruno Elmer').click();
    for (const name of ['Bruno Elmer', 'Kaja Hansen', 'Læge Test Lund'])
      button(element, `Vis tegnsprog for alle: ${name}`).click();
    const signer = (participantId: string): unknown => ({
      type: 'stage',
      stage: { participantId, as: 'signer' },
    });
    expect(store.commands).to.deep.equal([
      { type: 'stage', stage: { participantId: 'p-relative', as: 'speaker' } },
      ...['p-relative', 'p-interpreter', 'p-doctor'].map(signer),
    ]);
    expect(() => button(element, 'Send ud: Læge Test Lund'), 'not oneself').to.throw();
    const shown = await begin('signer shown to all');
    expect(part(shown.element, '.tile[data-large] .name').textContent).to.equal('Kaja Hansen');
    await openMore(shown.element);
    button(shown.element, 'Vis alle ens: Kaja Hansen').click();
    expect(shown.store.commands).to.deep.equal([{ type: 'stage' }]);
  });

  it('lets everybody else choose for themselves alone', async () => {
    const { element, store } = await begin('six, joiner');
    await openMore(element);
    button(element, 'Vis stort: Kaja Hansen').click();
    await element.updateComplete;
    expect(part(element, '.tile[data-large] .name').textContent).to.equal('Kaja Hansen');
    button(element, 'Vis alle ens: Kaja Hansen').click();
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.tile[data-large]')).to.be.null;
    expect(store.commands).to.be.empty;
  });

  it('lets whoever signs say so, unless somebody else is shown to all', async () => {
    const { element, store } = await begin('six, joiner');
    await openMore(element);
    const own = 'Sosu Test Holm';
    button(element, `Vis tegnsprog for alle: ${own}`).click();
    const stage = { participantId: 'p-care', as: 'signer' } as const;
    expect(store.commands).to.deep.equal([{ type: 'stage', stage }]);
    const call = store.getState();
    const show = async (shown: Stage): Promise<void> => {
      store.set({ ...call, visit: { ...call.visit, stage: shown } });
      await element.updateComplete;
    };
    await show(stage);
    button(element, `Vis alle ens: ${own}`).click();
    expect(store.commands.at(-1)).to.deep.equal({ type: 'stage' });
    await show({ ...stage, participantId: 'p-interpreter' });
    expect(() => button(element, `Vis tegnsprog for alle: ${own}`)).to.throw();
  });

  it('lets the clinician send somebody out, and in again whom they let wait', async () => {
    const { element, store } = await begin('at the door');
    button(element, 'Lad vente').click();
    await openMore(element);
    button(element, 'Send ud: Sosu Test Holm').click();
    button(element, 'Luk ind: Bruno Elmer').click();
    expect(store.commands).to.deep.equal([
      { type: 'dismiss', participantId: 'p-care' },
      { type: 'admit', participantId: 'p-relative' },
    ]);
  });

  it('takes no second request while one is under way', async () => {
    const { element, store } = await begin('four');
    store.set({ ...store.getState(), busy: true });
    await openMore(element);
    expect(button(element, 'Send ud: Bruno Elmer').getAttribute('aria-disabled')).to.equal('true');
  });

  it('D11: shows the words to compare only when they are asked for, in Danish in any language', async () => {
    const { element, store } = await begin('safety words');
    await openMore(element);
    expect(element.renderRoot.textContent).not.to.include('gulerod');
    button(element, 'Tjek at ingen lytter med').click();
    await element.updateComplete;
    expect(store.commands).to.deep.equal([{ type: 'compare-words', on: true }]);
    const words = part(element, '[part=safety-words] dd');
    expect([words.textContent, words.lang]).to.deep.equal(['gulerod · vindue · trappe', 'da']);
    button(element, 'Skjul ordene').click();
    await element.updateComplete;
    expect(element.renderRoot.textContent).not.to.include('gulerod');
    expect(store.commands.at(-1)).to.deep.equal({ type: 'compare-words', on: false });
  });

  it('says that there are no words while nobody is connected to compare them with', async () => {
    const { element } = await begin('two');
    await openMore(element);
    button(element, 'Tjek at ingen lytter med').click();
    await element.updateComplete;
    expect(part(element, '[part=safety-words]').textContent).to.include('ingen ord at sammenligne');
  });
});

describe('<video-room>: a knock while one looks elsewhere', () => {
  const contexts: FakeSound[] = [];
  const own = globalThis.AudioContext;

  /** As much of a sound device as a chime uses. */
  class FakeSound {
    readonly currentTime = 0;
    readonly destination = {};
    state = 'suspended';
    tones = 0;

    constructor() {
      contexts.push(this);
    }

    resume(): Promise<void> {
      this.state = 'running';
      return Promise.resolve();
    }

    close(): Promise<void> {
      this.state = 'closed';
      return Promise.resolve();
    }

    createGain(): object {
      const silent = (): void => undefined;
      const gain = {
        setValueAtTime: silent,
        linearRampToValueAtTime: silent,
        exponentialRampToValueAtTime: silent,
      };
      return { gain, connect: (): object => ({ connect: silent }) };
    }

    createOscillator(): object {
      this.tones += 1;
      const silent = (): void => undefined;
      return { frequency: {}, connect: (): object => ({ connect: silent }), start: silent, stop: silent };
    }
  }

  beforeEach(() => {
    contexts.length = 0;
    Object.assign(globalThis, { AudioContext: FakeSound });
  });

  afterEach(() => {
    Object.assign(globalThis, { AudioContext: own });
    Reflect.deleteProperty(document, 'hasFocus');
  });

  const knock = async (isLooking: boolean): Promise<Begun> => {
    Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => isLooking });
    const begun = await begin('two, clinic');
    await openMore(begun.element);
    begun.store.set(roomState('at the door').call);
    await begun.element.updateComplete;
    return begun;
  };

  it('is heard once, and E11: its sound is let go when the door is empty', async () => {
    const { store } = await knock(false);
    await until(() => contexts[0]?.tones === 2);
    store.set({ ...store.getState(), busy: true });
    store.set(roomState('two, clinic').call);
    expect([contexts.length, contexts[0]?.tones, contexts[0]?.state]).to.deep.equal([1, 2, 'closed']);
  });

  it('makes no sound for somebody who looks at the page', async () => {
    await knock(true);
    expect(contexts).to.be.empty;
  });
});
