import type { ClinicId, RouteName, RouteShapes, Session } from '@venterum/contract';
import type { TestLogin } from '@venterum/testing/server';
import type { MemberRecord } from '../index.ts';
import type { World } from '../server-world.fixtures.test.ts';

/** Everybody who could ask. */
export const askers = [
  'nobody',
  'doctor',
  'secretary',
  'manager',
  'stranger',
  'otherManager',
  'locum',
  'employee',
  'otherEmployee',
  'citizen',
  'otherCitizen',
  'guest',
] as const;

/** One of them. */
export type Asker = (typeof askers)[number];

/** Three tenants; things of each are asked about by everybody. */
export const tenants = ['clinic-lund', 'clinic-mark', 'clinic-eng'] as const;

/** One of them. */
export type Tenant = (typeof tenants)[number];

/** What somebody is to a tenant or to its visit. */
export type Relation = 'member' | 'manager' | 'joiner';

/** Who works where, and who has joined which queue. The locum manages one clinic and is a plain member of another. */
export const relations: Readonly<Record<Tenant, Partial<Record<Asker, readonly Relation[]>>>> = {
  'clinic-lund': {
    doctor: ['member'],
    secretary: ['member'],
    manager: ['member', 'manager'],
    locum: ['member'],
    employee: ['joiner'],
  },
  'clinic-mark': { stranger: ['member'], otherManager: ['member', 'manager'], otherEmployee: ['joiner'] },
  'clinic-eng': { locum: ['member', 'manager'], otherCitizen: ['joiner'] },
};

/** What there is of a tenant. */
export interface Things {
  readonly visitId: string;
  readonly inviteId: string;
  readonly inviteToken: string;
  readonly consentId: string;
  readonly memberId: string;
}

/** Everybody signed in, and things of every tenant. */
export interface Scene {
  readonly world: World;
  readonly sessions: Readonly<Record<Exclude<Asker, 'nobody'>, Session>>;
  readonly things: Readonly<Record<Tenant, Things>>;
}

const place = (clinicId: ClinicId, changes: Partial<MemberRecord>): MemberRecord => ({
  id: `member-of-${clinicId}`,
  clinicId,
  name: 'Vikar Test',
  role: 'staff',
  status: 'invited',
  addedBy: 'clinic',
  roleBy: 'clinic',
  ...changes,
});

const listLocum = async (world: World): Promise<Session> => {
  const codeHash = await world.server.services.members.codeHash('AAAA');
  const codeEndsAt = '2026-12-01T00:00:00.000Z';
  await world.server.ports.store.transact((tx) =>
    tx.members.save(place('clinic-eng', { id: 'locum', role: 'manager', codeHash, codeEndsAt })),
  );
  return world.ask('sessions.create', { body: { grant: 'oidc', token: 'locum', memberCode: 'AAAA' } });
};

const joinAs = async (
  world: World,
  login: TestLogin,
  clinicId: Tenant,
): Promise<readonly [Session, string, string]> => {
  const session = await world.login(login);
  const { id: consentId } = await world.declare(session);
  const body = { clinicId, ...(login.includes('itizen') ? {} : { consentId }), reason: 'Hoste' };
  const { id } = await world.ask('visits.join', { as: session, body });
  return [session, id, consentId];
};

const recipient = { name: 'May Moberg', role: 'relative', language: 'da' } as const;

const inviteTo = async (
  world: World,
  as: Session,
  clinicId: Tenant,
): Promise<Pick<Things, 'inviteId' | 'inviteToken'>> => {
  const recipients = [{ ...recipient, phone: '+4520123456' }];
  const { invites } = await world.ask('invites.send', { as, body: { clinicId, recipients } });
  const inviteId = invites[0]?.id ?? '';
  const { link } = await world.ask('invites.access', { as, id: inviteId });
  return { inviteId, inviteToken: link.split('#')[1] ?? '' };
};

/** Three clinics, each with a visit, an invitation, a declaration and an invited member. */
export const openScene = async (world: World): Promise<Scene> => {
  await world.server.ports.store.transact(async (tx) => {
    for (const tenant of tenants) await tx.members.save(place(tenant, {}));
  });
  const doctor = await world.login('doctor');
  const stranger = await world.login('stranger');
  const locum = await listLocum(world);
  const [employee, ...lund] = await joinAs(world, 'employee', 'clinic-lund');
  const [otherEmployee, ...mark] = await joinAs(world, 'otherEmployee', 'clinic-mark');
  const [otherCitizen, ...eng] = await joinAs(world, 'otherCitizen', 'clinic-eng');
  const staffOf = { 'clinic-lund': doctor, 'clinic-mark': stranger, 'clinic-eng': locum };
  const own = { 'clinic-lund': lund, 'clinic-mark': mark, 'clinic-eng': eng };
  const { token } = await world.invite(doctor);
  const thingsOf = async (tenant: Tenant): Promise<readonly [Tenant, Things]> => {
    const [visitId, consentId] = own[tenant];
    const invite = await inviteTo(world, staffOf[tenant], tenant);
    return [tenant, { visitId, consentId, ...invite, memberId: `member-of-${tenant}` }];
  };
  const things = Object.fromEntries(await Promise.all(tenants.map(thingsOf))) as Record<Tenant, Things>;
  const sessions = {
    doctor,
    stranger,
    locum,
    employee,
    otherEmployee,
    otherCitizen,
    secretary: await world.login('secretary'),
    manager: await world.login('manager'),
    otherManager: await world.login('otherManager'),
    citizen: await world.login('citizen'),
    guest: await world.redeem(token),
  };
  return { world, sessions, things };
};

/** What a request to a route carries when it is about a tenant. */
export interface About<N extends RouteName> {
  readonly id?: string;
  readonly query?: string;
  readonly body?: RouteShapes[N]['body'];
}

/** One request to every route, about the tenant's things. */
export const aboutTenant = (tenant: Tenant, things: Things): { readonly [N in RouteName]: About<N> } => {
  const { visitId, inviteId, inviteToken: token, consentId, memberId } = things;
  const visit = { id: visitId };
  const clinic = { id: tenant };
  const recipients = [{ ...recipient, phone: '+4520123457' }];
  return {
    'config.get': {},
    'sessions.create': { body: { grant: 'oidc', token: 'citizen' } },
    'sessions.end': {},
    'sessions.activity': {},
    'clinics.search': { query: '?search=lund' },
    'clinics.own': { body: { cpr: '2512489996' } },
    'clinics.get': clinic,
    'clinics.opening': { ...clinic, body: { open: true } },
    'clinics.plan': clinic,
    'clinics.setPlan': { ...clinic, body: {} },
    'clinics.message': { ...clinic, body: { message: 'Vi er lidt forsinket.' } },
    'clinics.removeAll': { ...clinic, body: {} },
    'members.list': clinic,
    'members.add': { ...clinic, body: { name: 'Vikar Test', role: 'staff' } },
    'members.change': { ...clinic, body: { member: memberId, role: 'doctor' } },
    'members.remove': { ...clinic, query: `?member=${memberId}` },
    'members.signout': { ...clinic, body: { member: memberId } },
    'visits.join': { body: { clinicId: tenant } },
    'visits.list': { query: `?clinic=${tenant}` },
    'visits.get': visit,
    'visits.call': visit,
    'visits.release': visit,
    'visits.handover': { ...visit, body: { to: 'nobody' } },
    'visits.message': { ...visit, body: { message: 'Det bliver snart din tur.' } },
    'visits.admit': { ...visit, body: { participantId: 'nobody' } },
    'visits.dismiss': { ...visit, body: { participantId: 'nobody' } },
    'visits.stage': { ...visit, body: {} },
    'visits.leave': visit,
    'visits.remove': { ...visit, body: {} },
    'visits.end': { ...visit, body: { outcome: 'completed' } },
    'visits.ticket': visit,
    'invites.send': { body: { clinicId: tenant, recipients } },
    'invites.list': { query: `?clinic=${tenant}` },
    'invites.decline': { body: { token, deviceId: 'device-of-the-guest' } },
    'invites.access': { id: inviteId },
    'invites.resend': { id: inviteId },
    'invites.revoke': { id: inviteId },
    'invites.rewrite': { id: inviteId },
    'consents.record': { body: { purpose: 'declaration', textVersion: '2026-11', language: 'da' } },
    'consents.withdraw': { id: consentId },
  };
};
