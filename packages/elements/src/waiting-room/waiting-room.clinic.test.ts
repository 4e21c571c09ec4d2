import { expect, fixture, html } from '@open-wc/testing';
import { createTestWorld, type TestLogin, type TestWorld } from '@venterum/testing';
import { find, focused, key, press, words } from './waiting-room.harness.fixtures.test.ts';
import type { WaitingRoomElement } from './waiting-room.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import './waiting-room.define.ts';

const reads = (element: WaitingRoomElement, text: string): Promise<void> =>
  waitUntil(
    () =>
      element.renderRoot.querySelector('clinic-settings')?.shadowRoot?.textContent.includes(text) === true,
    text,
  );

describe('<waiting-room> has the clinic itself behind its settings', () => {
  let world: TestWorld;

  beforeEach(async () => {
    world = await createTestWorld();
  });
  afterEach(() => world.dispose());

  const open = (login: TestLogin): Promise<WaitingRoomElement> =>
    fixture<WaitingRoomElement>(html`<waiting-room .client=${world.client(login)}></waiting-room>`);

  it('shows who works here in place of delay and message, and goes back', async () => {
    const element = await open('manager');
    await waitUntil(() => words(element).includes('Lægehuset Lund'));
    await press(element, 'Indstillinger');
    await waitUntil(() => words(element).includes('Medarbejdere og åbningstider'));
    await press(element, 'Medarbejdere og åbningstider');
    expect(element.renderRoot.querySelector('#delay')).to.equal(null);
    await reads(element, 'Medarbejdere (1)');
    await press(element, 'Medarbejdere og åbningstider');
    expect(element.renderRoot.querySelector('#delay')).not.to.equal(null);
    await press(element, 'Medarbejdere og åbningstider');
    await key(element, 'Escape');
    expect(element.renderRoot.querySelector('clinic-settings')).to.equal(null);
    expect(focused(element)).to.equal(find(element, '.settings-toggle'));
  });

  it('lets somebody without a clinic in by a manager’s code', async () => {
    const { code } = await world
      .client('manager')
      .request('members.add', { id: 'clinic-lund', body: { name: 'Vikar', role: 'staff' } });
    const element = await open('newcomer');
    await reads(element, 'Du har ikke adgang til klinikkens venteværelse');
    const { shadowRoot } = find(element, 'clinic-settings');
    const [field, form] = [shadowRoot?.querySelector('input'), shadowRoot?.querySelector('form')];
    if (!field || !form) throw new Error('no field for the code');
    field.value = code;
    form.requestSubmit();
    await waitUntil(() => words(element).includes('Lægehuset Lund'), 'in');
  });
});
