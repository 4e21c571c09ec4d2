import type {
  ClinicStaff,
  ClinicSummary,
  ClinicVisit,
  LoginProvider,
  Participant,
  Support,
} from '@venterum/contract';
import type { QueueBase, QueueCommand, QueueReady, QueueState, VenterumClient } from '@venterum/client';
import { ScriptedStore } from '../shared/scripted-store.test.ts';

/** The moment the tests stand at: 22 November 2026, 14.30 in Denmark. */
export const now = '2026-11-22T13:30:00.000Z';

/** An instant so many minutes before {@link now}. */
export const minutesAgo = (minutes: number): string =>
  new Date(Date.parse(now) - minutes * 60_000).toISOString();

export const support: Support = {
  name: 'Venterum support',
  phone: '+4570123456',
  email: 'support@example.dk',
};

export const clinic: ClinicSummary = {
  id: 'clinic-1',
  ydernummer: '012345',
  name: 'Lægehuset Torvet',
  address: 'Torvet 1, 8000 Aarhus C',
  open: true,
  support,
};

export const me: ClinicStaff = {
  kind: 'clinic-staff',
  id: 'doctor-1',
  name: 'Læge Test Lund',
  role: 'doctor',
  clinicIds: ['clinic-1'],
};

export const provider: LoginProvider = {
  id: 'clinic-login',
  label: { da: 'Log ind med medarbejderlogin', en: 'Log in with your staff login' },
  issuer: 'https://login.example.dk',
  clientId: 'venterum',
  scope: 'openid',
  resource: 'https://video.example.dk',
  kinds: ['clinic-staff'],
};

const person = (role: Participant['role'], name: string | undefined, admitted = true): Participant => ({
  id: `${role}-${name ?? 'x'}`,
  role,
  ...(name === undefined ? {} : { name }),
  present: 'device',
  admitted,
});

/** A waiting visit of an official test person, with what a test wants otherwise. */
export const visit = (id: string, more: Partial<ClinicVisit> = {}): ClinicVisit => ({
  view: 'clinic',
  id,
  clinicId: 'clinic-1',
  kind: 'consultation',
  origin: 'care-app',
  test: false,
  state: 'waiting',
  arrivedAt: minutesAgo(12),
  presence: 'online',
  participants: [person('care-staff', 'SOSU Test Holm')],
  citizen: { cpr: '2512489996', name: 'Nancy Ann Berggren' },
  reason: 'Sår på venstre skinneben, rødme rundt om siden i går',
  municipality: '29189846',
  area: 'care-home',
  jobTitle: 'SOSU-assistent',
  consented: true,
  ...more,
});

/** Without what belongs to the municipality. */
const own = (visitView: ClinicVisit): ClinicVisit => {
  const { municipality: _municipality, area: _area, jobTitle: _jobTitle, ...rest } = visitView;
  return rest;
};

export const nancy = visit('v-nancy');
export const magnus = own(
  visit('v-magnus', {
    origin: 'citizen-app',
    arrivedAt: minutesAgo(7),
    agreedAt: '2026-11-22T13:30:00.000Z',
    citizen: { cpr: '0504909995', name: 'Magnus' },
    reason: 'Svar på blodprøve',
    participants: [person('citizen', 'Magnus')],
    consented: false,
  }),
);
const bruno = visit('v-bruno', {
  origin: 'care-app-without-cpr',
  arrivedAt: minutesAgo(3),
  citizen: { name: 'Bruno Elmer' },
  area: 'residential',
  jobTitle: 'Sygeplejerske',
  reason: 'Tre beboere, medicingennemgang',
  presence: 'away',
  awaySince: minutesAgo(6),
});
export const withoutCpr = bruno;
export const anonymous = own(
  visit('v-sms', {
    origin: 'sms',
    arrivedAt: minutesAgo(0.5),
    citizen: {},
    participants: [person('relative', 'Datter Test')],
    test: true,
  }),
);
export const conference = visit('v-conference', {
  kind: 'conference',
  arrivedAt: minutesAgo(1),
  citizen: { cpr: '0108629996', name: 'May Moberg' },
  area: 'home-nursing',
  jobTitle: 'Sygeplejerske',
});

/** Called by me, a moment ago. */
export const calledByMe = visit('v-nancy', {
  state: 'called',
  roomId: 'room-1',
  claim: { by: me.id, name: me.name, role: 'doctor', at: minutesAgo(0.25) },
});
/** In consultation with me. */
export const withMe = visit('v-nancy', {
  state: 'in-consultation',
  roomId: 'room-1',
  startedAt: minutesAgo(4),
  claim: { by: me.id, name: me.name, role: 'doctor', at: minutesAgo(4.5) },
});
const colleague = { by: 'doctor-2', name: 'Læge Test Dam', role: 'doctor', at: minutesAgo(6) } as const;
export const calledByColleague = visit('v-niels', {
  state: 'called',
  claim: colleague,
  citizen: { cpr: '3001749995', name: 'Niels Vendelboe' },
});
export const withColleague = visit('v-niels', {
  state: 'in-consultation',
  startedAt: minutesAgo(5),
  claim: colleague,
  citizen: { cpr: '3001749995', name: 'Niels Vendelboe' },
  participants: [person('care-staff', 'SOSU Test Holm'), person('interpreter', 'Tolk Test', false)],
});
/** The colleague's own screen is gone. */
export const withNobody: ClinicVisit = { ...withColleague, unattendedSince: minutesAgo(3) };
/** Over, one of each kind. */
export const over: readonly ClinicVisit[] = [
  { ...withMe, state: 'ended', endedAt: minutesAgo(1), durationSeconds: 512, outcome: 'completed' },
  visit('o-2', { state: 'left', endedAt: minutesAgo(20), citizen: { name: 'Kaja Hansen' } }),
  visit('o-3', { state: 'ended', endedAt: minutesAgo(40), durationSeconds: 120, outcome: 'moved-to-phone' }),
  visit('o-4', { state: 'removed', endedAt: minutesAgo(45) }),
  visit('o-5', { state: 'expired', endedAt: minutesAgo(50), citizen: { name: 'Einer' } }),
];

const persons = [
  ['2512489996', 'Nancy Ann Berggren'],
  ['0504909995', 'Magnus'],
  ['2509479989', 'Bruno Elmer'],
  ['0201609995', 'Einer'],
  ['0108629996', 'May Moberg'],
  ['3001749995', 'Niels Vendelboe'],
  ['2103009996', 'Kaja Hansen'],
] as const;
const origins = ['care-app', 'citizen-app', 'care-app-without-cpr', 'sms'] as const;

/** A queue of any length. */
export const many = (count: number): ClinicVisit[] =>
  Array.from({ length: count }, (_, index) => {
    const [cpr, name] = persons[index % persons.length] ?? persons[0];
    return visit(`v-${index}`, {
      origin: origins[index % origins.length] ?? 'care-app',
      arrivedAt: minutesAgo(count - index),
      citizen: index % 4 === 2 ? { name } : { cpr, name },
    });
  });

/** An open waiting room, with what a test wants otherwise. */
export const ready = (more: Partial<QueueReady & QueueBase> = {}): QueueState => ({
  status: 'ready',
  support,
  me,
  clinic,
  visits: [],
  over: [],
  invites: [],
  busy: new Set<string>(),
  openingBusy: false,
  ...more,
});

/** The states every ring of tests goes through, by name. */
export const states: Readonly<Record<string, QueueState>> = {
  starting: { status: 'starting', support },
  'signed-out': { status: 'signed-out', support, providers: [provider] },
  'signing-in': { status: 'signing-in', support },
  forbidden: { status: 'forbidden', support },
  unavailable: { status: 'unavailable', support },
  'session-ended': { status: 'session-ended', support, reason: 'idle' },
  'closed-empty': ready({ clinic: { ...clinic, open: false } }),
  'open-empty': ready(),
  one: ready({ visits: [nancy] }),
  mixed: ready({ visits: [magnus, nancy, bruno, conference, anonymous], over }),
  twenty: ready({ visits: many(20), over }),
  'three-hundred': ready({ visits: many(300) }),
  delayed: ready({
    visits: [nancy, magnus],
    clinic: { ...clinic, delayMinutes: 15, message: 'Vi er forsinket på grund af et akut besøg.' },
  }),
  'busy-row': ready({ visits: [nancy, magnus], busy: new Set(['v-nancy']) }),
  'called-by-me': ready({ visits: [calledByMe, magnus, bruno], current: { visit: calledByMe } }),
  'in-consultation': ready({
    visits: [withMe, withColleague, magnus, bruno],
    current: { visit: withMe },
    over,
  }),
  'called-by-colleague': ready({ visits: [calledByColleague, nancy] }),
  'with-colleague': ready({ visits: [withColleague, nancy, magnus] }),
  'colleague-gone': ready({ visits: [withNobody, nancy, magnus] }),
  taken: ready({ visits: [calledByColleague, nancy], failure: { code: 'claimed-by-other' } }),
  offline: ready({ visits: [nancy, magnus, bruno], offlineSince: minutesAgo(4) }),
  'session-ending': ready({
    visits: [nancy],
    sessionEndsAt: new Date(Date.parse(now) + 30_000).toISOString(),
  }),
  failed: ready({ visits: [nancy], failure: { code: 'unavailable', correlationId: 'c-1234' } }),
};

/** A client that only knows what time it is. */
export const client = {
  clock: { now: () => Date.parse(now), after: () => () => undefined },
  session: { getState: () => ({ status: 'none' }), subscribe: () => () => undefined },
  diagnosis: () => 'diagnosis',
  events: () => ({ listen: () => () => undefined }),
  request: () => new Promise(() => undefined),
  config: () => new Promise(() => undefined),
} as unknown as VenterumClient;

/** What a test scripts. */
export type QueueScript = ScriptedStore<QueueState, QueueCommand>;

/** A store in a state. */
export const fakeStore = (state: QueueState): QueueScript =>
  new ScriptedStore<QueueState, QueueCommand>(state);

type Scene = (element: HTMLElement) => unknown;

const press =
  (selector: string): Scene =>
  (element) =>
    element.shadowRoot?.querySelector<HTMLElement>(selector)?.click();

/** What a person has opened in a state, for looking at it. */
export const scenes: Readonly<Record<string, Scene>> = {
  menu: press('.more'),
  check: press('.start'),
  reveal: press('.reveal'),
  settings: press('.settings-toggle'),
  end: press('.end'),
  sms: press('#tab-sms'),
  over: (element) => element.shadowRoot?.querySelector('details')?.setAttribute('open', ''),
  'hand-over': press('.hand-over'),
  close: press('.closed'),
  message: async (element) => {
    press('.more')(element);
    await (element as unknown as { readonly updateComplete: Promise<unknown> }).updateComplete;
    press('.menu button')(element);
  },
  remove: async (element) => {
    press('.more')(element);
    await (element as unknown as { readonly updateComplete: Promise<unknown> }).updateComplete;
    press('.menu .danger')(element);
  },
  ended: (element) => {
    const { store } = element as unknown as { readonly store: QueueScript };
    store.set(ready({ visits: [magnus, withoutCpr], over }));
  },
};
