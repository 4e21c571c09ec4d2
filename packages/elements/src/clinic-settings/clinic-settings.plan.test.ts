import { expect, oneEvent } from '@open-wc/testing';
import type { OpeningPlan } from '@venterum/contract';
import { hostToken } from '@venterum/client';
import { createTestWorld, type TestWorld } from '@venterum/testing';
import { begin, control, find, focuses, press, shows, type, words } from './clinic-settings.fixtures.test.ts';
import type { ClinicSettingsElement } from './clinic-settings.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { said } from '../shared/said.fixtures.test.ts';

const hours = [{ from: '08:00', to: '15:00' }];
const plan: OpeningPlan = {
  week: [hours, hours, hours, hours, hours, [], []],
  exceptions: [{ date: '2026-12-24', hours: [], message: 'Glædelig jul.' }],
  closedMessage: 'Vi har åbent for video på hverdage.',
};
const id = 'clinic-lund';

describe('<clinic-settings> opening hours', () => {
  let world: TestWorld;

  beforeEach(async () => {
    world = await createTestWorld();
  });
  afterEach(() => world.dispose());

  const open = async (client = world.client('secretary')): Promise<ClinicSettingsElement> => {
    const element = await begin(client);
    await shows(element, 'Medarbejdere (');
    await press(element, 'Åbningstider');
    await waitUntil(() => element.renderRoot.querySelector('#plan') !== null, 'the plan');
    return element;
  };

  const planned = async (): Promise<ClinicSettingsElement> => {
    await world.client('doctor').request('clinics.setPlan', { id, body: { plan } });
    const element = await open();
    return element;
  };

  const kept = async (): Promise<OpeningPlan | undefined> =>
    (await world.client('doctor').request('clinics.plan', { id })).plan;

  const error = (element: ClinicSettingsElement, field: string): string =>
    find(element, `#${field}-error`).textContent;

  it('says that there is no plan, and makes one with usual hours that is saved as it is', async () => {
    const element = await open();
    await shows(element, 'Der er ingen ugeplan.');
    await press(element, 'Lav en ugeplan');
    await focuses(element, '#w0-0-from');
    const changed = oneEvent(element, 'plan-changed');
    await press(element, 'Gem åbningstider');
    expect((await changed).detail).to.deep.equal({ planned: true });
    expect(await kept()).to.deep.equal({ week: plan.week, exceptions: [] });
    await said(element, 'polite', 'Åbningstiderne er gemt.');
    await focuses(element, '#saved');
  });

  it('A14: hours wait for who proves again who they are, and then they are saved as they were written', async () => {
    let token = 'manager@2026-11-23T07:44:00.000Z';
    const credentials = hostToken(() => Promise.resolve(token));
    const element = await open(world.clientWith({ credentials, device: 'personal' }));
    await press(element, 'Lav en ugeplan');
    await type(element, '#w0-0-to', '12:00');
    await press(element, 'Gem åbningstider');
    await shows(element, 'Log ind igen for at ændre det.');
    await focuses(element, '#failure button');
    expect(control(element, '#w0-0-to').value).to.equal('12:00');
    expect(await kept()).to.equal(undefined);
    token = `manager@${world.clock.now()}`;
    await press(element, 'Log ind igen');
    await focuses(element, '#saved');
    expect((await kept())?.week[0]).to.deep.equal([{ from: '08:00', to: '12:00' }]);
    expect(element.renderRoot.querySelector('#failure')).to.equal(null);
  });

  it('B6: shows the plan, and in words how it is now', async () => {
    const element = await planned();
    expect(words(element)).to.match(/Åbent til kl\. \d\d\.00/);
    expect(control(element, '#w4-0-to').value).to.equal('15:00');
    expect(control(element, '#e0-date').value).to.equal('2026-12-24');
    expect(control(element, '#e0-message').value).to.equal('Glædelig jul.');
    expect(control(element, '#closed-message').value).to.equal(plan.closedMessage);
    await world.client('doctor').request('clinics.opening', { id, body: { open: false } });
    await shows(element, 'Lukket. Åbner');
  });

  it('saves hours, an exception, message and phone, and shows what the server answered', async () => {
    const element = await planned();
    await type(element, '#w0-0-to', '12:00');
    await press(element, 'Tilføj tidsrum, mandag');
    await focuses(element, '#w0-1-from');
    await type(element, '#w0-1-from', '13:00');
    await type(element, '#w0-1-to', '00:00');
    await press(element, 'Samme tider mandag til fredag');
    await press(element, 'Fjern, fredag 2');
    await focuses(element, '#w4-add');
    await press(element, 'Tilføj en dag');
    await focuses(element, '#e1-date');
    await type(element, '#e1-date', '2026-12-01');
    await press(element, 'Tilføj tidsrum, 2026-12-01');
    await type(element, '#e1-0-from', '10:00');
    await type(element, '#e1-0-to', '11:00');
    await type(element, '#closed-message', '  Vi ringer tilbage. ');
    await type(element, '#plan-phone', '20 12 34 56');
    await press(element, 'Gem åbningstider');
    await shows(element, 'Åbningstiderne er gemt.');
    const both = [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '24:00' },
    ];
    expect(await kept()).to.deep.equal({
      week: [both, both, both, both, both.slice(0, 1), [], []],
      exceptions: [{ date: '2026-12-01', hours: [{ from: '10:00', to: '11:00' }] }, plan.exceptions[0]],
      closedMessage: 'Vi ringer tilbage.',
    });
    expect(control(element, '#e0-date').value).to.equal('2026-12-01', 'in the order of time');
    expect(control(element, '#w0-1-to').value).to.equal('00:00');
    const clinic = await world.client('doctor').request('clinics.get', { id });
    expect(clinic.phone).to.equal('+4520123456');
  });

  for (const [what, fields, field, text] of [
    [
      'an end before the beginning',
      { 'w1-0-to': '07:00' },
      'w1-0-to',
      'Sluttiden skal være efter starttiden.',
    ],
    ['no time', { 'w2-0-from': '' }, 'w2-0-from', 'Skriv både fra og til.'],
    ['no date', { 'e0-date': '' }, 'e0-date', 'Vælg en dato.'],
    ['a date that is over', { 'e0-date': '2026-11-22' }, 'e0-date', 'Datoen er gået.'],
    ['a phone that is none', { 'plan-phone': '123' }, 'plan-phone', 'Skriv et dansk telefonnummer'],
  ] as const)
    it(`says what is wrong with ${what}, there, and keeps what was typed`, async () => {
      const element = await planned();
      for (const [name, value] of Object.entries(fields)) await type(element, `#${name}`, value);
      await press(element, 'Gem åbningstider');
      expect(error(element, field)).to.include(text);
      await focuses(element, `#${field}[aria-invalid=true]`);
      await said(element, 'assertive', 'Noget skal rettes');
      expect(control(element, `#${field}`).value).to.equal(Object.values(fields)[0]);
      expect(await kept()).to.deep.equal(plan);
      if (field !== 'w1-0-to') return;
      await type(element, '#w1-0-to', '14:00');
      expect(element.renderRoot.querySelector('#w1-0-to-error')).to.equal(null, 'told while it is mended');
    });

  it('says that hours overlap, and that a day is there twice', async () => {
    const element = await planned();
    await press(element, 'Tilføj tidsrum, mandag');
    await type(element, '#w0-1-from', '14:00');
    await type(element, '#w0-1-to', '16:00');
    await press(element, 'Tilføj en dag');
    await type(element, '#e1-date', '2026-12-24');
    await press(element, 'Gem åbningstider');
    expect(error(element, 'w0-1-from')).to.include('overlapper');
    expect(error(element, 'e1-date')).to.include('to gange');
    await press(element, 'Fjern dagen, 2026-12-24');
    await press(element, 'Fjern, mandag 2');
    await press(element, 'Gem åbningstider');
    await shows(element, 'Åbningstiderne er gemt.');
  });

  it('keeps what is typed while the other part is looked at, and when the network is away', async () => {
    const element = await planned();
    await type(element, '#w0-0-to', '14:00');
    await press(element, 'Medarbejdere');
    expect(find(element, '#panel-plan').hidden).to.equal(true);
    await press(element, 'Åbningstider');
    expect(control(element, '#w0-0-to').value).to.equal('14:00');
    world.network.offline = true;
    await press(element, 'Gem åbningstider');
    await world.advance(20_000);
    await said(element, 'assertive', 'Der er ingen forbindelse.');
    expect(control(element, '#w0-0-to').value).to.equal('14:00');
    world.network.offline = false;
    await press(element, 'Prøv igen');
    await shows(element, 'Åbningstiderne er gemt.');
    expect((await kept())?.week[0]).to.deep.equal([{ from: '08:00', to: '14:00' }]);
  });

  it('is taken away after a question, and the clinic stays as it is', async () => {
    const element = await planned();
    await press(element, 'Fjern ugeplanen');
    expect(find(element, 'dialog').textContent).to.include('Klinikken bliver, som den er nu.');
    const changed = oneEvent(element, 'plan-changed');
    find(element, '.yes').click();
    expect((await changed).detail).to.deep.equal({ planned: false });
    await shows(element, 'Der er ingen ugeplan.');
    await focuses(element, '#plan');
    expect(await kept()).to.equal(undefined);
  });

  it('is reached by the arrow keys of its tab', async () => {
    const element = await begin(world.client('doctor'));
    await shows(element, 'Medarbejdere (1)');
    find(element, '#tab-members').focus();
    find(element, '#tab-members').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }),
    );
    await focuses(element, '#tab-plan[aria-selected=true]');
  });
});
