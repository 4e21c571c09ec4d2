import type { Clinic, Cpr, ClinicId, Instant, Visit } from '@venterum/contract';
import type { LoginPrincipal, TokenVerifier, VerifiedLogin } from '@venterum/server-reference';

/** Citizens of the official test register. */
export const testCitizens = {
  nancy: { cpr: '2512489996', name: 'Nancy Ann Berggren' },
  bruno: { cpr: '2509479989', name: 'Bruno Elmer' },
  einer: { cpr: '0201609995', name: 'Einer' },
  may: { cpr: '0108629996', name: 'May Moberg' },
  niels: { cpr: '3001749995', name: 'Niels Vendelboe' },
  kaja: { cpr: '2103009996', name: 'Kaja Hansen' },
  magnus: { cpr: '0504909995', name: 'Magnus' },
} as const;

/** A clinic that is open. */
export const buildClinic = (changes: Partial<Clinic> = {}): Clinic => ({
  id: 'clinic-lund',
  ydernummer: '012345',
  name: 'Lægehuset Lund',
  address: 'Lundevej 1, 9999 Testby',
  opening: { open: true },
  ...changes,
});

/** Three clinics: one's own, a foreign one, and one to be on the list of besides. */
export const testClinics: readonly Clinic[] = [
  buildClinic(),
  buildClinic({
    id: 'clinic-mark',
    ydernummer: '023456',
    name: 'Lægerne Mark',
    address: 'Markvej 2, 8660 Skanderborg',
  }),
  buildClinic({
    id: 'clinic-eng',
    ydernummer: '034567',
    name: 'Klinikken Eng',
    address: 'Engvej 3, 8740 Brædstrup',
  }),
];

/** Whose clinic is whose. */
export const testDirectory: Readonly<Record<Cpr, ClinicId>> = {
  [testCitizens.nancy.cpr]: 'clinic-lund',
  [testCitizens.bruno.cpr]: 'clinic-mark',
};

/** Somebody who can log in in a test. */
export const testLogins = {
  /** The only one with an authorisation id. */
  doctor: {
    kind: 'clinic-staff',
    name: 'Læge Test Lund',
    role: 'doctor',
    ydernumre: ['012345'],
    authorisationId: '02HJ9',
  },
  colleague: { kind: 'clinic-staff', name: 'Læge Test Kollega', role: 'doctor', ydernumre: ['012345'] },
  secretary: { kind: 'clinic-staff', name: 'Sekretær Test Lund', role: 'staff', ydernumre: ['012345'] },
  manager: { kind: 'clinic-staff', name: 'Leder Test Lund', role: 'manager', ydernumre: ['012345'] },
  otherManager: { kind: 'clinic-staff', name: 'Leder Test Mark', role: 'manager', ydernumre: ['023456'] },
  locum: { kind: 'clinic-staff', name: 'Læge Test Vikar', role: 'doctor', ydernumre: ['012345'] },
  /** Their login names no clinic. */
  newcomer: { kind: 'clinic-staff', name: 'Vikar Test', role: 'staff', ydernumre: [] },
  stranger: { kind: 'clinic-staff', name: 'Læge Test Mark', role: 'doctor', ydernumre: ['023456'] },
  employee: {
    kind: 'municipal-employee',
    name: 'Assistent Test',
    municipality: '29189978',
    area: 'care-home',
    jobTitle: 'SOSU-assistent',
  },
  otherEmployee: { kind: 'municipal-employee', name: 'Assistent Anden', municipality: '29189978' },
  citizen: { kind: 'citizen', name: testCitizens.nancy.name },
  otherCitizen: { kind: 'citizen', name: testCitizens.bruno.name },
} as const satisfies Readonly<Record<string, LoginPrincipal>>;

/** Names of the {@link testLogins}; each is also the access token that logs them in. */
export type TestLogin = keyof typeof testLogins;

const cprOf: Partial<Record<TestLogin, Cpr>> = {
  citizen: testCitizens.nancy.cpr,
  otherCitizen: testCitizens.bruno.cpr,
};

/** When the {@link FakeClock} starts, and when everybody in tests has proved who they are unless a test says another time. */
const startOfTime: Instant = '2026-11-23T08:00:00.000Z';

/**
 * Accepts the names of {@link testLogins} as tokens, and nothing else. After a name and an @ comes when that person
 * proved who they are: `manager@2026-11-23T09:00:00.000Z`.
 */
export const testVerifier: TokenVerifier = {
  verify: (token, refused) => {
    const [name = '', authenticatedAt = startOfTime] = token.split('@');
    if (!Object.hasOwn(testLogins, name)) {
      refused?.('issuer');
      return Promise.resolve(undefined);
    }
    const cpr = cprOf[name as TestLogin];
    const login: VerifiedLogin = {
      issuer: 'https://login.example.dk',
      subject: name,
      principal: testLogins[name as TestLogin],
      authenticatedAt,
      expiresAt: '2099-01-01T00:00:00.000Z',
      ...(cpr === undefined ? {} : { cpr }),
    };
    return Promise.resolve(login);
  },
};

/** A waiting visit as the server keeps it. */
export const buildVisit = (changes: Partial<Visit> = {}): Visit => ({
  id: 'visit-1',
  clinicId: 'clinic-lund',
  kind: 'consultation',
  origin: 'care-app',
  test: false,
  state: 'waiting',
  joinedBy: 'principal-1',
  joinedAs: 'participant-1',
  citizen: testCitizens.nancy,
  reason: 'Sår på venstre fod',
  arrivedAt: '2026-11-23T08:00:00.000Z',
  presence: 'online',
  participants: [
    { id: 'participant-1', role: 'care-staff', name: 'Assistent Test', present: 'device', admitted: false },
    {
      id: 'participant-2',
      role: 'citizen',
      name: testCitizens.nancy.name,
      present: 'in-the-room',
      admitted: false,
    },
  ],
  ...changes,
});
