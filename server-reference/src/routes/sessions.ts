import type { Handlers } from '../http/register.ts';
import type { Sessions } from '../services/sessions.ts';
import type { SignIn } from '../services/sign-in.ts';

/** Routes about sessions. Asking for one again gives a fresh one, so a retry is safe without keeping a token. */
export const sessionRoutes = (
  sessions: Sessions,
  signIn: SignIn,
): Pick<Handlers, 'sessions.create' | 'sessions.end' | 'sessions.activity'> => ({
  'sessions.create': ({ body, address, key, write }) => signIn.exchange(body, { address, key, write }),
  'sessions.end': async ({ caller, write }) => {
    await write((tx) => sessions.end(tx, caller.session, 'logged-out'));
    return undefined;
  },
  'sessions.activity': ({ caller }) => Promise.resolve({ endsAt: sessions.endsAt(caller.session) }),
});
