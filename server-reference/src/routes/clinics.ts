import type { Handlers } from '../http/register.ts';
import type { Clinics } from '../services/clinics.ts';

/** Routes about clinics. */
export const clinicRoutes = (
  clinics: Clinics,
): Pick<Handlers, 'clinics.search' | 'clinics.own' | 'clinics.get' | 'clinics.opening'> => ({
  'clinics.search': async ({ query, read }) => ({
    clinics: await read((tx) => clinics.search(tx, query.search)),
  }),
  'clinics.own': async ({ caller, body, read }) => {
    const id = await clinics.ownId(clinics.cprFor(caller, body.cpr));
    return read((tx) => clinics.get(tx, id));
  },
  'clinics.get': ({ id, read }) => read((tx) => clinics.get(tx, id)),
  'clinics.opening': ({ id, body, write }) => write((tx) => clinics.setOpening(tx, { id, opening: body })),
});
