import type { ClinicId, Cpr } from '@venterum/contract';
import type { Directory } from '../../ports/directory.ts';

/** A directory from a plain table of numbers to clinics. */
export const createMemoryDirectory = (table: Readonly<Record<Cpr, ClinicId>>): Directory => {
  const own = new Map(Object.entries(table));
  return { ownClinic: (cpr) => Promise.resolve(own.get(cpr)) };
};
