import { expect } from '@open-wc/testing';
import type { QueueState } from '@venterum/client';
import { createTestWorld, type TestWorld } from '@venterum/testing';
import { expectTree } from '../shared/accessibility-tree.fixtures.test.ts';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import { begin, find, press, shows, type } from './clinic-settings.fixtures.test.ts';

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
      const element = await begin(world.client('newcomer'));
      element.store = new ScriptedStore(state);
      await element.updateComplete;
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

  for (const [lang, theme] of [
    ['da', 'light'],
    ['en', 'dark'],
  ] as const) {
    for (const state of without)
      it(`has no fault: ${state.status}, ${lang}, ${theme}`, async () => {
        const element = await begin(world.client('newcomer'), { lang, theme });
        element.store = new ScriptedStore(state);
        await element.updateComplete;
        await expect(element).to.be.accessible();
      });

    it(`has no fault: the list, somebody being edited, a code, ${lang}, ${theme}`, async () => {
      const element = await begin(world.client('manager'), { lang, theme });
      await shows(element, '(2)');
      await expect(element).to.be.accessible();
      find(element, '.toggle').click();
      await element.updateComplete;
      await expect(element).to.be.accessible();
      type(element, '#name', 'Vikar');
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

  it('has no fault: refused, with a name missing', async () => {
    const element = await begin(world.client('manager'));
    await shows(element, '(2)');
    world.network.offline = true;
    type(element, '#name', 'Vikar');
    await press(element, 'Tilføj, og lav en kode');
    await world.advance(20_000);
    await shows(element, 'Der er ingen forbindelse.');
    type(element, '#name', '');
    await press(element, 'Tilføj, og lav en kode');
    await expect(element).to.be.accessible();
  });
});
