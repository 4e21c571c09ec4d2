import type {
  Clinic,
  ClinicId,
  Consent,
  ConsentId,
  Cpr,
  Instant,
  InviteId,
  MemberId,
  PrincipalId,
  RoomId,
  Visit,
  VisitId,
} from '@venterum/contract';
import type { DomainEvent } from './domain-event.ts';
import type {
  FinishedRow,
  IdempotencyRecord,
  InviteRecord,
  MemberRecord,
  PresentRow,
  OutgoingSms,
  QueueRow,
  SessionRecord,
} from './records.ts';

/** Clinics, read. */
export interface ClinicReader {
  get(id: ClinicId): Promise<Clinic | undefined>;
  withYdernumre(ydernumre: readonly string[]): Promise<readonly Clinic[]>;
  /** By part of name or address, any case, or by ydernummer; in the order of names. */
  search(text: string, limit: number): Promise<readonly Clinic[]>;
  /** Saved with a time to turn that has come. */
  due(now: Instant, limit: number): Promise<readonly Clinic[]>;
}

/** Visits, read. */
export interface VisitReader {
  get(id: VisitId): Promise<Visit | undefined>;
  /** In an active state, in the order of the queue. */
  active(clinicId: ClinicId): Promise<readonly Visit[]>;
  /** The same, without anything personal and unsorted. */
  queue(clinicId: ClinicId): Promise<readonly QueueRow[]>;
  /** Active visits somebody joined. */
  joinedBy(principalId: PrincipalId): Promise<readonly Visit[]>;
  /** Called, or in consultation. */
  inRoom(): Promise<readonly Visit[]>;
  byRoom(roomId: RoomId): Promise<Visit | undefined>;
  /** An active visit of this citizen at this clinic. */
  ofCitizen(clinicId: ClinicId, cpr: Cpr): Promise<Visit | undefined>;
  /** An active visit under this declaration. */
  underConsent(consentId: ConsentId): Promise<readonly Visit[]>;
  /** Newest first. */
  finished(clinicId: ClinicId, limit: number): Promise<readonly FinishedRow[]>;
  /** Over since then, however they ended; newest first. */
  over(clinicId: ClinicId, since: Instant, limit: number): Promise<readonly Visit[]>;
  /** Saved with a due time that has come. */
  due(now: Instant, limit: number): Promise<readonly Visit[]>;
  /** Active and online. */
  present(): Promise<readonly PresentRow[]>;
}

/** Sessions, read. */
export interface SessionReader {
  byTokenHash(hash: string): Promise<SessionRecord | undefined>;
  /** Not ended. */
  byDevice(deviceHash: string): Promise<readonly SessionRecord[]>;
  /** Not ended. */
  ofPrincipal(principalId: PrincipalId): Promise<readonly SessionRecord[]>;
}

/** Members of clinics, read. */
export interface MemberReader {
  get(id: MemberId): Promise<MemberRecord | undefined>;
  byCodeHash(hash: string): Promise<MemberRecord | undefined>;
  /** Invited and active ones, in the order of their names. */
  ofClinic(clinicId: ClinicId, limit: number): Promise<readonly MemberRecord[]>;
  /** Somebody's places on all lists, also those they were removed from. */
  ofPrincipal(principalId: PrincipalId): Promise<readonly MemberRecord[]>;
}

/** Invitations, read. */
export interface InviteReader {
  get(id: InviteId): Promise<InviteRecord | undefined>;
  byTokenHash(hash: string): Promise<InviteRecord | undefined>;
  /** Not over, with a code that begins like this. */
  byCodeGroup(group: string): Promise<readonly InviteRecord[]>;
  ofGuest(guestId: PrincipalId): Promise<InviteRecord | undefined>;
  /** Newest first. */
  ofClinic(clinicId: ClinicId, limit: number): Promise<readonly InviteRecord[]>;
  ofVisit(visitId: VisitId): Promise<readonly InviteRecord[]>;
  /** Not opened although their time is over. */
  due(now: Instant, limit: number): Promise<readonly InviteRecord[]>;
  /** By the message sent last. */
  byAttempt(attemptId: string): Promise<InviteRecord | undefined>;
}

/** Messages that are to go out, read. */
export interface SmsReader {
  get(attemptId: string): Promise<OutgoingSms | undefined>;
  /** Waiting, and their time has come; the longest due first. */
  due(now: Instant, limit: number): Promise<readonly OutgoingSms[]>;
  /** Said to be going out. */
  sending(): Promise<readonly OutgoingSms[]>;
}

/** Messages that count towards limits, read. */
export interface SmsCountReader {
  /** When the newest but so many of a key went out, if that was later than `after`. */
  newest(key: string, after: Instant, but: number): Promise<Instant | undefined>;
}

/** What can be read. Each question sees what is committed when it is asked; within a unit of work, the unit too. */
export interface ReadTransaction {
  readonly clinics: ClinicReader;
  readonly visits: VisitReader;
  readonly sessions: SessionReader;
  readonly members: MemberReader;
  readonly invites: InviteReader;
  readonly sms: SmsReader;
  readonly smsCounts: SmsCountReader;
  readonly consents: { get(id: ConsentId): Promise<Consent | undefined> };
  readonly idempotency: { get(scope: string, key: string): Promise<IdempotencyRecord | undefined> };
}

/** One unit of work: everything in it is kept, or nothing. */
export interface Transaction extends ReadTransaction {
  readonly clinics: ClinicReader & {
    /** `turnsAt`: when its opening turns by itself. */
    save(clinic: Clinic, turnsAt?: Instant): Promise<void>;
  };
  readonly visits: VisitReader & {
    /** `dueAt`: when the sweeper is to look at it again. */
    save(visit: Visit, dueAt: Instant | undefined): Promise<void>;
  };
  readonly sessions: SessionReader & {
    save(session: SessionRecord): Promise<void>;
    /** Deletes sessions that expired before. */
    deleteExpired(before: Instant): Promise<void>;
  };
  readonly members: MemberReader & {
    save(member: MemberRecord): Promise<void>;
    delete(id: MemberId): Promise<void>;
  };
  readonly invites: InviteReader & { save(invite: InviteRecord): Promise<void> };
  readonly sms: SmsReader & {
    save(sms: OutgoingSms): Promise<void>;
    delete(attemptId: string): Promise<void>;
  };
  readonly smsCounts: SmsCountReader & {
    /** Counts one. A key can be a telephone number: what outlives the process keeps a keyed digest of it alone. */
    add(key: string, at: Instant): Promise<void>;
    /** Forgets those that were no later. */
    deleteUntil(at: Instant): Promise<void>;
  };
  readonly consents: ReadTransaction['consents'] & { save(consent: Consent): Promise<void> };
  readonly idempotency: ReadTransaction['idempotency'] & {
    save(record: IdempotencyRecord): Promise<void>;
    deleteBefore(before: Instant): Promise<void>;
  };
  /** Published once the unit is durable, and only then. */
  emit(event: DomainEvent): void;
  /** Runs once the unit is durable, and only then. */
  afterCommit(task: () => void): void;
  /** Writes something harmless, to find out whether writing works. */
  probe(): Promise<void>;
}

/** Why a store cannot be used now: locked by another process, no room left, not working, or let go of. */
export type StoreTrouble = 'busy' | 'full' | 'failing' | 'closed';

/** The store cannot be used just now; nothing of the unit was kept. The same may work in a moment. */
export class StoreUnavailableError extends Error {
  readonly code = 'unavailable';
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, cause?: unknown) {
    super(`The store cannot be used now: ${trouble}.`, { cause });
    this.name = 'StoreUnavailableError';
    this.trouble = trouble;
  }
}

/** Keeps everything that must outlive a request. Adapters pass one shared contract test. */
export interface DataStore {
  /**
   * Runs a unit of work; units run strictly one after another. Resolves when it is durable.
   * A unit that throws leaves nothing behind and rejects with what it threw. Work must not wait for the outside world.
   * Rejects with {@link StoreUnavailableError} when it could not be kept.
   */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Reads what is committed, without waiting for units of work. Rejects with {@link StoreUnavailableError}. */
  read<T>(work: (tx: ReadTransaction) => Promise<T>): Promise<T>;
  /** Waits for units under way, then lets go. */
  close(): Promise<void>;
}
