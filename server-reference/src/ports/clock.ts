import type { Instant } from '@venterum/contract';

/** Takes back what was arranged. Safe to call twice. */
export type Cancel = () => void;

/** Time, injected, so that tests decide what it is. */
export interface ServerClock {
  now(): Instant;
  /** Runs the task every `milliseconds` until cancelled. */
  every(milliseconds: number, task: () => void): Cancel;
  /** Runs the task once, `milliseconds` from now, unless cancelled. */
  after(milliseconds: number, task: () => void): Cancel;
}
