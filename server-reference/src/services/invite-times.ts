import { instantPlus, type Instant, type InviteRequest } from '@venterum/contract';
import { durations } from './limits.ts';
import { Refusal } from './refusal.ts';

/** The later of two instants. */
export const later = (left: Instant, right: Instant): Instant => (left > right ? left : right);

/**
 * When the messages of a request go out. Refuses `request-invalid` for a time too far away, and for an agreed time at
 * which the link would not be alive.
 */
export const sendAtOf = ({ visitId, sendAt, agreedAt }: InviteRequest, now: Instant): Instant => {
  const ahead = agreedAt === undefined ? now : instantPlus(agreedAt, -durations.inviteAhead);
  const at = later(sendAt ?? ahead, now);
  if (at > instantPlus(now, durations.inviteAtMost)) {
    throw new Refusal('request-invalid', { fields: [sendAt === undefined ? '/agreedAt' : '/sendAt'] });
  }
  if (agreedAt === undefined) return at;
  const isAlive = agreedAt >= at && agreedAt < instantPlus(at, durations.invite);
  if (visitId !== undefined || !isAlive) throw new Refusal('request-invalid', { fields: ['/agreedAt'] });
  return at;
};
