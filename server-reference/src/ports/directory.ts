import type { ClinicId, Cpr } from '@venterum/contract';

/** Knows which clinic is a citizen's own. */
export interface Directory {
  ownClinic(cpr: Cpr): Promise<ClinicId | undefined>;
}
