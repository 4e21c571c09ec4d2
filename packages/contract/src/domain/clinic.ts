import type { Ydernummer } from '../identifiers/ydernummer.ts';
import type { Support } from './support.ts';

/** Id of a clinic: stable, opaque, without meaning. */
export type ClinicId = string;

/** Whether one can queue for a clinic right now, and what it says about it. */
export interface Opening {
  /** Joining is refused with `clinic-closed` while false. */
  readonly open: boolean;
  /** The clinic's own words, shown to joiners; at most 280 characters. */
  readonly message?: string;
  /** Announced delay in whole minutes, 1-240. */
  readonly delayMinutes?: number;
  /** Where to call instead, E.164. */
  readonly phone?: string;
}

/** A general practice with a video waiting room. */
export interface Clinic {
  readonly id: ClinicId;
  readonly ydernummer: Ydernummer;
  readonly name: string;
  readonly address: string;
  readonly opening: Opening;
  readonly support?: Support;
}
