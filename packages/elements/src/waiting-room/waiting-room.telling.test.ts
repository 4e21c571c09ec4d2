import { expect, fixture, html } from '@open-wc/testing';
import {
  calledByMe,
  client,
  clinic,
  fakeStore,
  magnus,
  many,
  nancy,
  over,
  ready,
  states,
  withMe,
  withoutCpr,
} from './waiting-room.fixtures.test.ts';
import {
  begin,
  button,
  control,
  find,
  focused,
  inCall,
  press,
  show,
  submit,
  words,
} from './waiting-room.harness.fixtures.test.ts';
import type { WaitingRoomElement } from './waiting-room.ts';
import { FakeSound, fakeSound } from '../shared/fake-sound.fixtures.test.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { said } from '../shared/said.fixtures.test.ts';

/** Nobody sees the page until what is answered is called. */
const lookAway = (): (() => void) => {
  const hidden = (value: boolean): void => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  hidden(true);
  return () => {
    hidden(false);
    Reflect.deleteProperty(document, 'hidden');
  };
};

describe('<waiting-room> around the list', () => {
  describe('opening', () => {
    it('shows what the server has confirmed, never the wish', async () => {
      const { element, store } = await begin(ready({ clinic: { ...clinic, delayMinutes: 15 } }));
      await press(element, 'Lukket for video');
      expect(store.commands).to.deep.equal([
        { type: 'set-opening', opening: { open: false, delayMinutes: 15 } },
      ]);
      expect(button(element, 'Åben for video').ariaPressed).to.equal('true');
      await show(element, store, ready({ clinic: { ...clinic, open: false } }));
      expect(button(element, 'Lukket for video').ariaPressed).to.equal('true');
      await said(element, 'polite', 'Der er lukket for video');
    });

    it('saves delay, message and phone', async () => {
      const { element, store } = await begin();
      await press(element, 'Indstillinger');
      control(element, '#delay').value = '20';
      control(element, '#message').value = 'Akut besøg.';
      control(element, '#phone').value = '86 12 34 56';
      submit(element, '.settings');
      await waitUntil(() => element.renderRoot.querySelector('.settings') === null);
      expect(store.commands).to.deep.equal([
        {
          type: 'set-opening',
          opening: { open: true, message: 'Akut besøg.', delayMinutes: 20, phone: '+4586123456' },
        },
      ]);
    });

    it('keeps what was typed and goes to what is wrong', async () => {
      const { element, store } = await begin();
      await press(element, 'Indstillinger');
      control(element, '#message').value = 'Akut besøg.';
      control(element, '#phone').value = '86 12';
      submit(element, '.settings');
      await element.updateComplete;
      expect(store.commands).to.deep.equal([]);
      expect(words(element)).to.include('Skriv et dansk telefonnummer');
      expect(focused(element)).to.equal(find(element, '#phone'));
      expect(control(element, '#message').value).to.equal('Akut besøg.');
    });
  });

  describe('telling', () => {
    let ownSound = (): void => undefined;
    beforeEach(() => {
      ownSound = fakeSound();
    });
    afterEach(() => {
      ownSound();
    });

    it('counts many newcomers instead of naming them', async () => {
      const { element, store } = await begin(ready());
      await show(element, store, ready({ visits: many(5) }));
      await said(element, 'polite', '5 nye i køen');
    });

    for (const view of ['full', 'list'] as const) {
      it(`announces who comes, goes, is taken and comes back, in view ${view}`, async () => {
        const { element, store } = await begin(ready({ visits: [nancy] }), view);
        await show(element, store, ready({ visits: [nancy, magnus] }));
        await said(element, 'polite', 'Ny i køen: Magnus, Min Læge');
        await show(element, store, ready({ visits: [nancy] }));
        await said(element, 'polite', 'Magnus har forladt køen');
        await show(element, store, ready({ visits: [calledByMe], current: { visit: calledByMe } }));
        await show(element, store, ready({ visits: [withMe], current: { visit: withMe } }));
        await said(element, 'polite', 'Nancy Ann Berggren er i samtalen');
        await show(
          element,
          store,
          ready({ visits: [{ ...nancy, claim: { ...withMe.claim, by: 'x' } as never, state: 'called' }] }),
        );
        await show(element, store, ready({ visits: [nancy] }));
        await said(element, 'polite', 'Nancy Ann Berggren svarede ikke');
      });

      it(`puts a number in the title while nobody looks, and the host’s own back, in view ${view}`, async () => {
        const { element, store } = await begin(ready(), view);
        document.title = 'Journal';
        await show(element, store, ready({ visits: [nancy] }));
        expect(document.title, 'the list is seen').to.equal('Journal');
        const look = lookAway();
        await show(element, store, ready({ visits: [nancy, magnus, withoutCpr] }));
        expect(document.title).to.equal('(2) Journal');
        look();
        expect(document.title).to.equal('Journal');
      });

      it(`does so as well when the host shows something else in its place, in view ${view}`, async () => {
        const { element, store } = await begin(ready(), view);
        document.title = 'Journal';
        const panel = element.parentElement;
        if (panel === null) throw new Error('no parent');
        panel.hidden = true;
        await waitUntil(async () => {
          // Seen to be hidden only once a frame was drawn: until then newcomers are not counted.
          await show(element, store, ready());
          await show(element, store, ready({ visits: [nancy] }));
          return document.title.endsWith(') Journal');
        }, 'a number in the title');
        panel.hidden = false;
        await waitUntil(() => document.title === 'Journal', 'the host’s own');
      });

      it(`puts how many wait on the app’s badge, and takes it off with itself, in view ${view}`, async () => {
        const badges: number[] = [];
        const stub = (name: string, value: (count?: number) => Promise<void>): void => {
          Object.defineProperty(navigator, name, { configurable: true, value });
        };
        stub('setAppBadge', (count = 0) => Promise.resolve(void badges.push(count)));
        stub('clearAppBadge', () => Promise.reject(new Error('not allowed')).finally(() => badges.push(0)));
        const { element, store } = await begin(ready({ visits: [nancy, magnus] }), view);
        await show(element, store, ready({ visits: [nancy] }));
        element.remove();
        for (const name of ['setAppBadge', 'clearAppBadge']) Reflect.deleteProperty(navigator, name);
        await waitUntil(() => badges.join() === '2,1,0', 'badges');
      });

      it(`sounds once for a newcomer while nobody looks, where it is wanted, in view ${view}`, async () => {
        const { element, store } = await begin(ready(), view);
        await press(element, 'Indstillinger');
        const look = lookAway();
        await show(element, store, ready({ visits: [nancy] }));
        expect(FakeSound.tones, 'nobody has asked for it').to.equal(0);
        control(element, '.settings [type=checkbox]').click();
        await element.updateComplete;
        document.body.click();
        await show(element, store, ready({ visits: [nancy, magnus] }));
        expect(FakeSound.tones).to.equal(2);
        look();
        await show(element, store, ready({ visits: [nancy, magnus, withoutCpr] }));
        expect(FakeSound.tones, 'the list is seen').to.equal(2);
        element.remove();
        document.body.click();
      });
    }

    const signs: Readonly<Record<string, () => void>> = {
      tap: () => document.body.click(),
      key: () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })),
    };
    for (const [sign, give] of Object.entries(signs))
      it(`sounds where the host wants it, once the page has had a ${sign}`, async () => {
        const { element, store } = await begin();
        element.sound = true;
        await element.updateComplete;
        FakeSound.mayWake = true;
        give();
        FakeSound.mayWake = false;
        const look = lookAway();
        await show(element, store, ready({ visits: [nancy] }));
        look();
        expect(FakeSound.tones).to.equal(2);
      });

    it('says when the connection goes and comes, and when the session ends', async () => {
      const { element, store } = await begin(ready({ visits: [nancy] }));
      await show(element, store, states['offline'] ?? ready());
      await said(element, 'assertive', 'Ingen forbindelse. Listen er fra kl. ');
      await show(element, store, ready({ visits: [nancy] }));
      await said(element, 'assertive', 'Forbindelsen er tilbage.');
      await show(element, store, states['session-ending'] ?? ready());
      await said(element, 'assertive', 'Du bliver logget af om 30 sekunder.');
      await show(element, store, states['session-ended'] ?? ready());
      await said(element, 'assertive', 'Du er logget af, fordi siden ikke har været brugt');
    });

    it('E10: tells the host counts and ids, nobody’s name, number or reason', async () => {
      const heard: unknown[] = [];
      const store = fakeStore(ready({ visits: [nancy] }));
      const element = await fixture<WaitingRoomElement>(
        html`<waiting-room .client=${client} .store=${store}></waiting-room>`,
      );
      const names = ['visit-call-request', 'visit-called', 'visit-ended', 'queue-changed'] as const;
      for (const name of names)
        document.addEventListener(name, (event) => heard.push((event as CustomEvent).detail));
      await press(element, 'Start video med Nancy Ann Berggren');
      await show(element, store, inCall);
      await show(element, store, ready({ over }));
      expect(heard.length).to.be.at.least(4);
      const outside = JSON.stringify(heard) + document.body.innerHTML;
      for (const secret of ['Nancy', '2512489996', '251248', 'Sår']) expect(outside).not.to.include(secret);
      expect(heard).to.deep.include({ open: true, waiting: 1, called: 0, inConsultation: 1 });
    });

    it('gives the host the citizen by property, for opening the right record', async () => {
      const { element } = await begin(ready({ visits: [nancy] }));
      expect(element.visits[0]?.citizen?.cpr).to.equal('2512489996');
    });
  });

  describe('session', () => {
    it('signs in, stays and retries at a tap', async () => {
      const { element, store } = await begin(states['signed-out']);
      await press(element, 'Log ind med medarbejderlogin');
      await show(element, store, states['session-ending'] ?? ready());
      await press(element, 'Bliv logget ind');
      await show(element, store, states['unavailable'] ?? ready());
      await press(element, 'Prøv igen');
      expect(store.commands).to.deep.equal([
        { type: 'sign-in', providerId: 'clinic-login' },
        { type: 'stay-signed-in' },
        { type: 'retry' },
      ]);
    });

    it('gives an error report to copy that names nobody', async () => {
      const { element } = await begin(
        ready({ visits: [nancy], failure: { code: 'internal', correlationId: 'c-1234' } }),
      );
      let copied = '';
      const clipboard = { writeText: (text: string) => Promise.resolve(void (copied = text)) };
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
      await press(element, 'Kopiér fejlrapport');
      await said(element, 'polite', 'Kopieret');
      Reflect.deleteProperty(navigator, 'clipboard');
      expect(copied).to.include('<waiting-room> ready internal c-1234').and.include('2026-11-22T13:30');
      for (const secret of ['Nancy', '251248', 'Sår']) expect(copied).not.to.include(secret);
    });

    it('A4: shows nothing of the queue once the session has ended', async () => {
      const { element, store } = await begin(states['mixed']);
      await press(element, 'Vis hele CPR-nummeret for Nancy Ann Berggren');
      await show(element, store, states['session-ended'] ?? ready());
      expect(element.renderRoot.textContent).not.to.include('Nancy').and.not.to.include('251248');
    });
  });

  describe('the sms tab', () => {
    it('is reached by arrow keys and loads its element late', async () => {
      const { element } = await begin(ready({ visits: [nancy] }));
      const queue = find(element, '#tab-queue');
      queue.focus();
      queue.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      await waitUntil(() => element.renderRoot.querySelector('sms-invite') !== null);
      expect(focused(element)).to.equal(find(element, '#tab-sms'));
      expect(find(element, '#panel-queue').hidden).to.equal(true);
      expect(find(element, '#tab-sms').ariaSelected).to.equal('true');
    });

    it('invites more to a visit', async () => {
      const { element } = await begin(ready({ visits: [nancy] }));
      await press(element, 'Flere handlinger for Nancy Ann Berggren');
      await press(element, 'Inviter flere med sms');
      await waitUntil(() => element.renderRoot.querySelector('sms-invite') !== null);
      expect((find(element, 'sms-invite') as HTMLElement & { visit?: string }).visit).to.equal('v-nancy');
    });
  });
});
