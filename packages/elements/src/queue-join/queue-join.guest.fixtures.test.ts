import type { JoinState } from '@venterum/client';
import type { JoinerVisit } from '@venterum/contract';
import { draft, noPlace, now, support, visit } from './queue-join.fixtures.test.ts';

const { citizen: _citizen, clinic: _clinic, ...nothing } = draft;
const outside = { draft: { ...nothing, citizenFromHost: false, reason: '' }, support } as const;
const guest = { ...outside, kind: 'guest' } as const;

const invited = { ...outside, step: 'invited', byCode: false, redeeming: false } as const;
const byCode = { ...invited, byCode: true } as const;

const over = (more: Partial<JoinerVisit>): JoinState => ({
  ...guest,
  step: 'over',
  visit: { ...noPlace, origin: 'sms', endedAt: now, ...more },
});

/** Every screen that those see who come by an invitation, by the name its picture has. */
export const guestStates = {
  invited,
  redeeming: { ...invited, redeeming: true },
  'invited-offline': { ...invited, failure: { code: 'offline' } },
  'invited-used': { ...invited, failure: { code: 'invite-used' } },
  'invited-ended': { ...invited, failure: { code: 'invite-ended' } },
  'invited-used-call': { ...invited, failure: { code: 'invite-used', phone: '+4586123456' } },
  'invited-ended-call': { ...invited, failure: { code: 'invite-ended', phone: '+4586123456' } },
  'invited-unknown': { ...invited, failure: { code: 'invite-not-found' } },
  code: byCode,
  'code-redeeming': { ...byCode, redeeming: true },
  'code-unknown': { ...byCode, failure: { code: 'code-unknown' } },
  'code-limit': { ...byCode, failure: { code: 'limit-reached', retryAfter: 341 } },
  declined: { ...outside, step: 'declined' },
  waiting: { ...guest, step: 'waiting', released: false, visit: { ...visit, origin: 'sms' } },
  'waiting-early': {
    ...guest,
    step: 'waiting',
    released: false,
    visit: { ...visit, origin: 'sms', agreedAt: '2026-11-22T13:45:00.000Z' },
  },
  'waiting-past': {
    ...guest,
    step: 'waiting',
    released: false,
    visit: { ...visit, origin: 'sms', agreedAt: '2026-11-22T13:30:00.000Z', test: true },
  },
  'waiting-offline': {
    ...guest,
    step: 'waiting',
    released: false,
    visit: { ...visit, origin: 'sms' },
    offlineSince: '2026-11-22T13:28:00.000Z',
  },
  door: {
    ...guest,
    step: 'waiting',
    released: false,
    visit: { ...noPlace, origin: 'sms', state: 'in-consultation', roomId: 'room-1' },
  },
  paused: { ...guest, step: 'session-ended', reason: 'idle' },
  revoked: { ...guest, step: 'session-ended', reason: 'revoked' },
  'over-ended': over({ state: 'ended', outcome: 'completed', startedAt: now, durationSeconds: 60 }),
  'over-left': over({ state: 'left' }),
  'over-expired': over({ state: 'expired' }),
  'over-technical': over({ state: 'ended', outcome: 'technical-failure' }),
} as const satisfies Readonly<Record<string, JoinState>>;
