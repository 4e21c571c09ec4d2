import type { Handlers } from '../http/register.ts';
import type { Invites } from '../services/invites.ts';
import { found } from '../services/refusal.ts';

type InviteRoutes = Pick<Handlers, Extract<keyof Handlers, `invites.${string}`>>;

/** Routes about invitations. */
export const inviteRoutes = (invites: Invites): InviteRoutes => ({
  'invites.send': async ({ caller, body, write }) => {
    const secrets = await invites.secrets(body.recipients.length);
    return { invites: await write((tx) => invites.send(tx, caller, { request: body, secrets })) };
  },
  'invites.list': async ({ caller, query, read }) => ({
    invites: await read((tx) => invites.list(tx, caller, query.clinic)),
  }),
  'invites.resend': async ({ caller, id, write }) => {
    const secret = found((await invites.secrets(1))[0], 'internal');
    return { invites: [await write((tx) => invites.resend(tx, caller, { id, secret }))] };
  },
  'invites.revoke': async ({ caller, id, write }) => ({
    invites: [await write((tx) => invites.revoke(tx, caller, id))],
  }),
});
