import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { growthPerHour } from '../bench/rigs/growth.ts';

/** A figure looked at every minute for an hour. */
const hourOf = (value: (minute: number) => number): number =>
  growthPerHour(Array.from({ length: 60 }, (_, index) => ({ minutes: index + 1, value: value(index + 1) })));

describe('growth over an hour', () => {
  it('is none where a figure comes to rest after some minutes, and where it wavers', () => {
    assert.equal(
      hourOf((minute) => Math.min(minute, 9) * 100),
      0,
    );
    assert.ok(Math.abs(hourOf((minute) => 3000 + 50 * Math.sin(minute * 2))) < 1);
  });

  it('is what leaks, through what wavers and odd moments', () => {
    const leak = (minute: number): number => 3000 + 20 * minute + 50 * Math.sin(minute * 2);
    const growth = hourOf((minute) => (minute % 20 === 0 ? 9000 : leak(minute)));
    assert.ok(Math.abs(growth - 1200) < 60, `${growth} is not 1200`);
  });

  it('cannot be told from one moment', () => {
    assert.throws(() => growthPerHour([{ minutes: 1, value: 1 }]));
  });
});
