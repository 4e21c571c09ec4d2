import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes, type Route, type RouteName, type RouteShapes, type Session } from '@venterum/contract';
import { openWorld, storeKinds, type World } from '../server-world.fixtures.test.ts';
import { policies } from './policy.ts';

/** Everybody who could ask, and whether the things asked about are theirs. */
type Asker =
  'nobody' | 'doctor' | 'stranger' | 'employee' | 'otherEmployee' | 'citizen' | 'otherCitizen' | 'guest';

interface Scene {
  readonly world: World;
  readonly sessions: Readonly<Record<Exclude<Asker, 'nobody'>, Session>>;
  readonly ids: Readonly<Partial<Record<RouteName, string>>>;
}

/** A clinic with a visit by the employee, one by the citizen and one by an invited guest. */
const scene = async (world: World): Promise<Scene> => {
  const { employee, visit } = await world.employeeWaits();
  const consent = await world.declare(employee);
  const { citizen } = await world.citizenWaits();
  const doctor = await world.login('doctor');
  const { token } = await world.invite(doctor);
  const guest = await world.redeem(token);
  const { invite } = await world.invite(doctor);
  const sessions = {
    doctor,
    employee,
    citizen,
    guest,
    stranger: await world.login('stranger'),
    otherEmployee: await world.login('otherEmployee'),
    otherCitizen: await world.login('otherCitizen'),
  };
  const visits = Object.keys(routes).filter((name) => name.startsWith('visits.'));
  const ids = {
    ...Object.fromEntries(visits.map((name) => [name, visit.id])),
    'clinics.get': 'clinic-lund',
    'clinics.opening': 'clinic-lund',
    'invites.resend': invite.id,
    'invites.revoke': invite.id,
    'consents.withdraw': consent.id,
  };
  return { world, sessions, ids };
};

const bodies: { readonly [N in RouteName]?: RouteShapes[N]['body'] } = {
  'sessions.create': { grant: 'oidc', token: 'citizen' },
  'clinics.own': { cpr: '2512489996' },
  'clinics.opening': { open: true },
  'visits.join': {},
  'visits.admit': { participantId: 'nobody' },
  'visits.dismiss': { participantId: 'nobody' },
  'visits.stage': {},
  'visits.remove': {},
  'visits.end': { outcome: 'completed' },
  'invites.send': {
    clinicId: 'clinic-lund',
    recipients: [{ name: 'Kaja Hansen', phone: '+4520123457', role: 'relative' }],
    language: 'da',
  },
  'consents.record': { purpose: 'declaration', textVersion: '2026-11', language: 'da' },
};

const queries: Partial<Record<RouteName, string>> = {
  'clinics.search': '?search=lund',
  'visits.list': '?clinic=clinic-lund',
  'invites.list': '?clinic=clinic-lund',
};

/** Codes of things that are there, in the wrong state: whoever gets these has been let in. */
const letIn = new Set([
  undefined,
  'visit-state',
  'claimed-by-other',
  'participant-unknown',
  'already-waiting',
  'request-invalid',
  'own-clinic-unknown',
]);

const outcomeOf = async ({ world, sessions, ids }: Scene, name: RouteName, asker: Asker): Promise<string> => {
  const { status, problem } = await world.send(name, {
    ...(asker === 'nobody' ? {} : { as: sessions[asker] }),
    ...(ids[name] === undefined ? {} : { id: ids[name] }),
    ...(queries[name] === undefined ? {} : { query: queries[name] }),
    ...(bodies[name] === undefined ? {} : { body: bodies[name] as never }),
  });
  if (letIn.has(problem.code)) return 'yes';
  return status === 404 ? 'foreign' : problem.code;
};

/** Who is let in, by route; everybody else of the right kind is told that it does not exist. */
const own: Readonly<Record<RouteName, readonly Asker[]>> = {
  'config.get': [
    'nobody',
    'doctor',
    'stranger',
    'employee',
    'otherEmployee',
    'citizen',
    'otherCitizen',
    'guest',
  ],
  'sessions.create': [
    'nobody',
    'doctor',
    'stranger',
    'employee',
    'otherEmployee',
    'citizen',
    'otherCitizen',
    'guest',
  ],
  'sessions.end': ['doctor', 'stranger', 'employee', 'otherEmployee', 'citizen', 'otherCitizen', 'guest'],
  'sessions.activity': [
    'doctor',
    'stranger',
    'employee',
    'otherEmployee',
    'citizen',
    'otherCitizen',
    'guest',
  ],
  'clinics.search': ['doctor', 'stranger', 'employee', 'otherEmployee', 'citizen', 'otherCitizen'],
  'clinics.own': ['employee', 'otherEmployee', 'citizen', 'otherCitizen'],
  'clinics.get': ['doctor', 'stranger', 'employee', 'otherEmployee', 'citizen', 'otherCitizen'],
  'clinics.opening': ['doctor'],
  'visits.join': ['employee', 'otherEmployee', 'citizen', 'otherCitizen'],
  'visits.list': ['doctor', 'employee', 'otherEmployee', 'citizen', 'otherCitizen', 'guest'],
  'visits.get': ['doctor', 'employee'],
  'visits.call': ['doctor'],
  'visits.release': ['doctor'],
  'visits.admit': ['doctor'],
  'visits.dismiss': ['doctor'],
  'visits.stage': ['doctor'],
  'visits.leave': ['employee'],
  'visits.remove': ['doctor'],
  'visits.end': ['doctor'],
  'visits.ticket': ['doctor', 'employee'],
  'invites.send': ['doctor'],
  'invites.list': ['doctor'],
  'invites.resend': ['doctor'],
  'invites.revoke': ['doctor'],
  'consents.record': ['employee', 'otherEmployee', 'citizen', 'otherCitizen'],
  'consents.withdraw': ['employee'],
};

const kinds = {
  doctor: 'clinic-staff',
  stranger: 'clinic-staff',
  employee: 'municipal-employee',
  otherEmployee: 'municipal-employee',
  citizen: 'citizen',
  otherCitizen: 'citizen',
  guest: 'guest',
} as const;

const expected = (name: RouteName, asker: Asker): string => {
  if (own[name].includes(asker)) return 'yes';
  if (asker === 'nobody') return 'unauthenticated';
  const policy = policies[name];
  return policy === 'anyone' || policy.includes(kinds[asker]) ? 'foreign' : 'forbidden';
};

for (const kind of storeKinds) {
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path }: Route = routes[name];
    test(`B1: who may ${method} ${path}, on the ${kind} store`, async (t) => {
      for (const asker of ['nobody', ...Object.keys(kinds)] as Asker[]) {
        const world = await openWorld(t, kind);
        assert.equal(await outcomeOf(await scene(world), name, asker), expected(name, asker), asker);
      }
    });
  }
}

test('B1: C11: a guest sees its own visit, and neither list nor clinic nor anybody else', async (t) => {
  const { world, sessions } = await scene(await openWorld(t));
  const { visits } = await world.ask('visits.list', { as: sessions.guest });
  assert.deepEqual(
    visits.map(({ view, origin }) => [view, origin]),
    [['joiner', 'sms']],
  );
  assert.equal(
    await world.refusal('clinics.search', { as: sessions.guest, query: '?search=lund' }),
    'forbidden',
  );
});

test('B1: the event stream has a policy too: members of the clinic, and nobody without a session', async (t) => {
  const { world, sessions } = await scene(await openWorld(t));
  const status = async (as: Session | undefined, query: string): Promise<number> => {
    const headers = as === undefined ? {} : { authorization: `Bearer ${as.token}` };
    const response = await world.server.app.request(`/v1/events${query}`, { headers });
    await response.body?.cancel();
    return response.status;
  };
  assert.equal(await status(undefined, '?clinic=clinic-lund'), 401);
  assert.equal(await status(sessions.stranger, '?clinic=clinic-lund'), 404);
  assert.equal(await status(sessions.doctor, '?clinic=clinic-lund'), 200);
  assert.equal(await status(sessions.guest, ''), 200);
});
