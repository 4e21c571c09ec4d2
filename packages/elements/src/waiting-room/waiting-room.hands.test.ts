import { expect } from '@open-wc/testing';
import { localAt, type ClinicVisit, type Member } from '@venterum/contract';
import {
  calledByColleague,
  clinic,
  magnus,
  many,
  me,
  nancy,
  now,
  ready,
  withMe,
} from './waiting-room.fixtures.test.ts';
import {
  begin,
  button,
  control,
  dialogOf,
  find,
  focused,
  inCall,
  key,
  press,
  show,
  submit,
  words,
} from './waiting-room.harness.fixtures.test.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { said } from '../shared/said.fixtures.test.ts';

const members: readonly Member[] = [
  { id: 'm-1', name: me.name, role: 'doctor', status: 'active', signedIn: true, principalId: me.id },
  {
    id: 'm-2',
    name: 'Læge Test Dam',
    role: 'doctor',
    status: 'active',
    signedIn: true,
    principalId: 'doctor-2',
  },
  {
    id: 'm-3',
    name: 'Læge Test Fri',
    role: 'doctor',
    status: 'active',
    signedIn: false,
    principalId: 'doctor-3',
  },
];

const menu = async (name = 'Nancy Ann Berggren') => {
  const { element, store } = await begin(ready({ visits: [nancy, magnus] }));
  await press(element, `Flere handlinger for ${name}`);
  return { element, store };
};

describe('<waiting-room> gives a patient into other hands, and words to those who wait', () => {
  it('hands the call over to a colleague who is logged in, and to nobody else', async () => {
    const { element, store } = await begin(inCall);
    await press(element, 'Overdrag');
    expect(store.commands).to.deep.equal([{ type: 'find-members' }]);
    expect(dialogOf(element).textContent).to.include('Et øjeblik');
    await show(element, store, { ...inCall, members } as typeof inCall);
    const choices = [...dialogOf(element).querySelectorAll('.outcomes button')];
    expect(choices.map((one) => one.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Læge Test Dam læge',
    ]);
    (choices[0] as HTMLElement).click();
    await said(element, 'polite', 'Overdraget til Læge Test Dam.');
    expect(store.commands.at(-1)).to.deep.equal({ type: 'hand-over', visitId: 'v-nancy', to: 'doctor-2' });
    await waitUntil(() => element.renderRoot.querySelector('dialog') === null, 'closed');
  });

  it('says when no colleague is there', async () => {
    const { element, store } = await begin(inCall);
    await press(element, 'Overdrag');
    await show(element, store, { ...inCall, members: [] } as typeof inCall);
    expect(dialogOf(element).textContent).to.include('Ingen kolleger er logget ind');
  });

  it('tells whoever gets a patient from a colleague', async () => {
    const { element, store } = await begin(ready({ visits: [{ ...calledByColleague, id: 'v-nancy' }] }));
    await show(element, store, ready({ visits: [withMe], current: { visit: withMe } }));
    await said(element, 'polite', 'Nancy Ann Berggren er overdraget til dig');
    expect(words(element)).to.include('Videoen er ikke åben her');
  });

  it('moves somebody who waits to another clinic, if that is open', async () => {
    const { element, store } = await menu();
    await press(element, 'Flyt til anden klinik');
    control(element, '#search').value = 'Mark';
    submit(element, 'dialog form');
    expect(store.commands).to.deep.equal([{ type: 'find-clinics', search: 'Mark' }]);
    const clinics = [
      { ...clinic, id: 'c-2', name: 'Lægerne Mark' },
      { ...clinic, id: 'c-3', name: 'Lægerne Lukket', open: false },
    ];
    await show(element, store, ready({ visits: [nancy, magnus], clinics }));
    const [open, closed] = [...dialogOf(element).querySelectorAll<HTMLElement>('.outcomes button')];
    closed?.click();
    expect(store.commands.length, 'closed').to.equal(1);
    open?.click();
    await said(element, 'polite', 'Overdraget til Lægerne Mark.');
    expect(store.commands.at(-1)).to.deep.equal({ type: 'transfer', visitId: 'v-nancy', clinicId: 'c-2' });
  });

  for (const [label, outcome] of [
    ['Skift til telefon', 'moved-to-phone'],
    ['Skift til fysisk besøg', 'moved-to-visit'],
  ] as const) {
    it(`moves somebody who waits with one tap: ${label}`, async () => {
      const { element, store } = await menu();
      await press(element, label);
      expect(store.commands).to.deep.equal([{ type: 'end', visitId: 'v-nancy', outcome }]);
      const { claim } = withMe;
      const ended = { ...nancy, state: 'ended', endedAt: now, outcome, ...(claim && { claim }) } as const;
      const told: unknown[] = [];
      element.addEventListener('visit-ended', ({ detail }) => told.push(detail));
      await show(element, store, ready({ visits: [magnus], over: [ended] }));
      const facts = { visitId: 'v-nancy', clinicId: 'clinic-1', kind: 'consultation', test: false } as const;
      const { origin } = nancy;
      expect(told).to.deep.equal([{ ...facts, origin, state: 'ended', outcome, endedAt: now }]);
      await show(element, store, ready({ visits: [], over: [ended] }));
      expect(told.length, 'once').to.equal(1);
    });
  }

  it('tells the host of no end that was a colleague’s', async () => {
    const { element, store } = await begin(ready({ visits: [nancy, magnus] }));
    let told = 0;
    element.addEventListener('visit-ended', () => (told += 1));
    const { claim } = calledByColleague;
    const ended = { ...nancy, state: 'ended', endedAt: now, ...(claim && { claim }) } as const;
    const left = { ...magnus, state: 'left', endedAt: now } as const;
    await show(element, store, ready({ visits: [], over: [ended, left] }));
    expect(told).to.equal(0);
  });

  it('lists those of today alone, also on a page that is open past midnight', async () => {
    const { element, store } = await begin(ready());
    const over = (id: string, endedAt: string): ClinicVisit => ({ ...magnus, id, state: 'left', endedAt });
    // Midnight in Denmark, the day that the tests are on.
    const [first, last] = [over('a', '2026-11-21T23:00:00.000Z'), over('b', '2026-11-21T22:59:59.999Z')];
    await show(element, store, ready({ over: [first, last] }));
    await waitUntil(() => words(element).includes('Afsluttet i dag (1)'));
    await show(element, store, ready({ over: [last] }));
    expect(words(element)).not.to.include('Afsluttet i dag');
  });

  it('writes to one', async () => {
    const { element, store } = await menu('Magnus');
    await press(element, 'Send besked');
    expect(focused(element)).to.equal(find(element, '#words'));
    submit(element, 'dialog form');
    expect(store.commands, 'nothing is no message').to.deep.equal([]);
    control(element, '#words').value = 'Find medicinlisten frem.';
    submit(element, 'dialog form');
    await said(element, 'polite', 'Sendt.');
    expect(store.commands).to.deep.equal([
      { type: 'message', visitId: 'v-magnus', message: 'Find medicinlisten frem.' },
    ]);
  });

  it('writes to all who wait', async () => {
    const { element, store } = await begin(ready({ visits: [nancy] }));
    await press(element, 'Indstillinger');
    await press(element, 'Besked til alle, der venter');
    control(element, '#words').value = 'Vi er forsinket.';
    submit(element, 'dialog form');
    await said(element, 'polite', 'Sendt.');
    expect(store.commands).to.deep.equal([{ type: 'message-all', message: 'Vi er forsinket.' }]);
  });

  it('asks what becomes of those who wait before it closes', async () => {
    const { element, store } = await begin(ready({ visits: many(3) }));
    await press(element, 'Lukket for video');
    expect(dialogOf(element).textContent).to.include('mens 3 venter');
    await press(element, 'Luk, og behold køen');
    await waitUntil(() => element.renderRoot.querySelector('dialog') === null, 'closed');
    expect(store.commands).to.deep.equal([{ type: 'set-opening', opening: { open: false } }]);
    await press(element, 'Lukket for video');
    control(element, '#words').value = 'Ring i morgen.';
    await press(element, 'Luk, og fjern alle 3');
    await waitUntil(() => element.renderRoot.querySelector('dialog') === null, 'closed');
    expect(store.commands.slice(1)).to.deep.equal([
      { type: 'set-opening', opening: { open: false, message: 'Ring i morgen.' } },
      { type: 'remove-all', message: 'Ring i morgen.' },
    ]);
  });

  it('closes by itself later today, and not in the past', async () => {
    const { element, store } = await begin();
    await press(element, 'Indstillinger');
    const at = (minutes: number): Date => new Date(Date.parse(now) + minutes * 60_000);
    const typed = (date: Date): string => localAt(date.toISOString()).slice(11);
    control(element, '#until').value = typed(at(-10));
    submit(element, '.settings');
    await element.updateComplete;
    expect(store.commands).to.deep.equal([]);
    expect(focused(element)).to.equal(find(element, '#until'));
    control(element, '#until').value = typed(at(10));
    submit(element, '.settings');
    await waitUntil(() => element.renderRoot.querySelector('.settings') === null);
    expect(store.commands).to.deep.equal([
      { type: 'set-opening', opening: { open: true, until: at(10).toISOString() } },
    ]);
    await show(element, store, ready({ clinic: { ...clinic, until: at(10).toISOString() } }));
    expect(words(element)).to.include('Åben til kl. ');
  });

  it('shows where somebody was moved from', async () => {
    const { element } = await begin(
      ready({ visits: [{ ...nancy, movedFrom: { id: 'c-2', name: 'Lægerne Mark' } }] }),
    );
    expect(words(element)).to.include('Fra Lægerne Mark');
  });

  it('A3: any key keeps somebody logged in who was about to be logged out', async () => {
    const { element, store } = await begin(
      ready({ visits: [nancy], sessionEndsAt: new Date(Date.parse(now) + 30_000).toISOString() }),
    );
    button(element, 'Start video med Nancy Ann Berggren').focus();
    await key(element, 'Shift');
    expect(store.commands).to.deep.equal([{ type: 'stay-signed-in' }]);
  });
});
