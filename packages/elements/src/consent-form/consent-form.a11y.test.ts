import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { ConsentCommand, ConsentState } from '@venterum/client';
import type { Consent } from '@venterum/contract';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import './consent-form.define.ts';
import type { ConsentFormElement } from './consent-form.ts';

const consent: Consent = {
  id: 'consent-1',
  purpose: 'consent',
  textVersion: '2026-11',
  language: 'da',
  textHash: '0'.repeat(64),
  form: 'oral',
  givenBy: 'citizen',
  recordedBy: 'principal-1',
  recordedAt: '2026-11-22T13:30:00.000Z',
};

const states: Readonly<Record<string, ConsentState>> = {
  open: { status: 'open' },
  recording: { status: 'recording' },
  refused: { status: 'open', failure: { code: 'offline' } },
  given: { status: 'given', consent },
  withdrawing: { status: 'withdrawing', consent },
  withdrawn: { status: 'withdrawn', consent: { ...consent, withdrawnAt: consent.recordedAt } },
};

describe('<consent-form> accessibility', () => {
  for (const purpose of ['declaration', 'consent']) {
    for (const [lang, theme] of [
      ['da', 'light'],
      ['da', 'dark'],
      ['en', 'light'],
      ['en', 'dark'],
    ]) {
      for (const [name, state] of Object.entries(states)) {
        it(`has no fault: ${purpose}, ${name}, ${lang}, ${theme}`, async () => {
          const store = new ScriptedStore<ConsentState, ConsentCommand>(state);
          const element = await fixture<ConsentFormElement>(
            html`<consent-form
              lang=${lang}
              theme=${theme}
              purpose=${purpose}
              .store=${store}
            ></consent-form>`,
          );
          await waitUntil(() => element.renderRoot.querySelector('h3') !== null);
          await expect(element).to.be.accessible();
        });
      }
    }
  }
});
