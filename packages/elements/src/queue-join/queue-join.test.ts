import { expect, fixture, fixtureSync, html, oneEvent } from '@open-wc/testing';
import type { JoinCommand, JoinState } from '@venterum/client';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import { called, clinic, ended, silentClient, states, visit } from './queue-join.fixtures.test.ts';
import { begin, button, fieldOf, find, submit, type, words } from './queue-join.page.test.ts';
import { QueueJoinElement } from './queue-join.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { said } from '../shared/said.fixtures.test.ts';

describe('<queue-join>', () => {
  it('registers nothing by its class, once by its define file', () => {
    expect(customElements.get('queue-join')).to.equal(QueueJoinElement);
  });

  it('E10: keeps the citizen out of the markup and the CPR number hidden until asked for', async () => {
    const { element } = await begin(states.ready);
    element.citizen = { cpr: '2512489996', name: 'Nancy Ann Berggren' };
    await element.updateComplete;
    expect(element.outerHTML).not.to.include('251248').and.not.to.include('Nancy');
    expect(words(element)).not.to.include('9996');
    button(element, 'Vis CPR').click();
    await element.updateComplete;
    expect(words(element)).to.include('251248-9996');
  });

  it('finds the own clinic by a CPR number typed with a hyphen, at Enter', async () => {
    const { element, store } = await begin(states['who-cpr']);
    await type(element, '#cpr', '251248-9996');
    submit(element);
    expect(store.commands).to.deep.equal([{ type: 'find-own-clinic', cpr: '2512489996' }]);
  });

  it('says in words that a number is no CPR number, keeps it, and puts focus there', async () => {
    const { element, store } = await begin(states['who-cpr']);
    await type(element, '#cpr', '311348-9996');
    button(element, 'Find læge').click();
    await element.updateComplete;
    const field = fieldOf(element, '#cpr');
    expect(store.commands).to.be.empty;
    expect(field.value).to.equal('311348-9996');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(element.shadowRoot?.activeElement).to.equal(field);
    await said(element, 'assertive', 'CPR-nummeret er ikke rigtigt');
  });

  it('searches clinics at Enter and chooses one at a tap', async () => {
    const { element, store } = await begin(states['who-clinic-found']);
    await type(element, '#search', 'torvet');
    submit(element);
    find(element, '.row').click();
    expect(store.commands).to.deep.equal([
      { type: 'search-clinics', search: 'torvet' },
      { type: 'choose-clinic', clinic },
    ]);
  });

  it('tells the host of joining, of being called and of the end, with facts and without persons', async () => {
    const { element, store } = await begin(states.joining);
    const facts = {
      visitId: 'visit-1',
      clinicId: 'clinic-1',
      kind: 'consultation',
      origin: 'care-app',
      test: false,
    };
    setTimeout(() => store.set({ ...states.waiting, joined: visit.id }));
    expect((await oneEvent(element, 'visit-joined')).detail).to.deep.equal(facts);
    setTimeout(() => store.set(states.called));
    expect((await oneEvent(element, 'visit-called')).detail).to.deep.equal(facts);
    setTimeout(() => store.set(states.ended));
    expect((await oneEvent(element, 'visit-ended')).detail).to.deep.equal({
      ...facts,
      state: 'ended',
      outcome: 'completed',
      startedAt: ended.startedAt,
      endedAt: ended.endedAt,
      durationSeconds: 720,
    });
  });

  it('leaves only after a question, and tells the host', async () => {
    const { element, store } = await begin(states.waiting);
    button(element, 'Forlad køen').click();
    await element.updateComplete;
    await element.updateComplete;
    expect(store.commands).to.be.empty;
    expect(element.shadowRoot?.activeElement?.textContent.trim()).to.equal('Bliv i køen');
    button(element, 'Ja, forlad køen').click();
    expect(store.commands).to.deep.equal([{ type: 'leave' }]);
    setTimeout(() => store.set(states.left));
    const { detail } = await oneEvent<HTMLElementEventMap['visit-left']>(element, 'visit-left');
    expect(detail.visitId).to.equal('visit-1');
  });

  for (const name of ['who-cpr', 'closed', 'ready', 'waiting', 'ended'] as const)
    it(`A4: logs off whoever has logged in here, at ${name}; where the host has, the host does`, async () => {
      const client = silentClient();
      const hosts = await begin(states[name], client);
      expect(words(hosts.element)).not.to.include('Log af');
      const { element, store } = await begin(states[name], {
        ...client,
        session: { ...client.session, kind: 'login' },
      });
      await waitUntil(() => words(element).includes('Log af'));
      button(element, 'Log af').click();
      expect(store.commands).to.deep.equal([{ type: 'sign-out' }]);
    });

  it('calls somebody back by the title of the page, and gives it back', async () => {
    document.title = 'Journal';
    const { element, store } = await begin(states.waiting);
    store.set(states.called);
    await element.updateComplete;
    expect(document.title).to.equal('Lægen er klar');
    button(element, 'Gå til lægen').click();
    expect(store.commands).to.deep.equal([{ type: 'enter' }]);
    store.set(states['in-call']);
    await element.updateComplete;
    expect(document.title).to.equal('Journal');
  });

  for (const minimised of [false, true])
    it(`E6: takes no tap meant for what stood there before it was called${minimised ? ', as a slim bar' : ''}; a key counts at once`, async () => {
      const { element, store } = await begin(states.waiting);
      element.minimised = minimised;
      const tap = (): void => {
        button(element, 'Gå til lægen').dispatchEvent(new MouseEvent('click', { detail: 1 }));
      };
      const isReady = (): boolean => button(element, 'Gå til lægen').ariaDisabled === 'false';
      store.set(states.called);
      await element.updateComplete;
      expect(isReady()).to.be.false;
      tap();
      expect(store.commands).to.be.empty;
      button(element, 'Gå til lægen').click();
      expect(store.commands).to.deep.equal([{ type: 'enter' }]);
      await waitUntil(isReady);
      tap();
      expect(store.commands).to.have.lengthOf(2);
      store.set(states['in-call']);
      store.set({ ...states.called, visit: { ...called, state: 'in-consultation' } });
      await element.updateComplete;
      tap();
      expect(store.commands).to.have.lengthOf(3, 'stepped out by a tap of one’s own');
    });

  it('does not ring for a conversation somebody has just gone out of', async () => {
    document.title = 'Journal';
    const { element, store } = await begin(states['in-call']);
    store.set({ ...states.called, visit: { ...called, state: 'in-consultation' } });
    await element.updateComplete;
    expect(document.title).to.equal('Journal');
    expect(words(element)).to.include('Samtalen er i gang. Du kan gå ind igen.');
  });

  it('is a slim bar while somebody works, and stays one when called', async () => {
    const { element, store } = await begin(states.waiting);
    button(element, 'Gør lille').click();
    await element.updateComplete;
    const height = find(element, '.slim').offsetHeight;
    expect(element.minimised).to.be.true;
    expect(words(element)).to.include('Nr. 2 i kø').and.include('10-20 min.');
    store.set(states.called);
    await element.updateComplete;
    expect(find(element, '.slim').offsetHeight).to.equal(height, 'nothing jumps');
    button(element, 'Gå til lægen').click();
    expect(store.commands).to.deep.equal([{ type: 'enter' }]);
    store.set(states['in-call']);
    await element.updateComplete;
    expect(element.minimised).to.be.false;
  });

  it('says a new position and a lost connection to those who do not see the screen', async () => {
    const { element, store } = await begin(states.waiting);
    store.set({ ...states.waiting, visit: { ...visit, position: 1 } });
    await said(element, 'polite', 'Du er nummer 1');
    store.set(states['waiting-offline']);
    await said(element, 'assertive', 'Forbindelsen er væk siden');
    store.set(states.called);
    await said(element, 'assertive', 'Lægen er klar. Gå til lægen.');
  });

  it('moves focus to the next heading from inside, never from elsewhere on the page', async () => {
    const { element, store } = await begin(states.waiting);
    const outside = fixtureSync<HTMLInputElement>(html`<input aria-label="Journal" />`);
    outside.focus();
    store.set(states.called);
    await element.updateComplete;
    expect(document.activeElement).to.equal(outside);
    button(element, 'Gå til lægen').focus();
    store.set(states.ended);
    await waitUntil(() => element.shadowRoot?.activeElement?.textContent === 'Samtalen er slut');
  });

  it('moves nothing above when a warning comes', async () => {
    const { element, store } = await begin(states.waiting);
    const top = (): number => button(element, 'Forlad køen').getBoundingClientRect().top;
    const before = top();
    store.set({ ...states['waiting-session-ending'], offlineSince: '2026-11-22T13:28:00.000Z' });
    await element.updateComplete;
    expect(top()).to.equal(before);
    button(element, 'Bliv logget ind').click();
    expect(store.commands).to.deep.equal([{ type: 'stay-signed-in' }]);
  });

  it('forgets what one person typed before the next comes', async () => {
    const { element, store } = await begin(states['who-cpr']);
    await type(element, '#cpr', '251248-9996');
    store.set(states['session-ended']);
    await element.updateComplete;
    store.set(states['who-cpr']);
    await element.updateComplete;
    expect(fieldOf(element, '#cpr').value).to.equal('');
  });

  it('lets every word be overridden', async () => {
    const { element } = await begin(states.waiting);
    element.strings = { waitingPosition: 'Plads {position}' };
    await element.updateComplete;
    expect(words(element)).to.include('Plads 2');
  });

  it('hands words by tag to the elements inside it, and keeps its own apart', async () => {
    const { element } = await begin(states.ready);
    const form = (): string =>
      element.renderRoot.querySelector('consent-form')?.shadowRoot?.textContent ?? 'not there';
    await waitUntil(() => form().includes('Samtykke til video'));
    element.strings = { readyTitle: 'Så er vi klar', 'consent-form': { declarationTitle: 'Borgerens ja' } };
    await waitUntil(() => form().includes('Borgerens ja'));
    expect(words(element)).to.include('Så er vi klar');
    element.strings = {};
    await waitUntil(() => form().includes('Samtykke til video'));
  });

  it('speaks English inside an English page', async () => {
    const store = new ScriptedStore<JoinState, JoinCommand>(states.waiting);
    const place = fixtureSync(html`<div lang="en"><queue-join .store=${store}></queue-join></div>`);
    const element = place.querySelector('queue-join');
    if (element === null) throw new Error('not there');
    await waitUntil(() => words(element).includes('You are number 2'));
    place.setAttribute('lang', 'da');
    await waitUntil(() => words(element).includes('Du er nummer 2'));
  });

  it('keeps an injected store through a move in the DOM, and lets go of it when removed', async () => {
    const { element, store } = await begin(states.waiting);
    const elsewhere = fixtureSync(html`<div></div>`);
    elsewhere.append(element);
    await element.updateComplete;
    expect(words(element)).to.include('Du er nummer 2');
    element.remove();
    await Promise.resolve();
    expect(store.listeners).to.equal(0);
    expect(store.disposed).to.equal(false, 'it belongs to the integrator');
    elsewhere.append(element);
    await element.updateComplete;
    expect(store.listeners).to.equal(1);
  });

  it('says so when no client comes, and goes on when one comes late', async () => {
    const element = await fixture<QueueJoinElement>(html`<queue-join></queue-join>`);
    await waitUntil(() => words(element).includes('Video er ikke sat op på denne side.'), 'no client');
    element.store = new ScriptedStore<JoinState, JoinCommand>(states.waiting);
    await element.updateComplete;
    expect(words(element)).to.include('Du er nummer 2');
  });

  describe('the error report', () => {
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
    const withClipboard = (clipboard: Partial<Clipboard> | undefined): void => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    };
    afterEach(() => {
      Reflect.deleteProperty(navigator, 'clipboard');
      expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')).to.deep.equal(own);
    });

    it('is copied without anything personal, and that is seen as well as said', async () => {
      let copied = '';
      withClipboard({ writeText: (text) => ((copied = text), Promise.resolve()) });
      const { element } = await begin(states['ready-failed']);
      button(element, 'Kopiér fejlrapport').click();
      await waitUntil(() => find(element, '.told').textContent.startsWith('Kopieret.'));
      expect(copied).to.include('<queue-join> ready offline');
      expect(copied).not.to.include('Nancy').and.not.to.include('251248').and.not.to.include('Sår');
      expect(find(element, '.support textarea').hidden).to.equal(true);
    });

    for (const [why, clipboard] of [
      ['there is no clipboard', undefined],
      ['the clipboard is refused', { writeText: () => Promise.reject(new Error('denied')) }],
    ] as const)
      it(`is there to be copied by hand where ${why}`, async () => {
        withClipboard(clipboard);
        const { element } = await begin(states.waiting);
        button(element, 'Kopiér fejlrapport').click();
        await waitUntil(() => find(element, '.told').textContent.startsWith('Kunne ikke kopieres.'));
        const field = find(element, '.support textarea');
        expect(field instanceof HTMLTextAreaElement && field.value).to.include('<queue-join> waiting');
        expect(field.hidden).to.equal(false);
      });
  });
});
