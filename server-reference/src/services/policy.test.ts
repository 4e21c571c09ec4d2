import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes, type Route, type RouteName, type Session } from '@venterum/contract';
import { openWorld } from '../server-world.fixtures.test.ts';
import { aboutTenant, askers, openScene, relations, tenants } from './policy.fixtures.test.ts';
import type { Asker, Relation, Scene, Tenant } from './policy.fixtures.test.ts';

/** Codes of things that are there, in the wrong state: whoever gets these has been let in. */
const letIn = new Set([
  undefined,
  'visit-state',
  'claimed-by-other',
  'participant-unknown',
  'colleague-unknown',
  'already-waiting',
  'consent-required',
  'request-invalid',
  'own-clinic-unknown',
]);

interface Cell {
  readonly name: RouteName;
  readonly asker: Asker;
  readonly tenant: Tenant;
}

const outcomeOf = async (
  { world, sessions, things }: Scene,
  { name, asker, tenant }: Cell,
): Promise<string> => {
  const { status, problem } = await world.send(name, {
    ...(asker === 'nobody' ? {} : { as: sessions[asker] }),
    ...aboutTenant(tenant, things[tenant])[name],
  });
  if (letIn.has(problem.code)) return 'yes';
  return status === 404 ? 'foreign' : problem.code;
};

const nobody = ['nobody'] as const;
const staff = ['doctor', 'secretary', 'manager', 'stranger', 'otherManager', 'locum'] as const;
const joiners = ['employee', 'otherEmployee', 'citizen', 'otherCitizen'] as const;
const guest = ['guest'] as const;
const signedIn = [...staff, ...joiners, ...guest];

/** Written down by hand, beside the table that is enforced: of which kind one must be, what to the thing, and whether one must just have logged in. */
const rule: Readonly<
  Record<
    RouteName,
    {
      readonly kinds: readonly Asker[];
      readonly is?: Relation | readonly Relation[];
      readonly recently?: true;
    }
  >
> = {
  'config.get': { kinds: [...nobody, ...signedIn] },
  'sessions.create': { kinds: [...nobody, ...signedIn] },
  'sessions.end': { kinds: signedIn },
  'sessions.activity': { kinds: signedIn },
  'clinics.search': { kinds: [...staff, ...joiners] },
  'clinics.own': { kinds: joiners },
  'clinics.get': { kinds: [...staff, ...joiners] },
  'clinics.opening': { kinds: staff, is: 'member' },
  'clinics.plan': { kinds: staff, is: 'member' },
  'clinics.setPlan': { kinds: staff, is: 'member', recently: true },
  'clinics.message': { kinds: staff, is: 'member' },
  'clinics.removeAll': { kinds: staff, is: 'member' },
  'members.list': { kinds: staff, is: 'member' },
  'members.add': { kinds: staff, is: 'manager', recently: true },
  'members.change': { kinds: staff, is: 'manager', recently: true },
  'members.remove': { kinds: staff, is: 'manager', recently: true },
  'members.signout': { kinds: staff, is: 'manager', recently: true },
  'visits.join': { kinds: joiners },
  'visits.list': { kinds: signedIn, is: 'member' },
  'visits.get': { kinds: signedIn, is: ['member', 'joiner'] },
  'visits.call': { kinds: staff, is: 'member' },
  'visits.release': { kinds: staff, is: 'member' },
  'visits.handover': { kinds: staff, is: 'member' },
  'visits.message': { kinds: staff, is: 'member' },
  'visits.admit': { kinds: staff, is: 'member' },
  'visits.dismiss': { kinds: staff, is: 'member' },
  'visits.stage': { kinds: signedIn, is: ['member', 'joiner'] },
  'visits.leave': { kinds: [...joiners, ...guest], is: 'joiner' },
  'visits.remove': { kinds: staff, is: 'member' },
  'visits.end': { kinds: staff, is: 'member' },
  'visits.ticket': { kinds: signedIn, is: ['member', 'joiner'] },
  'invites.send': { kinds: staff, is: 'member' },
  'invites.list': { kinds: staff, is: 'member' },
  'invites.decline': { kinds: [...nobody, ...signedIn] },
  'invites.access': { kinds: staff, is: 'member' },
  'invites.resend': { kinds: staff, is: 'member' },
  'invites.revoke': { kinds: staff, is: 'member' },
  'invites.rewrite': { kinds: staff, is: 'member' },
  'consents.record': { kinds: joiners },
  'consents.withdraw': { kinds: joiners, is: 'joiner' },
};

/** A list of one's own is never foreign: whoever is no staff gets that, whatever clinic they name. */
const isOwnList = (name: RouteName, asker: Asker): boolean =>
  name === 'visits.list' && ([...joiners, ...guest] as readonly Asker[]).includes(asker);

const expected = ({ name, asker, tenant }: Cell): string => {
  const { kinds, is } = rule[name];
  if (!kinds.includes(asker)) return asker === 'nobody' ? 'unauthenticated' : 'forbidden';
  const has = relations[tenant][asker] ?? [];
  const needs = is === undefined ? undefined : [is].flat();
  if (needs === undefined || isOwnList(name, asker) || needs.some((one) => has.includes(one))) return 'yes';
  // A colleague of the same clinic learns that it is not for them; to everybody else there is no such thing.
  return has.includes('member') ? 'forbidden' : 'foreign';
};

const names = Object.keys(routes) as RouteName[];

/** Every cell, once where it makes no difference whose things are asked about. */
const cellsOf = (name: RouteName, things: Scene['things']): readonly Cell[] => {
  const requests = tenants.map((tenant) => JSON.stringify(aboutTenant(tenant, things[tenant])[name]));
  const different = tenants.filter((_tenant, index) => requests.indexOf(requests[index] ?? '') === index);
  return askers.flatMap((asker) => different.map((tenant) => ({ name, asker, tenant })));
};

const told = ({ name, asker, tenant }: Cell): string => `${name} ${asker} ${tenant}`;

for (const name of names) {
  const { method, path }: Route = routes[name];
  test(`B1: who may ${method} ${path}, of three clinics`, async (t) => {
    let scene = await openScene(await openWorld(t));
    for (const cell of cellsOf(name, scene.things)) {
      const outcome = await outcomeOf(scene, cell);
      assert.equal(outcome, expected(cell), told(cell));
      // What was refused has changed nothing; what was done may have.
      if (outcome === 'yes' && method !== 'GET') scene = await openScene(await openWorld(t));
    }
  });
}

test('A14: B1: of all that is asked in an old login, clinic settings alone are refused, and to whom they are open', async (t) => {
  const world = await openWorld(t);
  const scene = await openScene(world);
  const { store } = world.server.ports;
  const age = async (): Promise<void> => {
    const long = new Date(Date.parse(world.clock.now()) - 15 * 60_000 - 1).toISOString();
    for (const { principal } of Object.values(scene.sessions))
      await store.transact(async (tx) => {
        for (const session of await tx.sessions.ofPrincipal(principal.id))
          await tx.sessions.save({ ...session, authenticatedAt: long });
      });
  };
  await age();
  const settings = names.filter((name) => rule[name].recently === true);
  for (const cell of settings.flatMap((name) => cellsOf(name, scene.things))) {
    const outcome = expected(cell);
    assert.equal(await outcomeOf(scene, cell), outcome === 'yes' ? 'sign-in-again' : outcome, told(cell));
  }
  for (const name of names.filter((one) => rule[one].recently !== true && routes[one].method === 'GET'))
    for (const cell of cellsOf(name, scene.things))
      assert.equal(await outcomeOf(scene, cell), expected(cell), told(cell));
});

test('B1: every cell that is refused is refused on the SQLite store too', async (t) => {
  const scene = await openScene(await openWorld(t, 'SQLite'));
  const refused = names
    .flatMap((name) => cellsOf(name, scene.things))
    .filter((cell) => expected(cell) !== 'yes');
  assert.ok(refused.length > 400, String(refused.length));
  for (const cell of refused) assert.equal(await outcomeOf(scene, cell), expected(cell), told(cell));
});

test('B1: C11: a guest sees its own visit, and neither list nor clinic nor anybody else', async (t) => {
  const { world, sessions } = await openScene(await openWorld(t));
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
  const { world, sessions } = await openScene(await openWorld(t));
  const status = async (as: Session | undefined, query: string): Promise<number> => {
    const headers = as === undefined ? {} : { authorization: `Bearer ${as.token}` };
    const response = await world.server.app.request(`/v1/events${query}`, { headers });
    await response.body?.cancel();
    return response.status;
  };
  for (const tenant of tenants) {
    assert.equal(await status(undefined, `?clinic=${tenant}`), 401);
    for (const asker of staff) {
      const isMember = relations[tenant][asker]?.includes('member') === true;
      assert.equal(
        await status(sessions[asker], `?clinic=${tenant}`),
        isMember ? 200 : 404,
        `${asker} ${tenant}`,
      );
    }
  }
  assert.equal(await status(sessions.guest, ''), 200);
});
