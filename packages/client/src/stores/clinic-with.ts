import type { ClinicSummary, Opening } from '@venterum/contract';
import { patched } from './patched.ts';

/** A clinic as it stands after an opening that was told on the stream: what that leaves out is no more. */
export const clinicWith = (clinic: ClinicSummary, opening: Opening): ClinicSummary => {
  const { open, until, message, delayMinutes, phone } = opening;
  return patched(clinic, { open, until, message, delayMinutes, phone });
};
