import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { RateLimiter, TokenBucket } from './rate-limit.ts';

suite('rate limit', () => {
  test('D7: a burst, then the sustained rate', () => {
    const bucket = new TokenBucket({ perSecond: 2, burst: 3 }, 0);
    const takes = (now: number): boolean => bucket.take(now);
    assert.deepEqual([takes(0), takes(0), takes(0), takes(0)], [true, true, true, false]);
    assert.deepEqual([takes(499), takes(500), takes(500)], [false, true, false]);
    assert.deepEqual(
      [takes(100_000), takes(100_000), takes(100_000), takes(100_000)],
      [true, true, true, false],
    );
  });

  test('a clock set back gives nothing away and takes nothing', () => {
    const bucket = new TokenBucket({ perSecond: 1, burst: 1 }, 10_000);
    assert.ok(bucket.take(10_000));
    assert.equal(bucket.take(0), false);
    assert.equal(bucket.take(10_500), false);
    assert.ok(bucket.take(11_000));
  });

  test('C9: keys are limited apart, and told how long to wait', () => {
    const limiter = new RateLimiter({ perSecond: 5 / 3_600, burst: 1 });
    assert.deepEqual(limiter.take('a', 0), { allowed: true });
    assert.deepEqual(limiter.take('b', 0), { allowed: true });
    assert.deepEqual(limiter.take('a', 0), { allowed: false, retryAfter: 720 });
    assert.deepEqual(limiter.take('a', 720_000), { allowed: true });
  });

  test('what is given back was not taken, and never makes more than there were', () => {
    const limiter = new RateLimiter({ perSecond: 1, burst: 1 });
    limiter.giveBack('a');
    assert.equal(limiter.isFull('a', 0), true);
    limiter.take('a', 0);
    assert.equal(limiter.isFull('a', 0), false);
    limiter.giveBack('a');
    limiter.giveBack('a');
    assert.equal(limiter.isFull('a', 0), true);
    assert.deepEqual([limiter.take('a', 0).allowed, limiter.take('a', 0).allowed], [true, false]);
  });

  test('memory is bounded: full buckets are forgotten first, then the oldest', () => {
    const limiter = new RateLimiter({ perSecond: 1, burst: 1 }, 2);
    limiter.take('a', 0);
    limiter.take('b', 900);
    limiter.take('c', 1_000);
    assert.equal(limiter.take('b', 1_000).allowed, false, 'b was not forgotten for a, which was full again');
    limiter.take('d', 1_000);
    assert.equal(limiter.take('c', 1_000).allowed, false, 'c is younger than b');
  });
});
