import { z } from 'zod';
import { parseCpr, type Clinic, type ClinicId, type Cpr } from '@venterum/contract';
import { clinicSchema } from '@venterum/contract/schemas';

/** Clinics, and whose own clinic is which. */
export interface ClinicsFile {
  readonly clinics: readonly Clinic[];
  readonly directory: Readonly<Record<Cpr, ClinicId>>;
}

const schema = z.strictObject({
  clinics: z.array(clinicSchema),
  directory: z.record(z.string(), z.string()).default({}),
});

/** Reads `{clinics, directory}` from JSON. Throws an error whose message says where the mistake is, without repeating it. */
export const readClinicsFile = (json: string): ClinicsFile => {
  const { success, data, error } = schema.safeParse(JSON.parse(json) as unknown);
  if (!success) {
    const where = error.issues.map(({ path }) => path.map(String).join('.') || 'the whole');
    throw new Error(`The clinics file does not match at: ${where.join(', ')}.`);
  }
  const ids = new Set(data.clinics.map(({ id }) => id));
  const directory: Record<Cpr, ClinicId> = {};
  for (const [typed, clinicId] of Object.entries(data.directory)) {
    const cpr = parseCpr(typed);
    if (cpr === undefined || !ids.has(clinicId)) {
      throw new Error('The clinics file has a directory entry with no valid number or no known clinic.');
    }
    directory[cpr] = clinicId;
  }
  return { clinics: data.clinics, directory };
};
