import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PictureSteps, type LineReport } from './picture-steps.ts';

const good: LineReport = { bitrate: 2_000_000, lost: 0 };

describe('picture steps', () => {
  const after = (steps: PictureSteps, ticks: number, report: LineReport): PictureSteps => {
    for (let tick = 0; tick < ticks; tick += 1) steps.tick(report);
    return steps;
  };

  it('stays full on a line that says nothing, and on one that is merely slow', () => {
    assert.equal(after(new PictureSteps(), 100, {}).step, 'full');
    assert.equal(after(new PictureSteps(), 100, { bitrate: 200_000, lost: 0.08 }).step, 'full');
  });

  it('gives way after 3 s, not after a moment', () => {
    const steps = after(new PictureSteps(), 5, { bitrate: 90_000 });
    assert.equal(after(steps, 1, good).step, 'full');
    assert.equal(after(steps, 6, { bitrate: 90_000 }).step, 'still');
  });

  it('gives way to sound alone on a line that bears no picture, or loses a quarter of the sound', () => {
    assert.equal(after(new PictureSteps(), 12, { bitrate: 40_000 }).step, 'none');
    assert.equal(after(new PictureSteps(), 12, { bitrate: 500_000, lost: 0.3 }).step, 'none');
    assert.equal(after(new PictureSteps(), 12, { bitrate: 500_000, lost: 0.2 }).step, 'still');
  });

  it('comes back step by step once the line is good for 10 s', () => {
    const steps = after(new PictureSteps(), 12, { bitrate: 40_000 });
    assert.equal(after(steps, 19, good).step, 'none');
    assert.equal(after(steps, 1, good).step, 'still');
    after(steps, 200, good);
    assert.equal(steps.step, 'full');
  });

  it('holds a small picture where the browser would send a tiny one, until the line promises more', () => {
    const tiny: LineReport = { bitrate: 200_000, lost: 0.05, isTiny: true };
    const narrow: LineReport = { bitrate: 200_000, lost: 0.05 };
    assert.equal(after(new PictureSteps(), 5, tiny).step, 'full');
    const steps = after(new PictureSteps(), 6, tiny);
    assert.equal(steps.step, 'small');
    assert.equal(after(steps, 100, narrow).step, 'small');
    assert.equal(after(steps, 1, good).step, 'full');
  });

  it('tries a larger picture after a minute even where the line promises nothing, and a still one where small is too much', () => {
    const narrow: LineReport = { bitrate: 200_000 };
    const steps = after(new PictureSteps(), 6, { ...narrow, isTiny: true });
    assert.equal(after(steps, 119, narrow).step, 'small');
    assert.equal(after(steps, 1, narrow).step, 'full');
    const weaker = after(new PictureSteps(), 6, { ...narrow, isTiny: true });
    assert.equal(after(weaker, 6, { bitrate: 90_000 }).step, 'still');
  });

  it('waits longer after each try that failed, and forgets that after one that held', () => {
    const steps = new PictureSteps();
    const ticksUntil = (step: string, report: LineReport): number => {
      let ticks = 0;
      for (; steps.step !== step; ticks += 1) steps.tick(report);
      return ticks;
    };
    after(steps, 40, good);
    ticksUntil('still', { bitrate: 90_000 });
    const first = ticksUntil('full', good);
    ticksUntil('still', { bitrate: 90_000 });
    const second = ticksUntil('full', good);
    assert.deepEqual([first, second], [20, 40]);
    after(steps, 40, good);
    ticksUntil('still', { bitrate: 90_000 });
    assert.equal(ticksUntil('full', good), 20);
  });
});
