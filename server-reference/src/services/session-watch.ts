import type { ServerClock } from '../ports/clock.ts';
import type { Audience, Connection } from './audience.ts';
import { durations } from './limits.ts';
import type { Sessions } from './sessions.ts';

/** What the watch needs. */
export interface SessionWatchParts {
  readonly clock: ServerClock;
  readonly sessions: Sessions;
  readonly fault: (error: unknown) => void;
}

/** Looks after the sessions behind open streams: an open stream alone keeps nobody in. */
export class SessionWatch {
  readonly #parts: SessionWatchParts;

  constructor(parts: SessionWatchParts) {
    this.#parts = parts;
  }

  /** Once a second: warns of a session's end, or ends it. */
  tend(audience: Audience, connection: Connection): void {
    const { session } = connection;
    // In a clinic a page that is open on somebody's own screen is how they wait for the next patient.
    if (session.device === 'personal' && session.principal.kind === 'clinic-staff') this.#touch(connection);
    const { endsAt, now } = this.#times(connection);
    const isNear = endsAt - now <= durations.sessionWarning;
    const isSaid = connection.warnedOf === endsAt && endsAt > now;
    if (!isNear || isSaid || connection.isLookedAt === true) return;
    connection.isLookedAt = true;
    this.#look(audience, connection)
      .catch(this.#parts.fault)
      .finally(() => {
        connection.isLookedAt = false;
      });
  }

  async #look(audience: Audience, connection: Connection): Promise<void> {
    await this.#parts.sessions.keepBusy(connection.session);
    const { endsAt, now } = this.#times(connection);
    if (endsAt <= now) await this.#parts.sessions.endIfDue(connection.session);
    else if (endsAt - now <= durations.sessionWarning) {
      connection.warnedOf = endsAt;
      connection.sink.write(
        audience.aside({ type: 'session-ending', endsAt: new Date(endsAt).toISOString() }),
      );
    }
  }

  #times({ session }: Connection): { readonly endsAt: number; readonly now: number } {
    const { sessions, clock } = this.#parts;
    return { endsAt: sessions.activity.endsAt(session), now: Date.parse(clock.now()) };
  }

  #touch({ session }: Connection): void {
    this.#parts.sessions.use(session).catch(this.#parts.fault);
  }
}
