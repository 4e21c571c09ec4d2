import type { Instant } from './instant.ts';
import type { Principal } from './principal.ts';

/** What the server gives in exchange for a login: opaque, revocable, idle-limited, bound to a device. */
export interface Session {
  /** Bearer token. Held in memory only; never in a URL, an attribute or storage. */
  readonly token: string;
  readonly principal: Principal;
  /** Ends after this many seconds without activity; waiting and being in a call count as activity. */
  readonly idleSeconds: number;
  /** Ends then whatever happens. */
  readonly expiresAt: Instant;
  /** An invitation that this device had redeemed before: its place is not a new one. */
  readonly resumed?: boolean;
}

/** Why a session ended: by signing out or in anew, doing nothing, age, the next person at the device, or a manager. */
export type SessionEnd = 'logged-out' | 'idle' | 'expired' | 'taken-over' | 'revoked';
