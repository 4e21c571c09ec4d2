import type { Instant } from '@venterum/contract';
import type { SessionRecord } from '../ports/records.ts';

interface Activity {
  latest: number;
  /** What the store knows. */
  kept: number;
}

/**
 * When each session was last active. Kept in memory and written down only now and then:
 * a request should not cost a write.
 */
export class SessionActivity {
  readonly #known = new Map<string, Activity>();

  /** The session is being used. */
  touch(session: SessionRecord, now: Instant): void {
    this.#of(session).latest = Math.max(this.#of(session).latest, Date.parse(now));
  }

  /** When the session ends by itself if nothing more happens, in milliseconds. */
  endsAt(session: SessionRecord): number {
    const idleEnd = this.#of(session).latest + session.idleSeconds * 1000;
    return Math.min(idleEnd, Date.parse(session.expiresAt));
  }

  /** The session with its activity when that is worth writing down: the store lags by more than half the limit. */
  toKeep(session: SessionRecord): SessionRecord | undefined {
    const activity = this.#of(session);
    if (activity.latest - activity.kept < session.idleSeconds * 500) return undefined;
    activity.kept = activity.latest;
    return { ...session, activeAt: new Date(activity.latest).toISOString() };
  }

  /** The session is over. */
  forget(sessionId: string): void {
    this.#known.delete(sessionId);
  }

  /** Forgets those that ended by themselves without anybody asking. */
  forgetBefore(milliseconds: number): void {
    for (const [id, { latest }] of this.#known) if (latest < milliseconds) this.#known.delete(id);
  }

  #of(session: SessionRecord): Activity {
    const kept = Date.parse(session.activeAt);
    const known = this.#known.get(session.id) ?? { latest: kept, kept };
    this.#known.set(session.id, known);
    return known;
  }
}
