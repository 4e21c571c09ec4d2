import type { JoinDraft, JoinState, VenterumClient } from '@venterum/client';
import type { ClinicSummary, JoinerVisit, LoginProvider, Support } from '@venterum/contract';

/** The moment the tests stand at: 22 November 2026, 14.30 in Denmark. */
export const now = '2026-11-22T13:30:00.000Z';

/** Whom to ask for help. */
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
  phone: '+4586123456',
  support,
};

const otherClinic: ClinicSummary = {
  ...clinic,
  id: 'clinic-2',
  ydernummer: '054321',
  name: 'Lægerne ved Åen',
  address: 'Åboulevarden 2, 8000 Aarhus C',
  open: false,
};

export const draft: JoinDraft = {
  citizen: { cpr: '2512489996', name: 'Nancy Ann Berggren' },
  citizenFromHost: true,
  clinic,
  reason: 'Sår på venstre skinneben, rødme rundt om siden i går',
  kind: 'consultation',
  test: false,
  companions: [],
};

const provider: LoginProvider = {
  id: 'municipal',
  label: { da: 'Log ind med kommunens login', en: 'Log in with the municipal login' },
  issuer: 'https://login.example.dk',
  clientId: 'venterum',
  scope: 'openid',
  resource: 'https://video.example.dk',
  kinds: ['municipal-employee'],
};

export const visit: JoinerVisit = {
  view: 'joiner',
  id: 'visit-1',
  clinic,
  me: 'participant-1',
  kind: 'consultation',
  origin: 'care-app',
  test: false,
  state: 'waiting',
  arrivedAt: '2026-11-22T13:25:00.000Z',
  presence: 'online',
  position: 2,
  waitEstimate: { fromMinutes: 10, toMinutes: 20 },
  participants: [{ id: 'participant-1', role: 'care-staff', present: 'device', admitted: true }],
};

const { waitEstimate: _wait, ...unestimated } = visit;
const { position: _position, ...placeless } = unestimated;

/** Without a place in the queue. */
export const noPlace = placeless;

export const called: JoinerVisit = {
  ...noPlace,
  state: 'called',
  roomId: 'room-1',
  clinician: { name: 'Læge Test Lund', role: 'doctor' },
};

export const ended: JoinerVisit = {
  ...noPlace,
  state: 'ended',
  outcome: 'completed',
  startedAt: '2026-11-22T13:18:00.000Z',
  endedAt: now,
  durationSeconds: 720,
};

const base = { draft, support, kind: 'municipal-employee' } as const;
const { citizen: _citizen, ...nobody } = draft;
const typed = { ...base, draft: { ...nobody, citizenFromHost: false, reason: '' } };

const over = (more: Partial<JoinerVisit>): JoinState => ({
  ...base,
  step: 'over',
  visit: { ...noPlace, endedAt: now, ...more },
});

/** Every screen there is, by the name its picture has. */
export const states = {
  starting: { ...base, step: 'starting' },
  'signed-out': {
    ...base,
    step: 'signed-out',
    providers: [
      provider,
      { ...provider, id: 'citizen', label: { da: 'Log ind med MitID', en: 'Log in with MitID' } },
    ],
  },
  'signed-out-failed': {
    ...base,
    step: 'signed-out',
    providers: [provider],
    failure: { code: 'login-cancelled' },
  },
  'signing-in': { ...base, step: 'signing-in' },
  'who-cpr': { ...typed, step: 'who', mode: 'cpr', searching: false },
  'who-cpr-unknown': {
    ...typed,
    step: 'who',
    mode: 'cpr',
    searching: false,
    failure: { code: 'own-clinic-unknown' },
  },
  'who-clinic': { ...typed, step: 'who', mode: 'clinic', searching: false },
  'who-clinic-found': {
    ...typed,
    step: 'who',
    mode: 'clinic',
    searching: false,
    clinics: [clinic, otherClinic],
  },
  'who-clinic-none': { ...typed, step: 'who', mode: 'clinic', searching: false, clinics: [] },
  closed: {
    ...base,
    step: 'closed',
    clinic: {
      ...clinic,
      open: false,
      until: '2026-11-23T08:00:00.000Z',
      message: 'Vi har åbent for video mandag til fredag kl. 9-12.',
    },
  },
  'closed-silent': { ...base, step: 'closed', clinic: otherClinic },
  ready: { ...base, step: 'ready', clinic, consentNeeded: true },
  'ready-self': {
    ...base,
    kind: 'citizen',
    draft: { ...nobody, reason: '', agreedAt: '2026-11-22T13:45:00.000Z' },
    step: 'ready',
    clinic: { ...clinic, delayMinutes: 15 },
    consentNeeded: false,
  },
  'ready-without-cpr': {
    ...base,
    draft: { ...nobody, citizenFromHost: false, reason: '' },
    step: 'ready',
    clinic,
    consentNeeded: true,
  },
  'ready-failed': { ...base, step: 'ready', clinic, consentNeeded: true, failure: { code: 'offline' } },
  joining: {
    ...base,
    draft: { ...draft, consentId: 'consent-1' },
    step: 'joining',
    clinic,
    consentNeeded: true,
  },
  'joining-recording': {
    ...base,
    draft: { ...draft, recording: true },
    step: 'joining',
    clinic,
    consentNeeded: true,
  },
  waiting: { ...base, step: 'waiting', visit, released: false },
  'waiting-late': {
    ...base,
    step: 'waiting',
    visit: { ...visit, clinic: { ...clinic, delayMinutes: 15 }, agreedAt: '2026-11-22T13:45:00.000Z' },
    released: true,
  },
  'waiting-self': { ...base, kind: 'citizen', step: 'waiting', visit, released: false },
  'waiting-away': {
    ...base,
    step: 'waiting',
    visit: { ...visit, presence: 'away', awaySince: '2026-11-22T13:28:00.000Z' },
    released: false,
  },
  'waiting-closed': {
    ...base,
    step: 'waiting',
    visit: {
      ...unestimated,
      clinic: { ...clinic, open: false, message: 'Lægen er kaldt ud til en akut patient.' },
    },
    released: false,
  },
  'waiting-moved': {
    ...base,
    step: 'waiting',
    visit: {
      ...visit,
      id: 'visit-2',
      clinic: { ...otherClinic, open: true },
      movedFrom: { id: clinic.id, name: clinic.name },
    },
    released: false,
  },
  'waiting-message': {
    ...base,
    step: 'waiting',
    visit: { ...visit, message: 'Tag gerne temperaturen, mens I venter.', messageAt: now },
    released: false,
  },
  'waiting-door': {
    ...base,
    step: 'waiting',
    visit: { ...noPlace, state: 'in-consultation' },
    released: false,
  },
  'waiting-offline': {
    ...base,
    step: 'waiting',
    visit,
    released: false,
    offlineSince: '2026-11-22T13:28:00.000Z',
  },
  'waiting-session-ending': {
    ...base,
    step: 'waiting',
    visit,
    released: false,
    sessionEndsAt: '2026-11-22T13:30:30.000Z',
  },
  'waiting-test': {
    ...base,
    draft: { ...draft, test: true },
    step: 'waiting',
    visit: { ...noPlace, test: true },
    released: false,
  },
  called: { ...base, step: 'called', visit: called },
  'called-elsewhere': {
    ...base,
    step: 'called',
    visit: {
      ...called,
      state: 'in-consultation',
      participants: [
        { id: 'participant-1', role: 'care-staff', present: 'device', admitted: true, peerId: 'a' },
      ],
    },
  },
  'in-call': { ...base, step: 'in-call', visit: { ...called, state: 'in-consultation' } },
  ended: { ...base, step: 'over', visit: ended },
  'ended-self': { ...base, kind: 'citizen', step: 'over', visit: ended },
  'moved-to-phone': over({ state: 'ended', outcome: 'moved-to-phone' }),
  'moved-to-visit': over({ state: 'ended', outcome: 'moved-to-visit' }),
  'technical-failure': over({ state: 'ended', outcome: 'technical-failure' }),
  'no-show': over({ state: 'ended', outcome: 'no-show' }),
  left: over({ state: 'left' }),
  removed: over({ state: 'removed', message: 'Ring til os. Det skal ses i klinikken i dag.' }),
  expired: over({ state: 'expired' }),
  'session-ended': { ...base, step: 'session-ended', reason: 'idle' },
  unavailable: { ...base, step: 'unavailable', since: '2026-11-22T13:28:00.000Z', retries: true },
  refused: {
    ...base,
    step: 'unavailable',
    since: now,
    retries: false,
    failure: { code: 'login-refused' },
  },
} as const satisfies Readonly<Record<string, JoinState>>;

/** A client that never answers, at the moment of the tests: enough for views and their inner elements. */
export const silentClient = (): VenterumClient => {
  const never = new Promise<never>(() => undefined);
  return {
    server: 'https://video.example.dk',
    session: {
      kind: 'host',
      asksCode: false,
      getState: () => ({ status: 'none' }),
      subscribe: () => () => undefined,
      ensure: () => never,
      renew: () => never,
      signIn: () => never,
      enrol: () => never,
      redeem: () => never,
      decline: () => never,
      signOut: () => never,
      stay: () => never,
    },
    clock: { now: () => Date.parse(now), after: () => () => undefined },
    logger: { debug: () => undefined, warn: () => undefined },
    support,
    request: () => never,
    config: () => never,
    events: () => ({ listen: () => () => undefined }),
    diagnosis: () => 'venterum client',
    dispose: () => undefined,
  };
};
