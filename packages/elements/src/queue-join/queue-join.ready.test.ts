import { expect } from '@open-wc/testing';
import { draft, states } from './queue-join.fixtures.test.ts';
import { begin, button, find, words } from './queue-join.page.test.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { said } from '../shared/said.fixtures.test.ts';

describe('<queue-join>, ready', () => {
  it('puts focus on the missing reason where there is no CPR number, and says in words that it is needed', async () => {
    const state = states['ready-without-cpr'];
    const { element, store } = await begin({ ...state, draft: { ...state.draft, consentId: 'consent-1' } });
    const field = find(element, '#reason');
    expect(field.getAttribute('aria-required')).to.equal('true');
    button(element, 'Stil borger i kø').click();
    await element.updateComplete;
    expect(store.commands).to.be.empty;
    expect(element.shadowRoot?.activeElement).to.equal(field);
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    await said(element, 'assertive', 'Skriv en årsag.');
    store.set({ ...state, draft: { ...state.draft, consentId: 'consent-1', reason: 'Feber' } });
    await element.updateComplete;
    button(element, 'Stil borger i kø').click();
    expect(store.commands).to.deep.equal([{ type: 'join' }]);
  });

  it('asks for no reason where there is a CPR number', async () => {
    const { element } = await begin(states.ready);
    expect(find(element, '#reason').getAttribute('aria-required')).to.equal('false');
    expect(words(element)).not.to.include('skal udfyldes');
  });

  it('puts focus on the missing consent instead of joining', async () => {
    const { element, store } = await begin(states.ready);
    button(element, 'Stil borger i kø').click();
    await element.updateComplete;
    expect(store.commands).to.be.empty;
    expect(words(element)).to.include('Sæt kryds ved samtykke først.');
    await said(element, 'assertive', 'Sæt kryds ved samtykke først.');
  });

  it('asks to join while the consent is being recorded, says what it waits for, and marks nothing', async () => {
    const { element, store } = await begin({ ...states.ready, draft: { ...draft, recording: true } });
    button(element, 'Stil borger i kø').click();
    expect(store.commands).to.deep.equal([{ type: 'join' }]);
    store.set(states['joining-recording']);
    await element.updateComplete;
    expect(button(element, 'Gemmer samtykket …').ariaDisabled).to.equal('true');
    expect(find(element, '.consent').className).not.to.include('wrong');
  });

  it('declares for whom the host says agrees', async () => {
    const { element } = await begin(states.ready);
    element.setAttribute('on-behalf-of', 'relative-with-power-of-attorney');
    await waitUntil(() =>
      element.renderRoot
        .querySelector('consent-form')
        ?.shadowRoot?.textContent.includes('På borgerens vegne: Pårørende med fuldmagt.'),
    );
  });

  it('joins at the third tap when consent is recorded', async () => {
    const { element, store } = await begin({ ...states.ready, draft: { ...draft, consentId: 'consent-1' } });
    button(element, 'Stil borger i kø').click();
    expect(store.commands).to.deep.equal([{ type: 'join' }]);
  });

  it('does not ask twice while joining, and keeps the screen', async () => {
    const { element, store } = await begin({ ...states.ready, draft: { ...draft, consentId: 'consent-1' } });
    const field = find(element, '#reason');
    store.set(states.joining);
    await element.updateComplete;
    button(element, 'Stiller i kø …').click();
    expect(store.commands).to.be.empty;
    expect(find(element, '#reason')).to.equal(field);
  });
});
