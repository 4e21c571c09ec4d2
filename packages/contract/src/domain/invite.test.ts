import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  finalInviteStatuses,
  isResendable,
  isRevocable,
  laterInviteStatus,
  unopenedInviteStatuses,
  type InviteStatus,
} from './invite.ts';

const statuses: readonly InviteStatus[] = [
  'issued',
  'queued',
  'sent',
  'delivered',
  'failed',
  'expired',
  'unknown',
  'opened',
  'ready',
  'in-call',
  'used',
  'revoked',
];

describe('invite status', () => {
  it('C8: repeated and reordered reports end where the ordered ones do, among those that can follow', () => {
    const reports = ['queued', 'sent', 'delivered'] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([...reports, ...reports], { minLength: 6 }), (shuffled) => {
        assert.equal(shuffled.reduce<InviteStatus>(laterInviteStatus, 'queued'), 'delivered');
      }),
    );
  });

  it('C8: never leaves a final status', () => {
    for (const final of finalInviteStatuses)
      for (const reported of statuses) assert.equal(laterInviteStatus(final, reported), final);
  });

  it('C8: an unknown word is never delivered, and does not hide what is known', () => {
    assert.equal(laterInviteStatus('queued', 'unknown'), 'unknown');
    assert.equal(laterInviteStatus('sent', 'unknown'), 'sent');
    assert.equal(laterInviteStatus('delivered', 'unknown'), 'delivered');
  });

  it('B9: can be revoked until it is over, also from somebody in the call', () => {
    assert.deepEqual(
      statuses.filter((status) => !isRevocable(status)),
      ['expired', 'used', 'revoked'],
    );
  });

  it('can be sent again until it has been opened or revoked, also when it has expired', () => {
    assert.deepEqual(
      statuses.filter((status) => !isResendable(status)),
      ['opened', 'ready', 'in-call', 'used', 'revoked'],
    );
    assert.deepEqual(
      statuses.filter((status) => !finalInviteStatuses.includes(status) && isResendable(status)).sort(),
      [...unopenedInviteStatuses].sort(),
    );
  });
});
