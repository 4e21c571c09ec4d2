import {
  finalInviteStatuses,
  unopenedInviteStatuses,
  type Clinic,
  type ClinicId,
  type Instant,
  type InviteId,
  type PrincipalId,
  type VisitId,
} from '@venterum/contract';
import { readSearch, searchableText } from '../../ports/clinic-search.ts';
import type { InviteRecord, SessionRecord } from '../../ports/records.ts';
import type { Transaction } from '../../ports/store.ts';
import type { Rows } from './memory-table.ts';

/** A clinic with the moment its opening turns by itself. */
export interface StoredClinic {
  readonly clinic: Clinic;
  readonly turnsAt: Instant | undefined;
}

/** Clinics in memory. */
export class MemoryClinics implements ClinicKeeper {
  readonly #rows: Rows<StoredClinic>;

  constructor(rows: Rows<StoredClinic>) {
    this.#rows = rows;
  }

  get(id: ClinicId): Promise<Clinic | undefined> {
    return Promise.resolve(this.#rows.get(id)?.clinic);
  }

  withYdernumre(ydernumre: readonly string[]): Promise<readonly Clinic[]> {
    return Promise.resolve(this.#where(({ ydernummer }) => ydernumre.includes(ydernummer)));
  }

  search(typed: string, limit: number): Promise<readonly Clinic[]> {
    const { text, ydernummer } = readSearch(typed);
    const found = this.#where(
      (one) => one.ydernummer === ydernummer || searchableText(one).includes(text),
    ).sort((a, b) => (a.name < b.name ? -1 : 1));
    return Promise.resolve(found.slice(0, limit));
  }

  due(now: Instant, limit: number): Promise<readonly Clinic[]> {
    const found = [...this.#rows.values()].filter(({ turnsAt }) => turnsAt !== undefined && turnsAt <= now);
    return Promise.resolve(found.slice(0, limit).map(({ clinic }) => clinic));
  }

  save(clinic: Clinic, turnsAt?: Instant): Promise<void> {
    this.#rows.set(clinic.id, { clinic, turnsAt });
    return Promise.resolve();
  }

  #where(matches: (clinic: Clinic) => boolean): Clinic[] {
    return [...this.#rows.values()].map(({ clinic }) => clinic).filter(matches);
  }
}

type ClinicKeeper = Transaction['clinics'];

/** Sessions in memory. */
export class MemorySessions implements SessionKeeper {
  readonly #rows: Rows<SessionRecord>;

  constructor(rows: Rows<SessionRecord>) {
    this.#rows = rows;
  }

  byTokenHash(hash: string): Promise<SessionRecord | undefined> {
    return Promise.resolve([...this.#rows.values()].find((one) => one.tokenHash === hash));
  }

  byDevice(deviceHash: string): Promise<readonly SessionRecord[]> {
    return Promise.resolve(this.#live((one) => one.deviceHash === deviceHash));
  }

  ofPrincipal(principalId: PrincipalId): Promise<readonly SessionRecord[]> {
    return Promise.resolve(this.#live((one) => one.principal.id === principalId));
  }

  save(session: SessionRecord): Promise<void> {
    this.#rows.set(session.id, session);
    return Promise.resolve();
  }

  deleteExpired(before: Instant): Promise<void> {
    for (const { id, expiresAt } of [...this.#rows.values()]) if (expiresAt < before) this.#rows.delete(id);
    return Promise.resolve();
  }

  #live(matches: (session: SessionRecord) => boolean): SessionRecord[] {
    return [...this.#rows.values()].filter((one) => one.ended === undefined && matches(one));
  }
}

type SessionKeeper = Transaction['sessions'];

const newestFirst = (left: InviteRecord, right: InviteRecord): number =>
  right.sentAt.localeCompare(left.sentAt) || (left.id < right.id ? -1 : 1);

/** Invitations in memory. */
export class MemoryInvites implements InviteKeeper {
  readonly #rows: Rows<InviteRecord>;

  constructor(rows: Rows<InviteRecord>) {
    this.#rows = rows;
  }

  get(id: InviteId): Promise<InviteRecord | undefined> {
    return Promise.resolve(this.#rows.get(id));
  }

  byTokenHash(hash: string): Promise<InviteRecord | undefined> {
    return Promise.resolve(this.#where((one) => one.tokenHash === hash)[0]);
  }

  byCodeGroup(group: string): Promise<readonly InviteRecord[]> {
    return Promise.resolve(
      this.#where(({ code, status }) => code?.group === group && !finalInviteStatuses.includes(status)),
    );
  }

  ofGuest(guestId: PrincipalId): Promise<InviteRecord | undefined> {
    return Promise.resolve(this.#where((one) => one.guestId === guestId)[0]);
  }

  ofClinic(clinicId: ClinicId, limit: number): Promise<readonly InviteRecord[]> {
    const found = this.#where((one) => one.clinicId === clinicId).sort(newestFirst);
    return Promise.resolve(found.slice(0, limit));
  }

  ofVisit(visitId: VisitId): Promise<readonly InviteRecord[]> {
    return Promise.resolve(this.#where((one) => one.visitId === visitId));
  }

  due(now: Instant, limit: number): Promise<readonly InviteRecord[]> {
    const found = this.#where((one) => one.expiresAt <= now && unopenedInviteStatuses.includes(one.status));
    return Promise.resolve(found.slice(0, limit));
  }

  byAttempt(attemptId: string): Promise<InviteRecord | undefined> {
    return Promise.resolve(this.#where((one) => one.attemptId === attemptId)[0]);
  }

  save(invite: InviteRecord): Promise<void> {
    this.#rows.set(invite.id, invite);
    return Promise.resolve();
  }

  #where(matches: (invite: InviteRecord) => boolean): InviteRecord[] {
    return [...this.#rows.values()].filter(matches);
  }
}

type InviteKeeper = Transaction['invites'];
