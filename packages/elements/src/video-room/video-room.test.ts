import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CallCommand, CallState } from '@venterum/client';
import { FakeDevices, joinerVisit, relativeAtTheDoor } from '@venterum/testing/video';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import './video-room.define.ts';
import { devicesOn, roomStates } from './video-room.fixtures.test.ts';
import { VideoRoomElement } from './video-room.ts';

type CallStore = ScriptedStore<CallState, CallCommand>;

interface Begun {
  readonly element: VideoRoomElement;
  readonly store: CallStore;
  readonly devices: FakeDevices;
}

const states = roomStates();

const stateOf = (name: string): CallState => {
  const found = states[name];
  if (found === undefined) throw new Error(`no state ${name}`);
  return found.call;
};

const begin = async (name: string, layout = 'grid'): Promise<Begun> => {
  const store: CallStore = new ScriptedStore<CallState, CallCommand>(stateOf(name));
  const devices = new FakeDevices(states[name]?.devices ?? devicesOn);
  const element = await fixture<VideoRoomElement>(
    html`<video-room layout=${layout} .devices=${devices} .store=${store}></video-room>`,
  );
  return { element, store, devices };
};

const words = (element: VideoRoomElement): string =>
  (element.renderRoot.querySelector('.room')?.textContent ?? '').replace(/\s+/g, ' ');

const button = (element: VideoRoomElement, text: string): HTMLButtonElement => {
  const found = [...element.renderRoot.querySelectorAll('button')].find(
    (one) => one.textContent.trim() === text,
  );
  if (found === undefined) throw new Error(`no button "${text}"`);
  return found;
};

const spoken = async (element: VideoRoomElement, urgency: 'polite' | 'assertive'): Promise<string> => {
  const region = element.renderRoot.querySelector(`[data-live="${urgency}"]`);
  await waitUntil(() => region?.textContent, 'said in time', { interval: 10 });
  return region?.textContent ?? '';
};

const until = async (holds: () => boolean): Promise<void> => {
  await waitUntil(holds, 'in time', { interval: 10, timeout: 8000 });
};

describe('<video-room>', () => {
  it('is registered once, by its define file', () => {
    expect(customElements.get('video-room')).to.equal(VideoRoomElement);
  });

  for (const [name, text] of [
    ['warming up', 'Gør video klar'],
    ['asking', 'Tryk Tillad'],
    ['connecting', 'Forbinder'],
    ['alone, joiner', 'Lægerne Test Torv er ikke kommet endnu'],
    ['alone, clinic', 'Der er ringet op til Sosu Test Holm'],
    ['two', 'Læge Test Lund læge, Lægerne Test Torv'],
    ['two, clinic', 'Også i rummet: Nancy Ann Berggren (borger)'],
    ['muted', 'Slå lyd til'],
    ['camera off', 'Tænd kamera'],
    ['weak', 'Forbindelsen er svag. Lyden går forud for billedet.'],
    ['their camera off', 'Intet billede. Kameraet er slukket eller væk.'],
    ['no sound', 'Der kommer ingen lyd.'],
    ['stuck, joiner', 'Ring til Lægerne Test Torv i stedet.'],
    ['stuck, clinic', 'Skift til telefon. Vi prøver videre imens.'],
    ['stuck again', 'Lyd og billede kommer ikke igennem'],
    ['one of two stuck', 'Der er ingen sikker forbindelse. Skift til telefon.'],
    ['reconnecting', 'Bliv her. Vi prøver igen af os selv.'],
    ['one of two away', 'Forbindelsen er væk. Prøver igen'],
    ['devices lost', 'Få lyd og billede tilbage'],
    ['permission denied', 'Slå kamera og mikrofon til'],
    ['refused', 'Der er ingen forbindelse'],
    ['left', 'Gå tilbage til samtalen'],
    ['ended', 'Samtalen er slut'],
    ['failed', 'Videoen kunne ikke starte'],
  ] as const)
    it(`says in words: ${name}`, async () => {
      const { element } = await begin(name);
      // The words of rare failures are fetched when they are needed.
      await waitUntil(() => words(element).includes(text), `shows: ${text}`);
    });

  for (const [name, count] of [
    ['two', 1],
    ['three', 2],
    ['six', 5],
  ] as const)
    it(`shows everybody: ${name}`, async () => {
      const { element } = await begin(name);
      const tiles = [...element.renderRoot.querySelectorAll('.tile')];
      expect(tiles.length).to.equal(count);
      for (const tile of tiles) {
        expect(tile.querySelector('video')?.srcObject).to.be.instanceOf(MediaStream);
        expect(tile.querySelector('.name')?.textContent).not.to.equal('');
        expect(tile.getBoundingClientRect().height, 'has room').to.be.greaterThan(40);
      }
    });

  it('plays the others with sound and itself without', async () => {
    const { element } = await begin('two');
    const [other, own] = element.renderRoot.querySelectorAll('video');
    expect(other?.muted).to.be.false;
    expect(own?.muted).to.be.true;
  });

  it('hides the last picture of a camera that is off, with the sound going on, and says so', async () => {
    const { element, store } = await begin('two');
    const video = element.renderRoot.querySelector<HTMLVideoElement>('.tile video');
    const [remote] = store.getState().remotes;
    if (remote === undefined || video === null) throw new Error('nobody there');
    store.set({ ...store.getState(), remotes: [{ ...remote, hasPicture: true }] });
    store.set({ ...store.getState(), remotes: [{ ...remote, hasPicture: false }] });
    await element.updateComplete;
    expect(getComputedStyle(video).visibility).to.equal('hidden');
    expect(video.srcObject, 'still heard').to.equal(remote.stream);
    expect(await spoken(element, 'polite')).to.equal('Læge Test Lund: Kameraet er slukket eller væk.');
    store.set({ ...store.getState(), remotes: [{ ...remote, hasPicture: true }] });
    await element.updateComplete;
    expect(getComputedStyle(video).visibility).to.equal('visible');
  });

  it('D10: tells at once when nothing comes through, and what to do instead', async () => {
    const { element, store } = await begin('connecting');
    store.set(stateOf('stuck, joiner'));
    expect(await spoken(element, 'assertive')).to.include('Lyd og billede kommer ikke igennem');
    expect(words(element)).not.to.include('10 sekunder');
  });

  it('lets the clinician end a visit whose video does not work', async () => {
    const { element, store } = await begin('failed, clinic');
    button(element, 'Afslut samtalen').click();
    expect(store.commands).to.deep.equal([{ type: 'end', outcome: 'completed' }]);
  });

  it('keeps the same picture element over a broken connection', async () => {
    const { element, store } = await begin('two');
    const before = element.renderRoot.querySelector('.tile video');
    const [remote] = store.getState().remotes;
    if (remote === undefined) throw new Error('nobody there');
    store.set({
      ...store.getState(),
      status: 'reconnecting',
      remotes: [{ ...remote, connection: 'reconnecting' }],
    });
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.tile video')).to.equal(before);
    expect(await spoken(element, 'assertive')).to.include('Forbindelsen er væk');
    store.set(stateOf('two'));
    expect(await spoken(element, 'polite')).to.equal('Forbindelsen er tilbage.');
  });

  it('asks for what its buttons say', async () => {
    const { element, store } = await begin('two');
    button(element, 'Slå lyd fra').click();
    button(element, 'Sluk kamera').click();
    button(element, 'Forlad samtalen').click();
    expect(store.commands).to.deep.equal([
      { type: 'set-muted', muted: true },
      { type: 'set-camera-off', cameraOff: true },
      { type: 'hang-up' },
    ]);
  });

  it('lets the host decide how the clinician ends, and else ends as completed', async () => {
    const { element, store } = await begin('two, clinic');
    element.addEventListener('call-end-request', (event) => event.preventDefault(), { once: true });
    button(element, 'Afslut samtalen').click();
    expect(store.commands).to.be.empty;
    button(element, 'Afslut samtalen').click();
    expect(store.commands).to.deep.equal([{ type: 'end', outcome: 'completed' }]);
  });

  it('lets in who is at the door, and tells of them at once', async () => {
    const { element, store } = await begin('two, clinic');
    store.set({ ...store.getState(), atTheDoor: [relativeAtTheDoor] });
    expect(await spoken(element, 'assertive')).to.equal('Bruno Elmer (pårørende) venter på at komme ind.');
    button(element, 'Luk ind').click();
    expect(store.commands).to.deep.equal([{ type: 'admit', participantId: relativeAtTheDoor.id }]);
  });

  it('moves the own picture from corner to corner', async () => {
    const { element } = await begin('two');
    const corners = [];
    for (let step = 0; step < 5; step += 1) {
      corners.push(element.renderRoot.querySelector<HTMLElement>('.self')?.dataset['corner']);
      button(element, 'Flyt').click();
      await element.updateComplete;
    }
    expect(corners).to.deep.equal(['bottom-end', 'bottom-start', 'top-start', 'top-end', 'bottom-end']);
  });

  it('opens and closes the choice of devices by keyboard, with the focus where it is needed', async () => {
    const { element, devices } = await begin('two');
    button(element, 'Enheder').click();
    await until(() => element.shadowRoot?.activeElement?.id === 'camera');
    const select = element.renderRoot.querySelector('select');
    if (select === null) throw new Error('no choice of cameras');
    select.value = 'rear';
    select.dispatchEvent(new Event('change'));
    expect(devices.commands).to.deep.equal([{ type: 'use-camera', deviceId: 'rear' }]);
    select.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(() => element.shadowRoot?.activeElement === button(element, 'Enheder'));
    expect(element.renderRoot.querySelector('#devices')).to.be.null;
  });

  it('brings lost devices back with one tap', async () => {
    const { element, devices } = await begin('devices lost');
    button(element, 'Få lyd og billede tilbage').click();
    expect(devices.commands).to.deep.equal([{ type: 'start' }]);
  });

  it('goes back into a call that was left, and tries a failed one again', async () => {
    for (const [name, text] of [
      ['left', 'Gå tilbage til samtalen'],
      ['failed', 'Prøv igen'],
    ] as const) {
      const { element, store } = await begin(name);
      button(element, text).click();
      expect(store.commands).to.deep.equal([{ type: 'retry' }]);
    }
  });

  it('tells the host when it is connected, how well, and when it is over, without personal data', async () => {
    const { element, store } = await begin('alone, joiner');
    const told: unknown[] = [];
    for (const type of ['call-connected', 'call-quality', 'call-ended'] as const)
      element.addEventListener(type, (event) => told.push([type, event.detail]));
    store.set(stateOf('two'));
    store.set(stateOf('weak'));
    store.set(stateOf('left'));
    store.set(stateOf('ended'));
    expect(told).to.deep.equal([
      ['call-connected', { visitId: 'visit-1' }],
      ['call-quality', { visitId: 'visit-1', quality: 'good' }],
      ['call-quality', { visitId: 'visit-1', quality: 'weak' }],
      ['call-ended', { visitId: 'visit-1', reason: 'left' }],
      ['call-ended', { visitId: 'visit-1', reason: 'over' }],
    ]);
  });

  it('says nothing of an end when the visit is released to the queue', async () => {
    const { element, store } = await begin('two');
    let ended = 0;
    element.addEventListener('call-ended', () => (ended += 1));
    store.set({ ...stateOf('left'), visit: joinerVisit({ state: 'waiting' }) });
    expect(ended).to.equal(0);
  });

  it('moves the focus to the end only when it was inside', async () => {
    const { element, store } = await begin('two');
    store.set(stateOf('ended'));
    await element.updateComplete;
    await aTimeout(0);
    expect(document.activeElement).not.to.equal(element);
    store.set(stateOf('two'));
    await element.updateComplete;
    button(element, 'Forlad samtalen').focus();
    store.set(stateOf('left'));
    await until(() => element.shadowRoot?.activeElement?.localName === 'h2');
  });

  it('can give the first picture most of the room', async () => {
    const { element } = await begin('three', 'focus');
    expect(element.renderRoot.querySelector<HTMLElement>('.tiles')?.dataset['layout']).to.equal('focus');
  });

  const boxOf = (element: VideoRoomElement, selector: string): DOMRect => {
    const found = element.renderRoot.querySelector(selector);
    if (found === null) throw new Error(`no ${selector}`);
    return found.getBoundingClientRect();
  };

  const isOver = (one: DOMRect, other: DOMRect): boolean =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  for (const [inline, block] of [
    [302, 420],
    [358, 600],
    [780, 560],
  ] as const)
    it(`shows all of the picture without bars above it, and the own one small, at ${inline} px`, async () => {
      const { element } = await begin('two');
      Object.assign(element.style, { inlineSize: `${inline}px`, blockSize: `${block}px` });
      const video = element.renderRoot.querySelector<HTMLVideoElement>('.tile video');
      await until(() => video?.videoWidth === 320);
      const [picture, name] = [boxOf(element, '.tile video'), boxOf(element, '.tile figcaption')];
      expect(picture.top, 'right below the name').to.be.closeTo(name.bottom, 1);
      expect(picture.height).to.be.at.most((picture.width * 3) / 4 + 1);
      expect(picture.bottom).to.be.at.most(boxOf(element, '.stage').bottom + 1);
      expect(boxOf(element, '.self').width).to.be.at.most(inline / 4);
      expect(isOver(boxOf(element, '.self'), name), 'over the name').to.be.false;
    });

  for (const name of ['warming up', 'connecting', 'alone, clinic', 'stuck, clinic'])
    it(`never lays the own picture over what is to be read: ${name}`, async () => {
      const { element } = await begin(name);
      element.style.inlineSize = '302px';
      for (const [selector, control] of [
        ['.overlay', '.self'],
        ['.facts', '.self'],
      ] as const)
        expect(isOver(boxOf(element, selector), boxOf(element, control)), selector).to.be.false;
    });

  it('stays within a panel of 320 px with its controls in sight', async () => {
    const { element } = await begin('six');
    Object.assign(element.style, { inlineSize: '320px', blockSize: '560px' });
    await aTimeout(0);
    const box = element.getBoundingClientRect();
    for (const one of element.renderRoot.querySelectorAll('.controls button')) {
      const { left, right, bottom } = one.getBoundingClientRect();
      expect(left >= box.left && right <= box.right && bottom <= box.bottom, one.textContent.trim()).to.be
        .true;
    }
  });
});
