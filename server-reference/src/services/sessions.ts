import {
  instantPlus,
  type Instant,
  type Principal,
  type PrincipalId,
  type PrincipalKind,
  type Session,
  type SessionEnd,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { Membership, SessionRecord } from '../ports/records.ts';
import type { DataStore, Transaction } from '../ports/store.ts';
import type { Caller } from './caller.ts';
import { Refusal } from './refusal.ts';
import { SessionActivity } from './session-activity.ts';
import { isBusy, roomsOf } from './visit-readers.ts';

/** How long sessions live. */
export interface SessionLimits {
  /** Seconds without activity, by kind of principal. */
  readonly idleSeconds: Readonly<Record<PrincipalKind, number>>;
  readonly absoluteSeconds: number;
}

/** Two minutes for citizens and guests, five for employees, thirty in a clinic; never more than twelve hours. */
export const defaultSessionLimits: SessionLimits = {
  idleSeconds: { citizen: 120, guest: 120, 'municipal-employee': 300, 'clinic-staff': 1800 },
  absoluteSeconds: 12 * 3600,
};

/** What sessions need. */
export interface SessionParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly store: DataStore;
  readonly log: Log;
  readonly limits: SessionLimits;
}

/** A session to be started, with secrets already hashed: hashing waits, and a unit of work must not. */
export interface NewSession {
  readonly token: string;
  readonly tokenHash: string;
  readonly principal: Principal;
  readonly memberships?: readonly Membership[];
  readonly authenticatedAt?: Instant;
  readonly device?: 'personal';
  readonly cpr?: string;
  readonly deviceHash?: string;
  readonly continues?: readonly string[];
}

/** Sessions: opaque tokens, kept as digests, ended by logging out, by time, or by the next user of the device. */
export class Sessions {
  readonly #parts: SessionParts;
  readonly activity = new SessionActivity();

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** A fresh secret and its digest. */
  async secret(): Promise<{ readonly token: string; readonly tokenHash: string }> {
    const token = this.#parts.ids.token();
    return { token, tokenHash: await this.#parts.ids.hash(token) };
  }

  /** Starts a session. Whoever else had the device before is out: `taken-over`. */
  async start(tx: Transaction, given: NewSession): Promise<Session> {
    const { clock, ids, log, limits } = this.#parts;
    const now = clock.now();
    const { token, ...kept } = given;
    await this.#takeOver(tx, given);
    const record: SessionRecord = {
      id: ids.id(),
      ...kept,
      startedAt: now,
      activeAt: now,
      idleSeconds: limits.idleSeconds[given.principal.kind],
      expiresAt: instantPlus(now, limits.absoluteSeconds * 1000),
    };
    await tx.sessions.save(record);
    tx.afterCommit(() => {
      log.write({ event: 'session-started', kind: given.principal.kind });
    });
    const { principal, idleSeconds, expiresAt } = record;
    return { token, principal, idleSeconds, expiresAt };
  }

  /** Who holds this token. Refuses `unauthenticated`, and `session-ended` when it was good once. No activity in itself. */
  async authenticate(token: string): Promise<Caller> {
    const tokenHash = await this.#parts.ids.hash(token);
    const session = await this.#parts.store.read((tx) => tx.sessions.byTokenHash(tokenHash));
    if (session === undefined) throw new Refusal('unauthenticated');
    const ended = session.ended ?? (await this.endIfDue(session));
    if (ended !== undefined) throw new Refusal('session-ended', { ended });
    return { session, principal: session.principal };
  }

  /** Somebody does something in a session. */
  async use(session: SessionRecord): Promise<void> {
    this.activity.touch(session, this.#parts.clock.now());
    await this.keepActivity(session);
  }

  /** When the session ends if nothing more happens. */
  endsAt(session: SessionRecord): Instant {
    return new Date(this.activity.endsAt(session)).toISOString();
  }

  /** Waiting and being in a call are activity, whether or not anything is asked meanwhile. */
  async keepBusy(session: SessionRecord): Promise<void> {
    if (await this.#parts.store.read((tx) => isBusy(tx, session.principal))) await this.use(session);
  }

  /** Ends a session whose time is over; says why. */
  async endIfDue(session: SessionRecord): Promise<SessionEnd | undefined> {
    const now = this.#parts.clock.now();
    if (this.activity.endsAt(session) > Date.parse(now)) return undefined;
    await this.keepBusy(session);
    if (this.activity.endsAt(session) > Date.parse(now)) return undefined;
    const reason = session.expiresAt <= now ? 'expired' : 'idle';
    await this.#parts.store.transact((tx) => this.end(tx, session, reason));
    return reason;
  }

  /** Writes activity down when the store lags behind. */
  async keepActivity(session: SessionRecord): Promise<void> {
    const active = this.activity.toKeep(session);
    if (active === undefined) return;
    await this.#parts.store.transact(async (tx) => {
      const kept = await tx.sessions.byTokenHash(session.tokenHash);
      if (kept?.ended === undefined && kept !== undefined) {
        await tx.sessions.save({ ...kept, activeAt: active.activeAt });
      }
    });
  }

  /** Somebody was busy until now. */
  async active(tx: Transaction, principalId: PrincipalId): Promise<void> {
    for (const session of await tx.sessions.ofPrincipal(principalId)) {
      this.activity.touch(session, this.#parts.clock.now());
      const active = this.activity.toKeep(session);
      if (active !== undefined) await tx.sessions.save(active);
    }
  }

  /** Ends the session that another one comes after, and answers what that goes on with; the token is the proof that one may. */
  async replace(tx: Transaction, tokenHash: string): Promise<readonly string[]> {
    const earlier = await tx.sessions.byTokenHash(tokenHash);
    if (earlier === undefined) return [];
    await this.end(tx, earlier, 'logged-out');
    return [earlier.id, ...(earlier.continues ?? [])];
  }

  /** Ends a session, and with it every stream and call it holds. */
  async end(tx: Transaction, session: SessionRecord, reason: SessionEnd): Promise<void> {
    const current = await tx.sessions.byTokenHash(session.tokenHash);
    if (current === undefined || current.ended !== undefined) return;
    await tx.sessions.save({ ...current, ended: reason });
    tx.emit({ kind: 'session-ended', sessionId: session.id, reason });
    for (const roomId of await roomsOf(tx, session.principal)) tx.emit({ kind: 'room-changed', roomId });
    tx.afterCommit(() => {
      this.activity.forget(session.id);
      this.#parts.log.write({ event: 'session-ended', reason });
    });
  }

  async #takeOver(tx: Transaction, { deviceHash, principal }: NewSession): Promise<void> {
    if (deviceHash === undefined) return;
    for (const earlier of await tx.sessions.byDevice(deviceHash)) {
      // An invitation has one session; of somebody who logged in, every open tab may have its own.
      const isOwn = earlier.principal.id === principal.id && principal.kind !== 'guest';
      if (!isOwn) await this.end(tx, earlier, 'taken-over');
    }
  }
}
