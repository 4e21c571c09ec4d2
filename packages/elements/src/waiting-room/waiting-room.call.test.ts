import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { QueueState } from '@venterum/client';
import { loadElement, videoRoom } from '../shared/load-element.ts';
import {
  calledByColleague,
  calledByMe,
  client,
  fakeStore,
  magnus,
  nancy,
  over,
  ready,
  states,
  withMe,
} from './waiting-room.fixtures.test.ts';
import {
  begin,
  button,
  callIn,
  control,
  dialogOf,
  find,
  focused,
  inCall,
  press,
  show,
  submit,
  words,
} from './waiting-room.harness.fixtures.test.ts';
import type { WaitingRoomElement } from './waiting-room.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { said } from '../shared/said.fixtures.test.ts';

describe('<waiting-room> call', () => {
  describe('calling', () => {
    it('asks the host first, then the server', async () => {
      const { element, store } = await begin(ready({ visits: [nancy] }));
      setTimeout(() => button(element, 'Start video med Nancy Ann Berggren').click());
      const event = await oneEvent(element, 'visit-call-request');
      expect(event.detail).to.deep.equal({
        visitId: 'v-nancy',
        clinicId: 'clinic-1',
        kind: 'consultation',
        origin: 'care-app',
        test: false,
      });
      expect(store.commands, 'not before somebody has looked who it is').to.deep.equal([]);
      await element.updateComplete;
      await press(element, 'Ja, start video');
      expect(store.commands).to.deep.equal([{ type: 'call', visitId: 'v-nancy' }]);
    });

    it('calls nobody when the host forbids it', async () => {
      const { element, store } = await begin(ready({ visits: [nancy] }));
      element.addEventListener('visit-call-request', (event) => event.preventDefault());
      await press(element, 'Start video med Nancy Ann Berggren');
      expect(element.renderRoot.querySelector('dialog')).to.equal(null);
      expect(store.commands).to.deep.equal([]);
    });

    it('I2: says who was faster', async () => {
      const { element, store } = await begin(
        ready({ visits: [{ ...calledByColleague, state: 'waiting' }, nancy] }),
      );
      await callIn(element, 'Niels Vendelboe');
      await show(
        element,
        store,
        ready({ visits: [calledByColleague, nancy], failure: { code: 'claimed-by-other' } }),
      );
      expect(find(element, '.notice').textContent).to.include(
        'Læge Test Dam nåede det først og har Niels Vendelboe nu.',
      );
      await said(element, 'assertive', 'Læge Test Dam nåede det først');
      expect(element.renderRoot.querySelector('dialog') === null).to.equal(true);
      await press(element, 'Luk');
      expect(element.renderRoot.querySelector('.notice')).to.equal(null);
    });

    it('tells the host that a visit was called, moves the focus to the patient, and can let go', async () => {
      const { element, store } = await begin(ready({ visits: [nancy, magnus] }));
      button(element, 'Start video med Nancy Ann Berggren').focus();
      setTimeout(() => store.set(ready({ visits: [calledByMe, magnus], current: { visit: calledByMe } })));
      const event = await oneEvent<HTMLElementEventMap['visit-called']>(element, 'visit-called');
      await element.updateComplete;
      expect(event.detail.visitId).to.equal('v-nancy');
      expect(focused(element)).to.equal(find(element, '#patient'));
      expect(button(element, 'Start video med Magnus').ariaDisabled, 'one at a time').to.equal('true');
      await press(element, 'Start video med Magnus');
      expect(element.renderRoot.querySelector('dialog')).to.equal(null);
      await press(element, 'Fortryd');
      expect(store.commands).to.deep.equal([{ type: 'release', visitId: 'v-nancy' }]);
    });

    it('says when whoever is called has left the screen, and when they are back', async () => {
      const calling = (presence: 'away' | 'online'): QueueState => {
        const visit = { ...calledByMe, presence };
        return ready({ visits: [visit, magnus], current: { visit } });
      };
      const { element, store } = await begin(calling('online'));
      const told = (): string => find(element, '.patient').textContent.replace(/\s+/g, ' ');
      expect(told()).to.include('Ringer op …').and.not.to.include('Ikke ved skærmen');
      await show(element, store, calling('away'));
      expect(told()).to.include('får borgeren sin plads i køen igen. Ikke ved skærmen lige nu');
      await show(element, store, calling('online'));
      expect(told()).not.to.include('Ikke ved skærmen');
    });

    it('does not tell of a call that was there before', async () => {
      let told = 0;
      const store = fakeStore(inCall);
      const element = await fixture<WaitingRoomElement>(
        html`<waiting-room
          .client=${client}
          .store=${store}
          @visit-called=${() => (told += 1)}
        ></waiting-room>`,
      );
      expect(told).to.equal(0);
      await waitUntil(() => words(element).includes('Åbn videoen her'));
    });

    it('keeps name, CPR and reason above the picture', async () => {
      const { element } = await begin(inCall);
      const [first, second] = find(element, '.call').children;
      expect(first?.textContent)
        .to.include('Nancy Ann Berggren')
        .and.include('251248-••••')
        .and.include('Sår på');
      expect(second?.matches('.stage, video-room')).to.equal(true);
    });

    it('leaves the picture to the host in a list', async () => {
      const { element } = await begin(inCall, 'list');
      expect(element.renderRoot.querySelector('.stage, video-room, [role=tab]')).to.equal(null);
      expect(words(element)).to.include('Nancy Ann Berggren');
    });

    it('loads the video code while somebody waits', async () => {
      await begin(ready({ visits: [nancy] }));
      await waitUntil(() => customElements.get('video-room') !== undefined);
    });
  });

  describe('ending', () => {
    it('asks how it ended, and the first answer is the commonest', async () => {
      const { element, store } = await begin(inCall);
      await press(element, 'Afslut');
      const dialog = dialogOf(element);
      expect(dialog.matches(':modal')).to.equal(true);
      expect(focused(element)?.textContent.trim()).to.equal('Gennemført');
      const labels = [...dialog.querySelectorAll('button')].map((one) => one.textContent.trim());
      expect(labels).to.deep.equal([
        'Gennemført',
        'Skift til telefon',
        'Skift til fysisk besøg',
        'Teknisk fejl',
        'Mødte ikke',
        'Tilbage',
      ]);
      await press(element, 'Skift til telefon');
      expect(store.commands).to.deep.equal([{ type: 'end', visitId: 'v-nancy', outcome: 'moved-to-phone' }]);
    });

    it('goes back to the call with Escape, focus and all', async () => {
      const { element, store } = await begin(inCall);
      button(element, 'Afslut').focus();
      await press(element, 'Afslut');
      dialogOf(element).close();
      await waitUntil(() => element.renderRoot.querySelector('dialog') === null);
      await waitUntil(() => focused(element) === button(element, 'Afslut'));
      expect(store.commands).to.deep.equal([]);
    });

    it('suggests a no-show when nobody has answered', async () => {
      const { element } = await begin(states['called-by-me']);
      await press(element, 'Afslut');
      expect(find(element, 'dialog .primary').textContent.trim()).to.equal('Mødte ikke');
    });

    it('asks as well when the video’s own button is pressed', async () => {
      await loadElement(videoRoom);
      const { element } = await begin(inCall);
      await press(element, 'Åbn videoen her');
      const video = find(element, 'video-room');
      const request = new Event('call-end-request', { cancelable: true });
      video.dispatchEvent(request);
      await element.updateComplete;
      expect(request.defaultPrevented).to.equal(true);
      expect(find(element, 'dialog').textContent).to.include('Hvordan endte samtalen?');
    });

    it('says in the dialog when it failed', async () => {
      const { element, store } = await begin(inCall);
      await press(element, 'Afslut');
      await show(element, store, { ...inCall, failure: { code: 'unavailable' } });
      expect(find(element, 'dialog').textContent).to.include('Serveren svarer ikke');
    });

    it('hands the facts back and goes on to the next', async () => {
      const { element, store } = await begin(inCall);
      await press(element, 'Afslut');
      setTimeout(() => store.set(ready({ visits: [magnus], over })));
      const event = await oneEvent(element, 'visit-ended');
      await element.updateComplete;
      expect(event.detail).to.deep.equal({
        visitId: 'v-nancy',
        clinicId: 'clinic-1',
        kind: 'consultation',
        origin: 'care-app',
        test: false,
        state: 'ended',
        outcome: 'completed',
        startedAt: withMe.startedAt,
        endedAt: over[0]?.endedAt,
        durationSeconds: 512,
      });
      expect(element.renderRoot.querySelector('dialog')).to.equal(null);
      expect(words(element))
        .to.include('Nancy Ann Berggren: Gennemført')
        .and.include('Samtalen varede 9 min.');
      expect(focused(element)).to.equal(find(element, '#ended'));
      await press(element, 'Klar til næste');
      await waitUntil(() => focused(element) === button(element, 'Start video med Magnus'));
    });
  });

  describe('removing', () => {
    it('asks first, says it can be undone, and sends the clinic’s words', async () => {
      const { element, store } = await begin(ready({ visits: [nancy] }));
      await press(element, 'Flere handlinger for Nancy Ann Berggren');
      expect(button(element, 'Flere handlinger for Nancy Ann Berggren').ariaExpanded).to.equal('true');
      await press(element, 'Fjern fra køen');
      expect(find(element, 'dialog').textContent).to.include('Det kan gøres om');
      control(element, '#words').value = ' Vi ringer i eftermiddag. ';
      submit(element, 'dialog form');
      expect(store.commands).to.deep.equal([
        { type: 'remove', visitId: 'v-nancy', message: 'Vi ringer i eftermiddag.' },
      ]);
      await show(element, store, ready());
      expect(element.renderRoot.querySelector('dialog'), 'goes with its visit').to.equal(null);
      await waitUntil(() => focused(element) === find(element, '#queue'));
    });

    it('closes the menu with Escape and keeps the place', async () => {
      const { element } = await begin(ready({ visits: [nancy] }));
      await press(element, 'Flere handlinger for Nancy Ann Berggren');
      const more = button(element, 'Flere handlinger for Nancy Ann Berggren');
      more.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      await element.updateComplete;
      expect(element.renderRoot.querySelector('.menu')).to.equal(null);
      expect(focused(element)).to.equal(more);
    });
  });
});
