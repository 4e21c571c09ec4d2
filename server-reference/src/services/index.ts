import type { Bus } from '../ports/bus.ts';
import type { ServerClock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Ice } from '../ports/ice.ts';
import type { Ids } from '../ports/ids.ts';
import type { InviteSecrets } from '../ports/invite-secrets.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { PeerIds } from '../ports/peer-ids.ts';
import type { QrImages } from '../ports/qr-images.ts';
import type { SmsGateway } from '../ports/sms-gateway.ts';
import { StoreUnavailableError, type DataStore } from '../ports/store.ts';
import type { Tickets } from '../ports/tickets.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';
import { Claims } from './claims.ts';
import { Clinics } from './clinics.ts';
import { Consents } from './consents.ts';
import { GuestEntry } from './guest-entry.ts';
import { Handovers } from './handovers.ts';
import { Idempotency } from './idempotency.ts';
import { InviteAccesses } from './invite-access.ts';
import { InviteCodes } from './invite-codes.ts';
import { Invites } from './invites.ts';
import { Enrolment } from './enrolment.ts';
import { Joining } from './joining.ts';
import { Members } from './members.ts';
import { Presence } from './presence.ts';
import { RoomAccesses } from './room-access.ts';
import { VisitRooms } from './room-members.ts';
import { Sessions, type SessionLimits } from './sessions.ts';
import { SmsLimits, type SmsLimitSettings } from './sms-limits.ts';
import { SmsNewsDesk } from './sms-news.ts';
import { SmsOutbox } from './sms-outbox.ts';
import { SignIn } from './sign-in.ts';
import { Streams } from './streams.ts';
import { Sweeper } from './sweeper.ts';
import { VisitChanges } from './visit-changes.ts';
import { Visits } from './visits.ts';
import { WholeQueue } from './whole-queue.ts';

/** The ports that services stand on. */
export interface ServicePorts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly inviteSecrets: InviteSecrets;
  readonly store: DataStore;
  readonly bus: Bus;
  readonly directory: Directory;
  readonly sms: SmsGateway;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly verifier: TokenVerifier;
  readonly tickets: Tickets;
  readonly peerIds: PeerIds;
  readonly qrImages: QrImages;
  readonly ice: Ice;
}

/** What services are told. */
export interface ServiceSettings {
  readonly guestPage: string;
  /** Where codes are typed. */
  readonly codePage: string;
  /** Country calling codes besides 45 that messages may go to. */
  readonly smsCountries: readonly string[];
  readonly smsLimits: SmsLimitSettings;
  readonly sessionLimits: SessionLimits;
}

/** Everything the server can do. */
export interface Services {
  readonly claims: Claims;
  readonly clinics: Clinics;
  readonly consents: Consents;
  readonly handovers: Handovers;
  readonly idempotency: Idempotency;
  readonly invites: Invites;
  readonly inviteAccess: InviteAccesses;
  readonly outbox: SmsOutbox;
  readonly smsNews: SmsNewsDesk;
  readonly joining: Joining;
  readonly members: Members;
  readonly presence: Presence;
  readonly rooms: VisitRooms;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly streams: Streams;
  readonly sweeper: Sweeper;
  readonly visits: Visits;
  readonly wholeQueue: WholeQueue;
}

/** A fault as it may be logged: what kind, and where; never what it said. */
export const logFault =
  (log: Log, where: string, correlationId?: string) =>
  (error: unknown): void => {
    const { name, frames } = shapeOf(error);
    log.write({
      event: 'fault',
      where,
      error: name,
      frames,
      ...(correlationId === undefined ? {} : { correlationId }),
    });
  };

const shapeOf = (error: unknown): { readonly name: string; readonly frames: readonly string[] } => {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const frames = (error.stack ?? '')
    .split('\n')
    .flatMap((line) => /^\s+at .*?([\w.-]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? []);
  const trouble = error instanceof StoreUnavailableError ? `: ${error.trouble}` : '';
  return { name: `${error.constructor.name}${trouble}`, frames: frames.slice(0, 8) };
};

/** Streams tell presence who is there, and presence asks the streams: made together. */
const watching = (
  ports: ServicePorts,
  parts: { readonly sessions: Sessions; readonly changes: VisitChanges },
): { readonly presence: Presence; readonly streams: Streams } => {
  const presence: Presence = new Presence({
    ...ports,
    ...parts,
    isPresent: (id) => streams.isPresent(id),
    fault: logFault(ports.log, 'presence'),
  });
  const streams = new Streams({
    ...ports,
    sessions: parts.sessions,
    present: (principal, here) => {
      presence.changed(principal, here);
    },
    fault: logFault(ports.log, 'streams'),
  });
  return { presence, streams };
};

/** Invitations, and how their messages get out. */
const inviting = (
  ports: ServicePorts,
  settings: ServiceSettings,
  parts: { readonly sessions: Sessions; readonly changes: VisitChanges },
): Pick<Services, 'invites' | 'outbox' | 'smsNews'> & { readonly codes: InviteCodes } => {
  const smsNews = new SmsNewsDesk(ports);
  const fault = logFault(ports.log, 'sms');
  const outbox = new SmsOutbox({ ...ports, ...settings, news: smsNews, fault });
  const limits = new SmsLimits({ ...ports, ...settings });
  const invites = new Invites({ ...ports, ...settings, ...parts, outbox, limits });
  return { codes: new InviteCodes(ports), smsNews, outbox, invites };
};

/** Puts the services together. Nothing runs before the sweeper is started. */
export const createServices = (ports: ServicePorts, settings: ServiceSettings): Services => {
  const { clock } = ports;
  const sessions = new Sessions({ ...ports, limits: settings.sessionLimits });
  const changes = new VisitChanges({ clock, sessions });
  const claims = new Claims({ clock, changes });
  const members = new Members({ ...ports, sessions, claims });
  const guests = new GuestEntry({ clock, sessions, changes });
  const clinics = new Clinics(ports);
  const consents = new Consents({ ...ports, changes });
  const { codes, smsNews, outbox, invites } = inviting(ports, settings, { sessions, changes });
  const { presence, streams } = watching(ports, { sessions, changes });
  const rooms = new VisitRooms({ ...ports, changes, isPresent: (id) => streams.isPresent(id) });
  const sweeper = new Sweeper({
    ...ports,
    changes,
    clinics,
    everySecond: [
      () => {
        streams.tick();
      },
      () => {
        outbox.tick();
      },
    ],
    everyQuarterMinute: [() => presence.reconcile(), () => rooms.reconcile()],
    fault: logFault(ports.log, 'sweeper'),
  });
  return {
    claims,
    clinics,
    consents,
    handovers: new Handovers({ ...ports, changes, claims }),
    idempotency: new Idempotency(ports),
    invites,
    inviteAccess: new InviteAccesses({ ...ports, ...settings, invites, codes }),
    outbox,
    smsNews,
    joining: new Joining({ ...ports, clinics, consents, changes }),
    members,
    presence,
    rooms,
    sessions,
    signIn: new SignIn({ ...ports, sessions, guests, codes, members, enrolment: new Enrolment(ports) }),
    streams,
    sweeper,
    visits: new Visits({ ...ports, changes, claims, access: new RoomAccesses(ports) }),
    wholeQueue: new WholeQueue(changes),
  };
};
