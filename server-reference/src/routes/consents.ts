import type { Handlers } from '../http/register.ts';
import type { Consents } from '../services/consents.ts';

/** Routes about consents. */
export const consentRoutes = (
  consents: Consents,
): Pick<Handlers, 'consents.record' | 'consents.withdraw'> => ({
  'consents.record': async ({ caller, body, write }) => {
    const textHash = await consents.hashOf(body);
    return write((tx) => consents.record(tx, caller, { request: body, textHash }));
  },
  'consents.withdraw': ({ caller, id, write }) => write((tx) => consents.withdraw(tx, caller, id)),
});
