import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { ConsentCommand, ConsentState } from '@venterum/client';
import type { Consent } from '@venterum/contract';
import { fetchFailureWords } from '../shared/failure-text.ts';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import './consent-form.define.ts';
import { ConsentFormElement } from './consent-form.ts';

type ConsentStore = ScriptedStore<ConsentState, ConsentCommand>;

const consent: Consent = {
  id: 'consent-1',
  purpose: 'declaration',
  textVersion: '2026-11',
  language: 'da',
  textHash: '0'.repeat(64),
  recordedBy: 'principal-1',
  recordedAt: '2026-11-22T13:30:00.000Z',
};

const begin = async (
  state: ConsentState,
  purpose = 'declaration',
): Promise<{ element: ConsentFormElement; store: ConsentStore }> => {
  // Fetched while the page is idle; a test of their own watches them come.
  await fetchFailureWords();
  const store: ConsentStore = new ScriptedStore<ConsentState, ConsentCommand>(state);
  const element = await fixture<ConsentFormElement>(
    html`<consent-form purpose=${purpose} .store=${store}></consent-form>`,
  );
  return { element, store };
};

const box = (element: ConsentFormElement): HTMLInputElement => {
  const found = element.renderRoot.querySelector<HTMLInputElement>('input[type=checkbox]');
  if (found === null) throw new Error('no tick box');
  return found;
};

const words = (element: ConsentFormElement): string =>
  (element.renderRoot.querySelector('.base')?.textContent ?? '').replace(/\s+/g, ' ');

const press = (element: ConsentFormElement, text: string): void => {
  const found = [...element.renderRoot.querySelectorAll('button')].find(
    (one) => one.textContent.trim() === text,
  );
  if (found === undefined) throw new Error(`no button "${text}"`);
  found.click();
};

describe('<consent-form>', () => {
  it('is registered once, by its define file', () => {
    expect(customElements.get('consent-form')).to.equal(ConsentFormElement);
  });

  it('asks the server to record the version and language shown when somebody ticks', async () => {
    const { element, store } = await begin({ status: 'open' });
    expect(words(element)).to.include('Jeg bekræfter på tro og love');
    box(element).click();
    expect(store.commands).to.deep.equal([
      { type: 'give', request: { purpose: 'declaration', textVersion: '2026-11', language: 'da' } },
    ]);
  });

  it('says that it is being recorded, and does not ask twice', async () => {
    const { element, store } = await begin({ status: 'open' });
    setTimeout(() => store.set({ status: 'recording' }));
    await oneEvent(element, 'consent-submitted');
    await element.updateComplete;
    expect(words(element)).to.include('Gemmer …');
    box(element).click();
    expect(store.commands).to.be.empty;
  });

  it('shows what the server recorded with its time, tells the host, and stays where it was', async () => {
    const { element, store } = await begin({ status: 'recording' });
    const before = element.offsetHeight;
    setTimeout(() => store.set({ status: 'given', consent }));
    expect((await oneEvent(element, 'consent-given')).detail).to.deep.equal({ consentId: 'consent-1' });
    await element.updateComplete;
    expect(box(element).checked).to.be.true;
    expect(words(element)).to.match(/Bekræftet af dig .*\d\d\.\d\d\./);
    expect(element.offsetHeight).to.equal(before, 'nothing jumps');
    box(element).click();
    expect(box(element).checked, 'unticking withdraws nothing by accident').to.be.true;
  });

  it('leaves the box unticked and says why when recording fails', async () => {
    const { element, store } = await begin({ status: 'recording' });
    setTimeout(() => store.set({ status: 'open', failure: { code: 'offline' } }));
    await oneEvent(element, 'consent-failed');
    await element.updateComplete;
    expect(box(element).checked).to.be.false;
    expect(words(element)).to.include('Der er ingen forbindelse.');
  });

  it('says that somebody has to log in where nobody is, and keeps the box to tick', async () => {
    const { element, store } = await begin({ status: 'recording' });
    store.set({ status: 'open', failure: { code: 'unauthenticated' } });
    await element.updateComplete;
    expect(words(element)).to.include('Du er ikke logget ind. Log ind, og prøv igen.');
    box(element).click();
    expect(store.commands.at(-1)?.type).to.equal('give');
  });

  it('withdraws, tells the host and can be given again', async () => {
    const { element, store } = await begin({ status: 'given', consent });
    press(element, 'Træk tilbage');
    expect(store.commands).to.deep.equal([{ type: 'withdraw' }]);
    setTimeout(() =>
      store.set({ status: 'withdrawn', consent: { ...consent, withdrawnAt: '2026-11-22T13:31:00.000Z' } }),
    );
    expect((await oneEvent(element, 'consent-withdrawn')).detail).to.deep.equal({ consentId: 'consent-1' });
    await element.updateComplete;
    expect(box(element).checked).to.be.false;
    box(element).click();
    expect(store.commands.at(-1)?.type).to.equal('give');
  });

  it('puts the newer text in the place of a refused version', async () => {
    const { element, store } = await begin({ status: 'recording' });
    element.textVersion = '2020-01';
    await element.updateComplete;
    expect(words(element)).to.include('Teksten kan ikke vises. Genindlæs siden.');
    store.set({ status: 'open', failure: { code: 'consent-text-unknown' } });
    await element.updateComplete;
    await element.updateComplete;
    expect(words(element)).to.include('Jeg bekræfter på tro og love').and.include('Læs den nye');
  });

  it('records by whom and how the citizen consents', async () => {
    const { element, store } = await begin({ status: 'open' }, 'consent');
    const [, guardian, , , written] =
      element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]');
    guardian?.click();
    written?.click();
    await element.updateComplete;
    press(element, 'Gem samtykke');
    expect(store.commands).to.deep.equal([
      {
        type: 'give',
        request: {
          purpose: 'consent',
          textVersion: '2026-11',
          language: 'da',
          form: 'written',
          givenBy: 'guardian',
        },
      },
    ]);
    store.set({
      status: 'given',
      consent: { ...consent, purpose: 'consent', form: 'written', givenBy: 'guardian' },
    });
    await element.updateComplete;
    expect(words(element)).to.include('Værge, skriftligt.');
  });

  it('records with a declaration who agreed, where the host says so, and shows it', async () => {
    const { element, store } = await begin({ status: 'open' });
    expect(words(element)).not.to.include('På borgerens vegne');
    element.onBehalfOf = 'guardian';
    await element.updateComplete;
    expect(words(element)).to.include('På borgerens vegne: Værge.');
    box(element).click();
    expect(store.commands).to.deep.equal([
      {
        type: 'give',
        request: { purpose: 'declaration', textVersion: '2026-11', language: 'da', givenBy: 'guardian' },
      },
    ]);
    element.onBehalfOf = 'citizen';
    store.set({ status: 'given', consent: { ...consent, givenBy: 'guardian' } });
    await element.updateComplete;
    expect(words(element)).to.include('På borgerens vegne: Værge.', 'what was recorded');
  });

  it('says what to do when the citizen refuses', async () => {
    const { element } = await begin({ status: 'open' });
    expect(words(element)).to.include('Siger borgeren nej, så kontakt lægen på en anden måde.');
  });

  it('takes focus to its first control', async () => {
    const { element } = await begin({ status: 'open' });
    element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(box(element));
  });
});
