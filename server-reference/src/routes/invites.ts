import type { Handlers } from '../http/register.ts';
import type { InviteAccesses } from '../services/invite-access.ts';
import type { Invites } from '../services/invites.ts';
import { found } from '../services/refusal.ts';

type InviteRoutes = Pick<Handlers, Extract<keyof Handlers, `invites.${string}`>>;

/** Routes about invitations. */
export const inviteRoutes = (invites: Invites, accesses: InviteAccesses): InviteRoutes => ({
  'invites.send': async ({ caller, body, write }) => {
    const links = await invites.links(body.recipients.length);
    return { invites: await write((tx) => invites.send(tx, caller, { request: body, links })) };
  },
  'invites.list': async ({ caller, query, read }) => ({
    invites: await read((tx) => invites.list(tx, caller, query.clinic)),
  }),
  'invites.decline': async ({ body, write }) => {
    const given = await accesses.digests(body.token, body.deviceId);
    await write((tx) => invites.decline(tx, given));
    return undefined;
  },
  'invites.access': async ({ caller, id, write }) => {
    const candidates = await accesses.candidates();
    return accesses.answer(await write((tx) => accesses.open(tx, caller, { id, candidates })));
  },
  'invites.resend': async ({ caller, id, write }) => {
    const link = found((await invites.links(1))[0], 'internal');
    return { invites: [await write((tx) => invites.resend(tx, caller, { id, link }))] };
  },
  'invites.revoke': async ({ caller, id, write }) => ({
    invites: [await write((tx) => invites.revoke(tx, caller, { id, otherwise: 'remove' }))],
  }),
  'invites.rewrite': async ({ caller, id, write }) => ({
    invites: [await write((tx) => invites.revoke(tx, caller, { id, otherwise: 'vacate' }))],
  }),
});
