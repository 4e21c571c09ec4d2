import { expect, fixture, html } from '@open-wc/testing';
import type { ConsentCommand, ConsentState } from '@venterum/client';
import type { Consent } from '@venterum/contract';
import { expectTree } from '../shared/accessibility-tree.fixtures.test.ts';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import './consent-form.define.ts';
import type { ConsentFormElement } from './consent-form.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

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

const begin = async (
  purpose: string,
  state: ConsentState,
  [lang, theme]: readonly [string, string] = ['da', 'light'],
): Promise<ConsentFormElement> => {
  const store = new ScriptedStore<ConsentState, ConsentCommand>(state);
  const element = await fixture<ConsentFormElement>(
    html`<consent-form lang=${lang} theme=${theme} purpose=${purpose} .store=${store}></consent-form>`,
  );
  await waitUntil(() => element.renderRoot.querySelector('h3') !== null);
  return element;
};

describe('<consent-form> accessibility', () => {
  for (const purpose of ['declaration', 'consent']) {
    for (const [name, state] of Object.entries(states)) {
      it(`reads as before: ${purpose}, ${name}`, async () => {
        await expectTree(await begin(purpose, state), `${purpose} ${name}`);
      });
    }

    for (const [lang, theme] of [
      ['da', 'light'],
      ['da', 'dark'],
      ['en', 'light'],
      ['en', 'dark'],
    ] as const) {
      for (const [name, state] of Object.entries(states)) {
        it(`has no fault: ${purpose}, ${name}, ${lang}, ${theme}`, async () => {
          await expect(await begin(purpose, state, [lang, theme])).to.be.accessible();
        });
      }
    }
  }
});
