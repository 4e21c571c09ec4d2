import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RemoteMedia } from '../video-provider.ts';
import { withCauses } from './likely-cause.ts';

const remote = (participantId: string, patch: Partial<RemoteMedia>): RemoteMedia => ({
  participantId,
  connection: 'connected',
  ...patch,
});

const causes = (...remotes: readonly RemoteMedia[]): readonly (string | undefined)[] =>
  withCauses(remotes).map(({ cause }) => cause);

describe('the likely cause', () => {
  it('is one’s own line when everybody comes through badly', () => {
    const [one, two] = [remote('one', { quality: 'weak' }), remote('two', { connection: 'reconnecting' })];
    assert.deepEqual(causes(one, two), ['own-network', 'own-network']);
  });

  it('is theirs when others come through well', () => {
    assert.deepEqual(causes(remote('one', { quality: 'weak' }), remote('two', { quality: 'good' })), [
      'their-network',
      undefined,
    ]);
  });

  it('is not guessed with one other, nor before anything was measured', () => {
    assert.deepEqual(causes(remote('one', { quality: 'weak' })), [undefined]);
    assert.deepEqual(causes(remote('one', { quality: 'weak' }), remote('two', {})), [undefined, undefined]);
  });

  it('does not overrule a device that is known to be slow', () => {
    assert.deepEqual(
      causes(remote('one', { quality: 'weak', cause: 'own-device' }), remote('two', { quality: 'good' })),
      ['own-device', undefined],
    );
  });
});
