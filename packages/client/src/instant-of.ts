import type { Instant } from '@venterum/contract';
import type { Clock } from './clock.ts';

/** The clock's moment as it goes over the wire. */
export const instantOf = (clock: Clock): Instant => new Date(clock.now()).toISOString();
