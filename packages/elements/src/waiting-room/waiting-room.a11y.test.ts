import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { QueueState } from '@venterum/client';
import './waiting-room.define.ts';
import { client, fakeStore, many, ready, scenes, states } from './waiting-room.fixtures.test.ts';
import { expectTree } from '../shared/accessibility-tree.fixtures.test.ts';
import type { WaitingRoomElement } from './waiting-room.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const show = async (
  state: QueueState | undefined,
  lang = 'da',
  theme = 'light',
): Promise<WaitingRoomElement> => {
  const store = fakeStore(state ?? ready());
  const element = await fixture<WaitingRoomElement>(
    html`<waiting-room lang=${lang} theme=${theme} .client=${client} .store=${store}></waiting-room>`,
  );
  await waitUntil(() => element.renderRoot.querySelector('h2, clinic-settings') !== null, 'a heading');
  await import('./waiting-room.later.ts');
  // No frame is drawn in a tab behind another; a task comes all the same.
  await aTimeout(0);
  await element.updateComplete;
  return element;
};

describe('<waiting-room> accessibility', () => {
  for (const [lang, theme] of [
    ['da', 'light'],
    ['en', 'dark'],
  ] as const) {
    for (const [name, state] of Object.entries(states)) {
      it(`has no fault in ${name}, ${lang}, ${theme}`, async function () {
        this.timeout(60_000);
        const element = await show(state, lang, theme);
        await expect(element).to.be.accessible();
      });
    }
  }

  for (const [name, state] of Object.entries(states)) {
    it(`reads as before in ${name}`, async () => {
      await expectTree(await show(state), name);
    });
  }

  for (const [scene, state] of [
    ['menu', 'mixed'],
    ['check', 'mixed'],
    ['reveal', 'mixed'],
    ['settings', 'delayed'],
    ['over', 'mixed'],
    ['remove', 'mixed'],
    ['message', 'mixed'],
    ['close', 'mixed'],
    ['hand-over', 'in-consultation'],
    ['end', 'in-consultation'],
    ['end', 'called-by-me'],
    ['ended', 'in-consultation'],
    ['sms', 'mixed'],
  ] as const) {
    it(`has no fault with ${scene} open in ${state}`, async () => {
      const element = await show(states[state]);
      await scenes[scene]?.(element);
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }

  it('has no fault as a list of its own', async () => {
    const element = await show(states['in-consultation']);
    element.view = 'list';
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('reads as headings, groups, list and named buttons', async () => {
    const element = await show(ready({ visits: many(2) }));
    const roots = [...element.renderRoot.querySelectorAll('h2, h3, [role], button')];
    const names = roots.map((one) => {
      const name = one.getAttribute('aria-label') ?? one.textContent.trim();
      const role = one.getAttribute('role') ?? one.localName;
      return one.hasAttribute('data-live') || ['list', 'listitem', 'tabpanel'].includes(role)
        ? role
        : `${role} ${name}`;
    });
    expect(names).to.deep.equal([
      'h2 Lægehuset Torvet',
      'group Klinikken er',
      'button Åben for video',
      'button Lukket for video',
      'button Indstillinger',
      'tablist Kø eller sms',
      'tab Kø (2)',
      'tab Sms (0)',
      'tabpanel',
      'h3 Venter i kø',
      'list',
      'listitem',
      'button Vis hele CPR-nummeret for Nancy Ann Berggren',
      'button Start video med Nancy Ann Berggren',
      'button Flere handlinger for Nancy Ann Berggren',
      'listitem',
      'button Vis hele CPR-nummeret for Magnus',
      'button Start video med Magnus',
      'button Flere handlinger for Magnus',
      'tabpanel',
      'button Kopiér fejlrapport',
      'status',
      'alert',
    ]);
  });
});
