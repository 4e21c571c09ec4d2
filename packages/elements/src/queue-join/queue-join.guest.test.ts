import { expect } from '@open-wc/testing';
import { guestStates } from './queue-join.guest.fixtures.test.ts';
import { begin, button, fieldOf, find, submit, type, words } from './queue-join.page.test.ts';
import { guestDa } from './queue-join.guest.texts.da.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { said } from '../shared/said.fixtures.test.ts';

describe('<queue-join> for a guest', () => {
  describe('each step says what is so and what to do', () => {
    const expected: Readonly<Record<keyof typeof guestStates, readonly string[]>> = {
      invited: [
        'Lægen venter dig på video',
        'Dit fornavn',
        'Gå ind i venteværelset',
        'Linket er ikke til mig',
      ],
      redeeming: ['Åbner venteværelset …'],
      'invited-offline': ['Der er ingen forbindelse', 'Dit fornavn'],
      'invited-used': ['Linket er åbnet på en anden enhed', 'ring til klinikken'],
      'invited-ended': ['Linket virker ikke længere', 'Ring til klinikken'],
      'invited-used-call': ['Linket er åbnet på en anden enhed', 'Ring 86 12 34 56'],
      'invited-ended-call': ['Linket virker ikke længere', 'Ring 86 12 34 56'],
      'invited-unknown': ['Linket findes ikke', 'ring til klinikken'],
      code: [
        'Har du fået en kode til video?',
        'Har du fået et link i en sms? Tryk på det igen.',
        '6 tal, fx 123 456',
        'Dit fornavn',
      ],
      'code-redeeming': ['Åbner venteværelset …'],
      'code-unknown': ['Koden passer ikke', 'Kode', 'Dit fornavn'],
      'code-limit': ['prøvet for mange gange. Vent 6 min., og prøv igen'],
      declined: ['Tak, linket er slettet', 'Klinikken kan se'],
      waiting: ['Du er nummer 2', 'Bliv på siden. Vi kalder med lyd.'],
      'waiting-early': ['Aftalt tid kl. ', 'Du er her i god tid.'],
      'waiting-past': ['Prøveopkald', 'Aftalt tid kl. ', 'Tiden er nået. Vi kalder'],
      'waiting-offline': ['Du er nummer 2', 'Forbindelsen er væk siden kl. ', 'Pladsen holdes til kl. '],
      door: ['Du venter uden for samtalen', 'lukker dig ind'],
      paused: ['Siden har stået stille for længe', 'Fortsæt'],
      revoked: ['Klinikken har trukket invitationen tilbage', 'Ring til klinikken'],
      'over-ended': ['Samtalen er slut', 'Ring 86 12 34 56', 'Du kan lukke siden nu.'],
      'over-left': ['Du har forladt køen', 'Ring til klinikken, hvis du stadig har brug'],
      'over-expired': ['Din plads i køen er udløbet', 'Ring til klinikken, hvis du stadig har brug'],
      'over-technical': ['Videoen virkede ikke', 'Ring til klinikken, hvis du stadig har brug'],
    };
    for (const [name, texts] of Object.entries(expected)) {
      it(name, async () => {
        const { element } = await begin(guestStates[name as keyof typeof guestStates]);
        for (const text of texts)
          await waitUntil(() => words(element).includes(text), `"${text}" in: ${words(element)}`);
        expect(words(element)).to.include('70 12 34 56', 'support is on every screen');
      });
    }
  });

  for (const name of ['over-left', 'over-expired', 'over-technical'] as const)
    it(`whoever cannot queue again has the telephone as the one thing to do: ${name}`, async () => {
      const { element } = await begin(guestStates[name]);
      await waitUntil(() => element.renderRoot.querySelector('a.primary') !== null, words(element));
      expect(find(element, 'a.primary').textContent.trim()).to.equal('Ring 86 12 34 56');
    });

  for (const [name, state] of Object.entries(guestStates))
    it(`C10: asks for no CPR number, MitID or card at ${name}, and never to log in or queue again`, async () => {
      const { element } = await begin(state);
      const said = words(element).replace(guestDa.invitedAsksNothing, '');
      expect(said).not.to.match(/cpr|mitid|kort(nummer)?\b|log ind|stil dig i kø/i);
      for (const field of element.renderRoot.querySelectorAll('input'))
        expect(['code', 'name']).to.include(field.id);
    });

  for (const name of ['invited-used', 'invited-ended', 'invited-unknown', 'declined', 'revoked'] as const)
    it(`a dead link is a plain page without anything to fill in: ${name}`, async () => {
      const { element } = await begin(guestStates[name]);
      expect(element.renderRoot.querySelectorAll('input, form, .primary, [part=failure]').length).to.equal(0);
    });

  for (const name of ['invited-used-call', 'invited-ended-call'] as const)
    it(`the clinic’s telephone is the one thing to do with a dead link, where it is known: ${name}`, async () => {
      const { element } = await begin(guestStates[name]);
      const link = find(element, '.primary');
      expect([link.localName, link.getAttribute('href')]).to.deep.equal(['a', 'tel:+4586123456']);
      expect(element.renderRoot.querySelectorAll('input, form, [part=failure]').length).to.equal(0);
    });

  it('whoever is put out is told where to call, and nobody after them', async () => {
    const { element, store } = await begin(guestStates.waiting);
    store.set(guestStates.revoked);
    await waitUntil(() => element.renderRoot.querySelector('a.primary') !== null, words(element));
    expect(find(element, 'a.primary').textContent.trim()).to.equal('Ring 86 12 34 56');
    store.set(guestStates.invited);
    store.set(guestStates.revoked);
    await element.updateComplete;
    expect(words(element)).to.include('Klinikken har trukket').and.not.include('86 12 34 56');
  });

  it('C2: redeems by a tap and a first name, not before', async () => {
    const { element, store } = await begin(guestStates.invited);
    button(element, 'Gå ind i venteværelset').click();
    await element.updateComplete;
    expect(store.commands).to.be.empty;
    expect(element.shadowRoot?.activeElement?.id).to.equal('name');
    await said(element, 'assertive', 'Skriv dit fornavn.');
    await type(element, '#name', ' Kaja ');
    submit(element);
    expect(store.commands).to.deep.equal([{ type: 'redeem', name: 'Kaja' }]);
  });

  it('redeems once, however often the button is tapped', async () => {
    const { element, store } = await begin(guestStates.redeeming);
    await type(element, '#name', 'Kaja');
    button(element, 'Åbner venteværelset …').click();
    submit(element);
    expect(store.commands).to.be.empty;
  });

  it('takes a code as it is read aloud or pasted, in one field that telephones know', async () => {
    const { element, store } = await begin(guestStates.code);
    const field = fieldOf(element, '#code');
    // By its attribute: what a browser does not know it does not reflect.
    expect([field.getAttribute('autocomplete'), field.inputMode]).to.deep.equal(['one-time-code', 'numeric']);
    await type(element, '#code', ' 123 456 ');
    await type(element, '#name', 'Kaja');
    submit(element);
    expect(store.commands).to.deep.equal([{ type: 'redeem', name: 'Kaja', code: '123456' }]);
  });

  it('asks for the missing digits, keeps those there are, and puts the focus there', async () => {
    const { element, store } = await begin(guestStates.code);
    await type(element, '#code', '12 34');
    await type(element, '#name', 'Kaja');
    submit(element);
    await element.updateComplete;
    expect(store.commands).to.be.empty;
    expect(fieldOf(element, '#code').value).to.equal('12 34');
    expect(fieldOf(element, '#code').ariaInvalid).to.equal('true');
    expect(element.shadowRoot?.activeElement?.id).to.equal('code');
    await said(element, 'assertive', 'Koden har 6 tal.');
  });

  it('keeps code and name when the code is refused, with the focus on the code', async () => {
    const { element, store } = await begin(guestStates.code);
    await type(element, '#code', '123456');
    await type(element, '#name', 'Kaja');
    store.set(guestStates['code-unknown']);
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'code');
    expect(fieldOf(element, '#code').value).to.equal('123456');
    expect(fieldOf(element, '#name').value).to.equal('Kaja');
  });

  it('C3: a second device is told plainly, with the focus on the sentence', async () => {
    const { element, store } = await begin(guestStates.invited);
    await type(element, '#name', 'Fremmed');
    store.set(guestStates['invited-used']);
    await waitUntil(() => element.shadowRoot?.activeElement?.localName === 'h2');
    expect(find(element, 'h2').textContent).to.equal('Linket er åbnet på en anden enhed');
  });

  it('P8: "not for me" voids the link after a question', async () => {
    const { element, store } = await begin(guestStates.invited);
    button(element, 'Linket er ikke til mig').click();
    await element.updateComplete;
    expect(words(element)).to.include('Er linket ikke til dig?').and.include('klinikken får besked');
    expect(store.commands).to.be.empty;
    button(element, 'Nej, det er til mig').click();
    await element.updateComplete;
    expect(store.commands).to.be.empty;
    button(element, 'Linket er ikke til mig').click();
    await element.updateComplete;
    button(element, 'Ja, slet linket').click();
    expect(store.commands).to.deep.equal([{ type: 'decline' }]);
  });

  it('a code is not declined: who has none has nothing to void', async () => {
    const { element } = await begin(guestStates.code);
    expect(words(element)).not.to.include('ikke til mig');
  });

  it('goes on after a pause without logging in', async () => {
    const { element, store } = await begin(guestStates.paused);
    button(element, 'Fortsæt').click();
    expect(store.commands).to.deep.equal([{ type: 'retry' }]);
  });
});
