import { expect, fixture, html } from '@open-wc/testing';
import type { ClinicVisit } from '@venterum/contract';
import {
  magnus,
  many,
  me,
  nancy,
  over,
  ready,
  states,
  withColleague,
  withoutCpr,
} from './waiting-room.fixtures.test.ts';
import { begin, button, find, press, show, words } from './waiting-room.harness.fixtures.test.ts';
import { WaitingRoomElement } from './waiting-room.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

/** Answers what has been changed in an element since it was last asked. */
const touchedIn = (element: HTMLElement): (() => readonly Node[]) => {
  let touched = new Set<Node>();
  const observer = new MutationObserver((records) => {
    for (const { target } of records) touched.add(target);
  });
  observer.observe(element, { childList: true, subtree: true, characterData: true, attributes: true });
  return () => {
    const so = [...touched];
    touched = new Set();
    return so;
  };
};

describe('<waiting-room>', () => {
  it('registers nothing by its class, once by its define file', () => {
    expect(customElements.get('waiting-room')).to.equal(WaitingRoomElement);
  });

  describe('each state says what is so and what to do', () => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      starting: ['Henter venteværelset'],
      'signed-out': ['Log ind for at se venteværelset', 'Log ind med medarbejderlogin'],
      'signing-in': ['Log ind i vinduet', 'Prøv igen'],
      unavailable: ['Venteværelset kan ikke hentes', 'Patienter i kø beholder deres plads', 'Prøv igen'],
      'session-ended': ['ikke har været brugt', 'Log ind igen'],
      'closed-empty': ['Lukket for video', 'Ingen kan stille sig i kø'],
      'open-empty': ['Ingen venter', 'Nye vises her med det samme'],
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
      it(name, async () => {
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
      const details = find(element, 'details');
      expect(details.hasAttribute('open')).to.equal(false);
      expect(details.textContent).to.include('Gennemført').and.include('9 min.').and.include('Forlod køen');
    });

    it('turns grey and starts nothing while offline', async () => {
      const { element, store } = await begin(states['offline']);
      expect(button(element, 'Start video med Nancy Ann Berggren').ariaDisabled).to.equal('true');
      expect(button(element, 'Lukket for video').ariaDisabled).to.equal('true');
      await press(element, 'Start video med Nancy Ann Berggren');
      await press(element, 'Lukket for video');
      expect(element.renderRoot.querySelector('dialog')).to.equal(null);
      expect(store.commands).to.deep.equal([]);
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
      const groups = [...element.renderRoot.querySelectorAll('.group')];
      expect(groups.length, 'in groups of five').to.equal(60);
      expect(getComputedStyle(groups[0] as HTMLElement).contentVisibility).to.equal('auto');
      const list = find(element, '[part="visits"]');
      const touched = touchedIn(list);
      element.requestUpdate();
      await element.updateComplete;
      expect(touched(), 'a tick touches no row').to.deep.equal([]);
      await show(element, store, ready({ visits: [...visits, { ...nancy, id: 'v-new' }] }));
      expect(touched(), 'only the list got a child').to.deep.equal([list]);
      expect([...element.renderRoot.querySelectorAll('.row')].slice(0, 300)).to.deep.equal(rows);
    });

    it('changes nothing but the numbers of those who move up, also when they come anew over the wire', async () => {
      const visits = many(30);
      const { element, store } = await begin(ready({ visits }));
      const group = find(element, '.group');
      const touched = touchedIn(find(element, '[part="visits"]'));
      const moved = visits.slice(1).map((one) => structuredClone(one));
      await show(element, store, ready({ visits: moved }));
      const rows = [...element.renderRoot.querySelectorAll('.row')];
      const contents = touched().filter(
        (node) => node !== group && node.parentElement?.className !== 'number',
      );
      expect(
        contents.every((node) => rows[0]?.contains(node)),
        'who is next now',
      ).to.equal(true);
      expect(rows.map((row) => row.querySelector('.number')?.textContent)).to.deep.equal(
        moved.map((_, index) => `${index + 1}`),
      );
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
      await waitUntil(() => words(element).includes('Video er ikke sat op'), '');
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
