import type { Ydernummer } from '../identifiers/ydernummer.ts';
import type { Instant } from './instant.ts';
import type { OpeningPlan } from './opening.ts';
import type { Support } from './support.ts';

/** Id of a clinic: stable, opaque, without meaning. */
export type ClinicId = string;

/** Which clinic, in words a person knows it by. */
export interface ClinicReference {
  readonly id: ClinicId;
  readonly name: string;
}

/** Whether one can queue for a clinic right now, and what it says about it. */
export interface Opening {
  /** Joining is refused with `clinic-closed` while false. */
  readonly open: boolean;
  /** When that turns by itself: an open clinic closes then, a closed one opens. Absent: until somebody says so. */
  readonly until?: Instant;
  /** The clinic's own words, shown to joiners; at most 280 characters. */
  readonly message?: string;
  /** Announced delay in whole minutes, 1-240. */
  readonly delayMinutes?: number;
  /** Where to call instead, E.164. */
  readonly phone?: string;
}

/**
 * What a clinic has decided about its opening. Said by hand (`open`, `message`, `delayMinutes`) counts until `until`,
 * or until the plan turns to the opposite, or for good; after that the plan decides, or the opposite where there is
 * none. What is true at a moment is `openingAt`.
 */
export interface OpeningSettings extends Opening {
  /** When it was said by hand. Absent: never, so a plan decides. */
  readonly saidAt?: Instant;
  readonly plan?: OpeningPlan;
}

/** A general practice with a video waiting room. */
export interface Clinic {
  readonly id: ClinicId;
  readonly ydernummer: Ydernummer;
  readonly name: string;
  readonly address: string;
  readonly opening: OpeningSettings;
  readonly support?: Support;
}
