import type { Handlers } from '../http/register.ts';
import type { Services } from '../services/index.ts';

type ClinicRoutes = Pick<Handlers, Extract<keyof Handlers, `clinics.${string}`>>;

/** Routes about clinics. */
export const clinicRoutes = ({
  clinics,
  wholeQueue,
}: Pick<Services, 'clinics' | 'wholeQueue'>): ClinicRoutes => ({
  'clinics.search': async ({ query, read }) => ({
    clinics: await read((tx) => clinics.search(tx, query.search)),
  }),
  'clinics.own': async ({ caller, body, read }) => {
    const id = await clinics.ownId(clinics.cprFor(caller, body.cpr));
    return read((tx) => clinics.get(tx, id));
  },
  'clinics.get': ({ id, read }) => read((tx) => clinics.get(tx, id)),
  'clinics.opening': ({ id, body, write }) => write((tx) => clinics.setOpening(tx, { id, opening: body })),
  'clinics.plan': ({ id, read }) => read((tx) => clinics.plan(tx, id)),
  'clinics.setPlan': ({ id, body, write }) => write((tx) => clinics.setPlan(tx, { id, ...body })),
  'clinics.message': ({ id, body, write }) => write((tx) => wholeQueue.message(tx, { id, ...body })),
  'clinics.removeAll': ({ id, body, write }) => write((tx) => wholeQueue.remove(tx, { id, ...body })),
});
