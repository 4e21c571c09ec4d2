import { expect, fixture, html } from '@open-wc/testing';
import type { JoinCommand, JoinState } from '@venterum/client';
import { expectTree } from '../shared/accessibility-tree.fixtures.test.ts';
import { consentForm, loadElement } from '../shared/load-element.ts';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import './queue-join.define.ts';
import './queue-join.page.test.ts';
import { silentClient, states } from './queue-join.fixtures.test.ts';
import { guestStates } from './queue-join.guest.fixtures.test.ts';
import type { QueueJoinElement } from './queue-join.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const screen = async (state: JoinState, lang: string, theme: string): Promise<QueueJoinElement> => {
  const store = new ScriptedStore<JoinState, JoinCommand>(state);
  const element = await fixture<QueueJoinElement>(
    html`<queue-join lang=${lang} theme=${theme} .store=${store} .client=${silentClient()}></queue-join>`,
  );
  await waitUntil(() => element.renderRoot.querySelector('h2') !== null, 'a heading');
  return element;
};

describe('<queue-join> accessibility', () => {
  // A page fetches them in its own time; the first of these tests must not wait for that.
  before(() =>
    Promise.all([
      loadElement(consentForm),
      import('./queue-join.aside.view.ts'),
      import('./queue-join.guest.view.ts'),
    ]),
  );

  for (const [lang, theme] of [
    ['da', 'light'],
    ['da', 'dark'],
    ['en', 'light'],
    ['en', 'dark'],
  ] as const) {
    for (const [name, state] of [
      ...Object.entries(states),
      ...Object.entries(guestStates).map(([guest, shown]) => [`guest ${guest}`, shown] as const),
    ]) {
      it(`has no fault in ${name}, ${lang}, ${theme}`, async () => {
        const element = await screen(state, lang, theme);
        await expect(element).to.be.accessible();
      });
    }
  }

  for (const [name, state] of Object.entries({ ...states, ...guestStates })) {
    it(`reads as before in ${name}`, async () => {
      await expectTree(await screen(state, 'da', 'light'), name);
    });
  }

  it('has no fault when it is a slim bar, waiting and called', async () => {
    const element = await screen(states.waiting, 'da', 'light');
    element.minimised = true;
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });
});
