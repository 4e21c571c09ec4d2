import type { Handlers } from '../http/register.ts';
import type { Services } from '../services/index.ts';

/** Routes about sessions. Asking for one again gives a fresh one, so a retry is safe without keeping a token. */
export const sessionRoutes = ({
  sessions,
  signIn,
  claims,
}: Pick<Services, 'sessions' | 'signIn' | 'claims'>): Pick<
  Handlers,
  'sessions.create' | 'sessions.end' | 'sessions.activity'
> => ({
  'sessions.create': ({ body, address, key, write }) => signIn.exchange(body, { address, key, write }),
  'sessions.end': async ({ caller, write }) => {
    const { principal, session } = caller;
    await write(async (tx) => {
      await sessions.end(tx, session, 'logged-out');
      if (principal.kind === 'clinic-staff') await claims.letGo(tx, principal.id, principal.clinicIds);
    });
    return undefined;
  },
  'sessions.activity': ({ caller }) => Promise.resolve({ endsAt: sessions.endsAt(caller.session) }),
});
