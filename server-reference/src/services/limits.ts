import { inviteAheadMilliseconds } from '@venterum/contract';

/** What the server allows, in one place. */
export const limits = {
  reasonCharacters: 280,
  participants: 6,
  recipients: 5,
  codeTries: 5,
  searchResults: 20,
  listedVisits: 500,
  listedInvites: 100,
  listedOver: 50,
  members: 200,
  bodyBytes: 64 * 1024,
} as const;

/** How long things last, in milliseconds. */
export const durations = {
  /** Nobody is seen after so long in a queue. */
  visit: 4 * 3_600_000,
  /** What is personal about a visit is kept so long after it is over. */
  keptAfterVisit: 24 * 3_600_000,
  invite: 60 * 60_000,
  /** So long before the agreed time messages go out. */
  inviteAhead: inviteAheadMilliseconds,
  /** So far ahead they can be ordered. */
  inviteAtMost: 7 * 24 * 3_600_000,
  inviteCode: 10 * 60_000,
  /** A second device at a link is noted this often at most. */
  otherDevice: 10_000,
  idempotency: 24 * 3_600_000,
  memberCode: 7 * 24 * 3_600_000,
  /** Messages count towards limits for so long. */
  smsCounts: 3_600_000,
  /** Whoever changes rights proved who they are no longer ago. */
  recentSignIn: 15 * 60_000,
  sessionWarning: 30_000,
  presenceGrace: 5000,
  presenceAfterStart: 15_000,
} as const;
