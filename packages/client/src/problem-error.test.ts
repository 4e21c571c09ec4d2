import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError, toFailure } from './problem-error.ts';

test('what a refusal says comes through to the state: how long to wait, whom to call, what to mend', () => {
  const facts = {
    correlationId: 'c1',
    fields: ['/code'],
    visitId: 'v1',
    phone: '+4575000000',
    retryAfter: 341,
  };
  const error = new ProblemError('limit-reached', { ...facts, ended: 'idle', cause: 'why' });
  assert.deepEqual(toFailure(error), { code: 'limit-reached', ...facts });
  assert.deepEqual([error.code, error.ended, error.cause], ['limit-reached', 'idle', 'why']);
});

test('what is not said is not there, and what is no refusal is internal', () => {
  const error = new ProblemError('offline', { phone: undefined });
  assert.deepEqual(toFailure(error), { code: 'offline' });
  assert.equal('cause' in error, false);
  assert.deepEqual(toFailure(new Error('other')), { code: 'internal' });
});
