import type { Handlers } from '../http/register.ts';
import type { Members } from '../services/members.ts';

/** Routes about who works in a clinic. Each change answers the list as it is then. */
export const memberRoutes = (
  members: Members,
): Pick<
  Handlers,
  'members.list' | 'members.add' | 'members.change' | 'members.remove' | 'members.signout'
> => ({
  'members.list': async ({ caller, id, read }) => ({
    members: await read((tx) => members.list(tx, caller, id)),
  }),
  'members.add': async ({ id: clinicId, body, write }) => {
    const code = await members.code();
    return write((tx) => members.add(tx, { clinicId, ...code }, body));
  },
  'members.change': ({ caller, id: clinicId, body, write }) =>
    write(async (tx) => {
      await members.change(tx, caller, { clinicId, ...body });
      return { members: await members.list(tx, caller, clinicId) };
    }),
  'members.remove': ({ caller, id: clinicId, query, write }) =>
    write(async (tx) => {
      await members.remove(tx, caller, { clinicId, ...query });
      return { members: await members.list(tx, caller, clinicId) };
    }),
  'members.signout': ({ caller, id: clinicId, body, write }) =>
    write(async (tx) => {
      await members.signOut(tx, { clinicId, ...body });
      return { members: await members.list(tx, caller, clinicId) };
    }),
});
