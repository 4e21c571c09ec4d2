import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import type { QueueState } from '@venterum/client';
import type { ClinicVisit } from '@venterum/contract';
import { borrowDevices } from '../shared/shared-devices.ts';
import './waiting-room.define.ts';
import {
  calledByColleague,
  calledByMe,
  client,
  clinic,
  fakeStore,
  magnus,
  many,
  me,
  nancy,
  over,
  ready,
  states,
  withColleague,
  withMe,
  withoutCpr,
  type QueueScript,
} from './waiting-room.fixtures.test.ts';
import { WaitingRoomElement } from './waiting-room.ts';

const begin = async (
  state: QueueState = ready(),
  view: 'full' | 'list' = 'full',
): Promise<{ element: WaitingRoomElement; store: QueueScript }> => {
  const store = fakeStore(state);
  const element = await fixture<WaitingRoomElement>(
    html`<waiting-room .client=${client} .store=${store} view=${view}></waiting-room>`,
  );
  return { element, store };
};

const find = <Found extends HTMLElement = HTMLElement>(
  element: WaitingRoomElement,
  selector: string,
): Found => {
  const found = element.renderRoot.querySelector<Found>(selector);
  if (found === null) throw new Error(`no ${selector} in ${words(element)}`);
  return found;
};

const words = (element: WaitingRoomElement): string =>
  (element.renderRoot.querySelector('.base')?.textContent ?? '').replace(/\s+/g, ' ');

const button = (element: WaitingRoomElement, label: string): HTMLButtonElement => {
  const found = [...element.renderRoot.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === label,
  );
  if (found === undefined) throw new Error(`no button "${label}" in ${words(element)}`);
  return found;
};

const press = async (element: WaitingRoomElement, label: string): Promise<void> => {
  button(element, label).click();
  await element.updateComplete;
};

const show = async (element: WaitingRoomElement, store: QueueScript, state: QueueState): Promise<void> => {
  store.set(state);
  await element.updateComplete;
};

const said = async (
  element: WaitingRoomElement,
  urgency: 'polite' | 'assertive',
  text: string,
): Promise<void> => {
  const region = find(element, `[data-live=${urgency}]`);
  await waitUntil(() => region.textContent.includes(text), `said: ${text}`);
};

const focused = (element: WaitingRoomElement): Element | null => element.shadowRoot?.activeElement ?? null;

const inCall = ready({ visits: [withMe, magnus], current: { visit: withMe } });

describe('<waiting-room>', () => {
  it('registers nothing by its class, once by its define file', () => {
    expect(customElements.get('waiting-room')).to.equal(WaitingRoomElement);
  });

  describe('each state says what is so and what to do', () => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      starting: ['Henter venteværelset'],
      'signed-out': ['Log ind for at se venteværelset', 'Log ind med medarbejderlogin'],
      'signing-in': ['Log ind i vinduet', 'Prøv igen'],
      forbidden: ['Du har ikke adgang', 'Bed klinikkens leder', 'Log af'],
      unavailable: ['Venteværelset kan ikke hentes', 'Patienter i kø beholder deres plads', 'Prøv igen'],
      'session-ended': ['ikke har været brugt', 'Log ind igen'],
      'closed-empty': ['Lukket for video', 'Ingen kan stille sig i kø'],
      'open-empty': ['Ingen venter', 'Du kan arbejde videre'],
      one: [
        '1 venter',
        'Nancy Ann Berggren',
        '251248-••••',
        'Kommune med CPR · Plejehjem · SOSU-assistent',
        'Venter 12 min.',
      ],
      mixed: [
        'Min Læge',
        'Kommune uden CPR',
        'Sms-link · pårørende',
        'Videokonference',
        'Prøveopkald',
        'Aftalt kl. ',
        'Væk siden kl. ',
        'Lige kommet',
        'CPR ikke oplyst',
      ],
      delayed: ['Forsinket ca. 15 min.', 'Vi er forsinket på grund af et akut besøg.'],
      'busy-row': ['Starter …'],
      'called-by-me': ['Ringer op …', '45 sek.', 'Fortryd', 'Afslut samtalen, før du starter den næste.'],
      'in-consultation': [
        'I gang i 4:00',
        'Til stede: SOSU Test Holm (medarbejder)',
        'Samtykke er registreret',
        'Ved døren: Tolk Test (tolk)',
      ],
      'called-by-colleague': ['Kaldt ind af Læge Test Dam'],
      'with-colleague': ['Hos Læge Test Dam'],
      offline: ['Ingen forbindelse. Listen er fra kl. '],
      'session-ending': ['Du bliver logget af om 30 sekunder', 'Bliv logget ind'],
      failed: ['Serveren svarer ikke', 'Prøv igen'],
    };
    for (const [name, sentences] of Object.entries(expected)) {
      it(`${name}`, async () => {
        const { element } = await begin(states[name]);
        for (const sentence of sentences) expect(words(element)).to.include(sentence);
        expect(words(element), 'support on every screen').to.include('70 12 34 56');
      });
    }
  });

  describe('the list', () => {
    it('shows each origin by a bar of its own colour and by its word', async () => {
      const { element } = await begin(states['mixed']);
      const colours = [...element.renderRoot.querySelectorAll<HTMLElement>('.row')].map(
        (row) => getComputedStyle(row).borderInlineStartColor,
      );
      expect(new Set(colours).size).to.equal(4);
    });

    it('shows one CPR number in full when asked, and only one', async () => {
      const { element } = await begin(ready({ visits: [nancy, magnus] }));
      expect(words(element)).not.to.include('9996');
      await press(element, 'Vis hele CPR-nummeret for Nancy Ann Berggren');
      expect(words(element)).to.include('251248-9996');
      await press(element, 'Vis hele CPR-nummeret for Magnus');
      expect(words(element)).to.include('050490-9995').and.not.to.include('251248-9996');
      await press(element, 'Skjul CPR-nummeret for Magnus');
      expect(words(element)).not.to.include('9995');
    });

    it('never takes the helper for the citizen', async () => {
      const { element } = await begin(ready({ visits: [{ ...nancy, citizen: {} }] }));
      expect(find(element, '.name').textContent).to.equal('Borger');
    });

    it('tells an absence that matters from a short one', async () => {
      const short: ClinicVisit = { ...nancy, presence: 'away', awaySince: '2026-11-22T13:29:00.000Z' };
      const { element, store } = await begin(ready({ visits: [short] }));
      expect(words(element)).to.include('Ikke ved skærmen lige nu');
      await show(element, store, ready({ visits: [withoutCpr] }));
      expect(words(element)).to.include('Væk siden kl.');
    });

    it('folds the ended of today away, with how they ended', async () => {
      const { element } = await begin(ready({ over }));
      const details = find<HTMLDetailsElement>(element, 'details');
      expect(details.open).to.equal(false);
      expect(details.textContent).to.include('Gennemført').and.include('9 min.').and.include('Forlod køen');
    });

    it('turns grey and starts nothing while offline', async () => {
      const { element } = await begin(states['offline']);
      expect(button(element, 'Start video med Nancy Ann Berggren').disabled).to.equal(true);
      expect(button(element, 'Lukket for video').disabled).to.equal(true);
    });

    it('lets in somebody at a colleague’s door', async () => {
      const { element, store } = await begin(ready({ visits: [withColleague] }));
      await press(element, 'Luk ind');
      expect(store.commands).to.deep.equal([
        { type: 'admit', visitId: 'v-niels', participantId: 'interpreter-Tolk Test' },
      ]);
    });

    it('keeps 300 rows fluent: a newcomer renders one row, a second none', async () => {
      const visits = many(300);
      const { element, store } = await begin(ready({ visits }));
      const rows = [...element.renderRoot.querySelectorAll('.row')];
      expect(rows.length).to.equal(300);
      expect(getComputedStyle(rows[0] as HTMLElement).contentVisibility).to.equal('auto');
      const touched: Node[] = [];
      const observer = new MutationObserver((records) =>
        touched.push(...records.map(({ target }) => target)),
      );
      observer.observe(find(element, 'ol'), {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      });
      element.requestUpdate();
      await element.updateComplete;
      await nextFrame();
      expect(touched.length, 'a tick touches no row').to.equal(0);
      const started = performance.now();
      await show(element, store, ready({ visits: [...visits, { ...nancy, id: 'v-new' }] }));
      const took = performance.now() - started;
      await nextFrame();
      observer.disconnect();
      expect(new Set(touched).size, 'only the list got a child').to.equal(1);
      expect([...element.renderRoot.querySelectorAll('.row')].slice(0, 300)).to.deep.equal(rows);
      expect(took, 'milliseconds for a newcomer').to.be.below(150);
    });

    it('follows the time with one timer for the page, none of its own', async () => {
      const set = window.setInterval.bind(window);
      let timers = 0;
      window.setInterval = ((...args: Parameters<typeof set>) => {
        timers += 1;
        return set(...args);
      }) as typeof window.setInterval;
      await begin(ready({ visits: many(50) }));
      await begin(ready({ visits: many(50) }));
      window.setInterval = set;
      expect(timers).to.be.at.most(1);
    });
  });

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
      expect(store.commands).to.deep.equal([{ type: 'call', visitId: 'v-nancy' }]);
    });

    it('calls nobody when the host forbids it', async () => {
      const { element, store } = await begin(ready({ visits: [nancy] }));
      element.addEventListener('visit-call-request', (event) => event.preventDefault());
      await press(element, 'Start video med Nancy Ann Berggren');
      expect(store.commands).to.deep.equal([]);
    });

    it('I2: says who was faster', async () => {
      const { element, store } = await begin(
        ready({ visits: [{ ...calledByColleague, state: 'waiting' }, nancy] }),
      );
      await press(element, 'Start video med Niels Vendelboe');
      await show(
        element,
        store,
        ready({ visits: [calledByColleague, nancy], failure: { code: 'claimed-by-other' } }),
      );
      expect(find(element, '.notice').textContent).to.include(
        'Læge Test Dam nåede det først og har Niels Vendelboe nu.',
      );
      await said(element, 'assertive', 'Læge Test Dam nåede det først');
      await press(element, 'Luk');
      expect(element.renderRoot.querySelector('.notice')).to.equal(null);
    });

    it('tells the host that a visit was called, moves the focus to the patient, and can let go', async () => {
      const { element, store } = await begin(ready({ visits: [nancy, magnus] }));
      button(element, 'Start video med Nancy Ann Berggren').focus();
      setTimeout(() => store.set(ready({ visits: [calledByMe, magnus], current: { visit: calledByMe } })));
      const event = await oneEvent(element, 'visit-called');
      await element.updateComplete;
      expect(event.detail.visitId).to.equal('v-nancy');
      expect(focused(element)).to.equal(find(element, '#patient'));
      expect(button(element, 'Start video med Magnus').disabled, 'one at a time').to.equal(true);
      await press(element, 'Fortryd');
      expect(store.commands).to.deep.equal([{ type: 'release', visitId: 'v-nancy' }]);
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
      expect(words(element)).to.include('Åbn videoen her');
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

    it('D17: warms the camera only where it was allowed before, and lets it go', async () => {
      const query = navigator.permissions.query.bind(navigator.permissions);
      let state: PermissionState = 'prompt';
      let asked = 0;
      navigator.permissions.query = () => {
        asked += 1;
        return Promise.resolve({ state } as PermissionStatus);
      };
      const loan = borrowDevices();
      await loan.store.dispatch({ type: 'stop' });
      const { element } = await begin(ready({ visits: [nancy] }));
      const hover = (): boolean => find(element, '.start').dispatchEvent(new PointerEvent('pointerenter'));
      hover();
      await waitUntil(() => asked === 2);
      await nextFrame();
      expect(loan.store.getState().camera, 'nobody is asked').to.equal('unknown');
      const parent = element.parentElement;
      element.remove();
      state = 'granted';
      parent?.append(element);
      await element.updateComplete;
      hover();
      await waitUntil(() => loan.store.getState().camera === 'on', 'warm', { timeout: 5000 });
      const tracks = loan.store.getState().stream?.getTracks() ?? [];
      element.remove();
      loan.giveBack();
      await waitUntil(() => tracks.length === 2 && tracks.every(({ readyState }) => readyState === 'ended'));
      navigator.permissions.query = query;
    });
  });

  describe('ending', () => {
    it('asks how it ended, and the first answer is the commonest', async () => {
      const { element, store } = await begin(inCall);
      await press(element, 'Afslut');
      const dialog = find<HTMLDialogElement>(element, 'dialog');
      expect(dialog.matches(':modal')).to.equal(true);
      expect(focused(element)?.textContent.trim()).to.equal('Gennemført');
      const labels = [...dialog.querySelectorAll('button')].map((one) => one.textContent.trim());
      expect(labels).to.deep.equal([
        'Gennemført',
        'Skift til telefon',
        'Skift til fysisk besøg',
        'Teknisk fejl',
        'Mødte ikke',
        'Tilbage til samtalen',
      ]);
      await press(element, 'Skift til telefon');
      expect(store.commands).to.deep.equal([{ type: 'end', visitId: 'v-nancy', outcome: 'moved-to-phone' }]);
    });

    it('goes back to the call with Escape, focus and all', async () => {
      const { element, store } = await begin(inCall);
      button(element, 'Afslut').focus();
      await press(element, 'Afslut');
      find<HTMLDialogElement>(element, 'dialog').close();
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
      await import('../video-room/video-room.define.ts');
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
      find<HTMLTextAreaElement>(element, '#remove-message').value = ' Vi ringer i eftermiddag. ';
      find<HTMLFormElement>(element, 'dialog form').requestSubmit();
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
      await press(element, 'Forsinkelse og besked');
      find<HTMLSelectElement>(element, '#delay').value = '20';
      find<HTMLTextAreaElement>(element, '#message').value = 'Akut besøg.';
      find<HTMLInputElement>(element, '#phone').value = '86 12 34 56';
      find<HTMLFormElement>(element, '.settings').requestSubmit();
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
      await press(element, 'Forsinkelse og besked');
      find<HTMLTextAreaElement>(element, '#message').value = 'Akut besøg.';
      find<HTMLInputElement>(element, '#phone').value = '86 12';
      find<HTMLFormElement>(element, '.settings').requestSubmit();
      await element.updateComplete;
      expect(store.commands).to.deep.equal([]);
      expect(words(element)).to.include('Skriv et dansk telefonnummer');
      expect(focused(element)).to.equal(find(element, '#phone'));
      expect(find<HTMLTextAreaElement>(element, '#message').value).to.equal('Akut besøg.');
    });
  });

  describe('telling', () => {
    it('announces who comes, goes, is taken and comes back', async () => {
      const { element, store } = await begin(ready({ visits: [nancy] }));
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

    it('counts many newcomers instead of naming them', async () => {
      const { element, store } = await begin(ready());
      await show(element, store, ready({ visits: many(5) }));
      await said(element, 'polite', '5 nye i køen');
    });

    it('puts a number in the title while nobody looks, and the host’s own back', async () => {
      const { element, store } = await begin(ready());
      document.title = 'Journal';
      const hidden = (value: boolean): void => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
        document.dispatchEvent(new Event('visibilitychange'));
      };
      await show(element, store, ready({ visits: [nancy] }));
      expect(document.title, 'the list is seen').to.equal('Journal');
      hidden(true);
      await show(element, store, ready({ visits: [nancy, magnus, withoutCpr] }));
      expect(document.title).to.equal('(2) Journal');
      hidden(false);
      expect(document.title).to.equal('Journal');
      Reflect.deleteProperty(document, 'hidden');
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

  describe('as a guest in somebody’s page', () => {
    it('speaks English, and the host’s own words', async () => {
      const { element } = await begin(ready({ visits: [nancy] }));
      element.lang = 'en';
      await waitUntil(() => words(element).includes('Waiting 12 min'));
      element.strings = { start: 'Go' };
      await element.updateComplete;
      expect(find(element, '.start').textContent.trim()).to.equal('Go');
    });

    it('keeps its store when it is moved, and lets go when it is removed', async () => {
      const { element, store } = await begin(ready({ visits: [nancy] }));
      const other = document.createElement('div');
      document.body.append(other);
      other.append(element);
      await element.updateComplete;
      await show(element, store, ready({ visits: [nancy, magnus] }));
      expect(words(element)).to.include('2 venter');
      other.remove();
      await waitUntil(() => store.listeners === 0);
      expect(store.disposed, 'the integrator’s own').to.equal(false);
    });

    it('says so when the page has no client', async () => {
      const element = await fixture<WaitingRoomElement>(html`<waiting-room></waiting-room>`);
      await waitUntil(() => words(element).includes('Video er ikke sat op'), '', { timeout: 3000 });
    });

    it('knows its own call from a colleague’s of the same name', async () => {
      const namesake: ClinicVisit = {
        ...withColleague,
        claim: { by: 'doctor-2', name: me.name, role: 'doctor', at: me.id },
      };
      const { element } = await begin(ready({ visits: [namesake] }));
      expect(words(element)).to.include(`Hos ${me.name}`).and.not.to.include('I samtale med dig');
    });
  });
});
