import { expect } from '@open-wc/testing';
import type { QueueState } from '@venterum/client';
import { createTestWorld, type TestWorld } from '@venterum/testing';
import { expectTree } from '../shared/accessibility-tree.fixtures.test.ts';
import { begin, find, press, shows, type } from './clinic-settings.fixtures.test.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const provider = {
  id: 'clinic',
  label: { da: 'Log ind', en: 'Log in' },
  issuer: 'https://login.example.dk',
  clientId: 'venterum',
  scope: 'openid',
  resource: 'https://video.example.dk',
  kinds: ['clinic-staff'],
} as const;

const without: readonly QueueState[] = [
  { status: 'starting' },
  { status: 'signed-out', providers: [provider] },
  { status: 'signing-in' },
  { status: 'forbidden' },
  { status: 'unavailable' },
  { status: 'session-ended', reason: 'revoked' },
];

describe('<clinic-settings> accessibility', () => {
  let world: TestWorld;

  beforeEach(async () => {
    world = await createTestWorld();
    await world.client('doctor').session.ensure();
  });
  afterEach(() => world.dispose());

  for (const state of without)
    it(`reads as before: ${state.status}`, async () => {
      const element = await begin(world.client('newcomer'), { state });
      await expectTree(element, state.status);
    });

  it('reads as before: the list, somebody being edited', async () => {
    const element = await begin(world.client('manager'));
    await shows(element, '(2)');
    await expectTree(element, 'list');
    find(element, '.toggle').click();
    await element.updateComplete;
    await expectTree(element, 'edited');
  });

  it('reads as before: no plan', async () => {
    const element = await begin(world.client('manager'));
    await shows(element, '(2)');
    find(element, '#tab-plan').click();
    await waitUntil(() => element.renderRoot.querySelector('#panel-plan .primary') !== null);
    await expectTree(element, 'no plan');
  });

  for (const [lang, theme] of [
    ['da', 'light'],
    ['en', 'dark'],
  ] as const) {
    for (const state of without)
      it(`has no fault: ${state.status}, ${lang}, ${theme}`, async () => {
        const element = await begin(world.client('newcomer'), { lang, theme, state });
        await expect(element).to.be.accessible();
      });

    it(`has no fault: the list, somebody being edited, a code, ${lang}, ${theme}`, async () => {
      const element = await begin(world.client('manager'), { lang, theme });
      await shows(element, '(2)');
      await expect(element).to.be.accessible();
      find(element, '.toggle').click();
      await element.updateComplete;
      await expect(element).to.be.accessible();
      await type(element, '#name', 'Vikar');
      find(element, '.add .primary').click();
      await shows(element, '(3)');
      await expect(element).to.be.accessible();
    });

    it(`has no fault: the questions, ${lang}, ${theme}`, async () => {
      const element = await begin(world.client('manager'), { lang, theme });
      await shows(element, '(2)');
      for (const question of ['.sign-out', '.remove']) {
        if (element.renderRoot.querySelector(question) === null) find(element, '.toggle').click();
        await element.updateComplete;
        find(element, question).click();
        await element.updateComplete;
        await expect(element).to.be.accessible();
        find(element, '.no').click();
        await element.updateComplete;
      }
    });
  }

  for (const [lang, theme] of [
    ['da', 'light'],
    ['en', 'dark'],
  ] as const)
    it(`has no fault: the plan, none, written, with faults, its question, ${lang}, ${theme}`, async () => {
      const element = await begin(world.client('manager'), { lang, theme });
      await shows(element, '(2)');
      find(element, '#tab-plan').click();
      await waitUntil(() => element.renderRoot.querySelector('#panel-plan .primary') !== null);
      await expect(element).to.be.accessible();
      find(element, '#panel-plan .primary').click();
      await element.updateComplete;
      find(element, '#add-day').click();
      await element.updateComplete;
      await type(element, '#w0-0-to', '07:00');
      find(element, '.plan .primary').click();
      await element.updateComplete;
      await expect(element).to.be.accessible();
      await type(element, '#w0-0-to', '12:00');
      await type(element, '#e0-date', '2026-12-24');
      find(element, '.plan .primary').click();
      await waitUntil(() => element.renderRoot.querySelector('#saved') !== null);
      await expect(element).to.be.accessible();
      find(element, '.plan .danger').click();
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });

  it('has no fault: refused, with a name missing', async () => {
    const element = await begin(world.client('manager'));
    await shows(element, '(2)');
    world.network.offline = true;
    await type(element, '#name', 'Vikar');
    await press(element, 'Tilføj, og lav en kode');
    await world.advance(20_000);
    await shows(element, 'Der er ingen forbindelse.');
    await type(element, '#name', '');
    await press(element, 'Tilføj, og lav en kode');
    await expect(element).to.be.accessible();
  });
});
