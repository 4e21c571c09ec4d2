import {
  activeVisitStates,
  compareTurns,
  isOver,
  millisecondsBetween,
  type ClinicId,
  type ConsentId,
  type Cpr,
  type Instant,
  type PrincipalId,
  type RoomId,
  type Visit,
  type VisitId,
} from '@venterum/contract';
import type { FinishedRow, PresentRow, QueueRow } from '../../ports/records.ts';
import type { Transaction } from '../../ports/store.ts';
import type { Rows } from './memory-table.ts';

/** A visit with the moment the sweeper is to look at it. */
export interface StoredVisit {
  readonly visit: Visit;
  readonly dueAt: Instant | undefined;
}

const isActive = ({ state }: Visit): boolean => activeVisitStates.includes(state);

/** Whether a visit counts for the estimate, and how long it took. */
const finishedRow = (visit: Visit): FinishedRow | undefined =>
  visit.state === 'ended' && !visit.test && visit.startedAt !== undefined && visit.endedAt !== undefined
    ? {
        minutes: millisecondsBetween(visit.startedAt, visit.endedAt) / 60_000,
        endedAt: visit.endedAt,
        ...(visit.claim === undefined ? {} : { claimedBy: visit.claim.by }),
      }
    : undefined;

type VisitKeeper = Transaction['visits'];

/** Visits in memory. */
export class MemoryVisits implements VisitKeeper {
  readonly #rows: Rows<StoredVisit>;

  constructor(rows: Rows<StoredVisit>) {
    this.#rows = rows;
  }

  get(id: VisitId): Promise<Visit | undefined> {
    return Promise.resolve(this.#rows.get(id)?.visit);
  }

  active(clinicId: ClinicId): Promise<readonly Visit[]> {
    return Promise.resolve(
      this.#where((one) => one.clinicId === clinicId && isActive(one)).sort(compareTurns),
    );
  }

  queue(clinicId: ClinicId): Promise<readonly QueueRow[]> {
    const rows = this.#where((one) => one.clinicId === clinicId && isActive(one)).map(
      ({ id, state, joinedBy, agreedAt, arrivedAt, origin, claim, test, startedAt }) => ({
        id,
        state,
        joinedBy,
        arrivedAt,
        test,
        ...(startedAt === undefined ? {} : { startedAt }),
        ...(agreedAt === undefined ? {} : { agreedAt, origin }),
        ...(claim === undefined ? {} : { claimedBy: claim.by }),
      }),
    );
    return Promise.resolve(rows);
  }

  joinedBy(principalId: PrincipalId): Promise<readonly Visit[]> {
    return Promise.resolve(this.#where((one) => one.joinedBy === principalId && isActive(one)));
  }

  inRoom(): Promise<readonly Visit[]> {
    return Promise.resolve(this.#where((one) => one.roomId !== undefined && isActive(one)));
  }

  byRoom(roomId: RoomId): Promise<Visit | undefined> {
    return Promise.resolve(this.#where((one) => one.roomId === roomId)[0]);
  }

  ofCitizen(clinicId: ClinicId, cpr: Cpr): Promise<Visit | undefined> {
    const found = this.#where(
      (one) => one.clinicId === clinicId && isActive(one) && one.citizen?.cpr === cpr,
    );
    return Promise.resolve(found[0]);
  }

  underConsent(consentId: ConsentId): Promise<readonly Visit[]> {
    return Promise.resolve(this.#where((one) => one.consentId === consentId && isActive(one)));
  }

  finished(clinicId: ClinicId, limit: number): Promise<readonly FinishedRow[]> {
    const rows = this.#where((one) => one.clinicId === clinicId && isOver(one.state))
      .flatMap((one) => finishedRow(one) ?? [])
      .sort((a, b) => (a.endedAt < b.endedAt ? 1 : -1));
    return Promise.resolve(rows.slice(0, limit));
  }

  over(clinicId: ClinicId, since: Instant, limit: number): Promise<readonly Visit[]> {
    const endOf = ({ endedAt = '' }: Visit): Instant => endedAt;
    const found = this.#where((one) => one.clinicId === clinicId && isOver(one.state) && endOf(one) >= since);
    return Promise.resolve(found.sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1)).slice(0, limit));
  }

  due(now: Instant, limit: number): Promise<readonly Visit[]> {
    const found = [...this.#rows.values()].filter(({ dueAt }) => dueAt !== undefined && dueAt <= now);
    return Promise.resolve(found.slice(0, limit).map(({ visit }) => visit));
  }

  present(): Promise<readonly PresentRow[]> {
    return Promise.resolve(
      this.#where((one) => one.state !== 'invited' && one.presence === 'online' && isActive(one)),
    );
  }

  save(visit: Visit, dueAt: Instant | undefined): Promise<void> {
    this.#rows.set(visit.id, { visit, dueAt });
    return Promise.resolve();
  }

  #where(matches: (visit: Visit) => boolean): Visit[] {
    const found: Visit[] = [];
    for (const { visit } of this.#rows.values()) if (matches(visit)) found.push(visit);
    return found;
  }
}
