import { aTimeout, expect } from '@open-wc/testing';
import type { CallState } from '@venterum/client';
import { relativeAtTheDoor } from '@venterum/testing/video';
import './video-room.define.ts';
import { begin, button, roomState, spoken, until, words } from './video-room.harness.fixtures.test.ts';
import { VideoRoomElement } from './video-room.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const callIn = (name: string): CallState => roomState(name).call;

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
    ['alone again', 'Den anden side er væk lige nu'],
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
    ['devices lost', 'Lyd og billede blev afbrudt'],
    ['microphone lost', 'Man kan ikke høre dig.'],
    ['outside', 'Lægerne Test Torv lukker dig ind. Indtil da kan ingen se eller høre dig.'],
    ['sent out', 'Du er sendt ud af samtalen'],
    ['weak here', 'Nettet her er svagt: De andre hører dig, men ser dig ikke lige nu.'],
    ['weak there', 'Nettet hos Læge Test Lund er svagt. Lyden går forud for billedet.'],
    ['slow device', 'Enheden her kan ikke følge med.'],
    ['still picture', 'Billedet skifter kun af og til.'],
    ['sound only', 'Kun lyd. Billedet kommer igen, når forbindelsen er bedre.'],
    ['unsafe', 'Nogen kan lytte med. Lyd og billede er stoppet.'],
    ['own network gone', 'Nettet her er væk.'],
    ['own screen', 'Du deler din skærm.'],
    ['their screen', 'Læge Test Lund læge, Lægerne Test Torv, deler skærm'],
    ['signer shown to all', 'Kaja Hansen tolk taler tegnsprog'],
    ['speaking', 'taler'],
    ['six, joiner', 'Svag forbindelse'],
    ['bar', 'Læge Test Lund'],
    ['bar, reconnecting', 'Forbindelsen er væk'],
    ['bar, at the door', 'Bruno Elmer (pårørende)'],
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

  it('lets the clinician end a visit whose video does not work', async () => {
    const { element, store } = await begin('failed, clinic');
    button(element, 'Afslut samtalen').click();
    expect(store.commands).to.deep.equal([{ type: 'end', outcome: 'completed' }]);
  });

  it('plays on through every rendering: no picture begins anew', async () => {
    const { element, devices } = await begin('three');
    const begunAnew: string[] = [];
    for (const video of element.renderRoot.querySelectorAll('video'))
      for (const type of ['emptied', 'pause'])
        video.addEventListener(type, () => begunAnew.push(`${type}: ${video.ariaLabel ?? ''}`));
    for (const level of [0.1, 0.5, 0.2]) {
      devices.become({ level });
      await element.updateComplete;
    }
    element.after(element);
    await aTimeout(50);
    expect(begunAnew).to.deep.equal([]);
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
    store.set(callIn('two'));
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

  it('lets somebody wait at the door without a word more, until they come anew', async () => {
    const { element, store } = await begin('at the door');
    button(element, 'Lad vente').click();
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.door')).to.be.null;
    expect(store.commands).to.be.empty;
    store.set(callIn('two, clinic'));
    await element.updateComplete;
    store.set(callIn('at the door'));
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.door')).not.to.be.null;
  });

  it('stops sharing where it says that the screen is shared', async () => {
    const { element, store } = await begin('own screen');
    button(element, 'Stop deling').click();
    expect(store.commands).to.deep.equal([{ type: 'share-screen', on: false }]);
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

  it('brings lost devices back with one large tap', async () => {
    const { element, store } = await begin('devices lost');
    button(element, 'Få lyd og billede tilbage').click();
    expect(store.commands).to.deep.equal([{ type: 'resume' }]);
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

  for (const [name, text, next, after] of [
    ['two at the door', 'Lad vente', undefined, 'Lad vente'],
    ['at the door', 'Luk ind', 'two, clinic', 'Slå lyd fra'],
    ['own screen', 'Stop deling', 'two, clinic', 'Slå lyd fra'],
    ['devices lost', 'Få lyd og billede tilbage', 'two', 'Slå lyd fra'],
    ['left', 'Gå tilbage til samtalen', 'two', 'Slå lyd fra'],
  ] as const)
    it(`loses no focus when a button goes with what it was for: ${text}`, async () => {
      const { element, store } = await begin(name);
      button(element, text).focus();
      button(element, text).click();
      if (next !== undefined) store.set(callIn(next));
      await element.updateComplete;
      expect(element.shadowRoot?.activeElement?.textContent.trim()).to.equal(after);
    });

  it('moves the focus to the end only when it was inside', async () => {
    const { element, store } = await begin('two');
    store.set(callIn('ended'));
    await element.updateComplete;
    await aTimeout(0);
    expect(document.activeElement).not.to.equal(element);
    store.set(callIn('two'));
    await element.updateComplete;
    button(element, 'Forlad samtalen').focus();
    store.set(callIn('left'));
    await until(() => element.shadowRoot?.activeElement?.localName === 'h2');
  });

  it('can give the first picture most of the room', async () => {
    const { element } = await begin('three', 'focus');
    expect(element.renderRoot.querySelector<HTMLElement>('.tiles')?.dataset['layout']).to.equal('focus');
  });
});
