import type { ClinicId } from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { randomId } from '../random-id.ts';
import { patched } from './patched.ts';
import type { LookUpCommand, QueueFound } from './queue-state.ts';

type CommandOf<Type extends LookUpCommand['type']> = Extract<LookUpCommand, { readonly type: Type }>;
type LookUps = {
  readonly [Type in LookUpCommand['type']]: (id: ClinicId, command: CommandOf<Type>) => Promise<QueueFound>;
};

/** The same command is the same request, also when it is asked again after a lost answer or a newer login. */
const keys = new WeakMap<LookUpCommand, string>();

const keyOf = (command: LookUpCommand): string => {
  const key = keys.get(command) ?? randomId();
  keys.set(command, key);
  return key;
};

/** What the stream does not tell of a clinic: each is asked for, or changed, by a request of its own, and its answer shown. */
const lookUps = (client: VenterumClient): LookUps => ({
  'find-plan': async (id) => ({ planned: await client.request('clinics.plan', { id }) }),
  'set-plan': async (id, { plan }) => ({
    planned: await client.request('clinics.setPlan', { id, body: patched({}, { plan }) }),
  }),
  'find-clinics': async (own, { search }) => {
    const { clinics } = await client.request('clinics.search', { query: { search } });
    return { clinics: clinics.filter(({ id }) => id !== own) };
  },
  'find-members': (id) => client.request('members.list', { id }),
  'add-member': async (id, command) => {
    const { name, role } = command;
    const idempotencyKey = keyOf(command);
    const added = await client.request('members.add', { id, body: { name, role }, idempotencyKey });
    return { added, ...(await client.request('members.list', { id })) };
  },
  'change-member': (id, { member, role }) => client.request('members.change', { id, body: { member, role } }),
  'remove-member': (id, { member }) => client.request('members.remove', { id, query: { member } }),
  'sign-out-member': (id, { member }) => client.request('members.signout', { id, body: { member } }),
});

/** Asks for something of a clinic. */
export const lookUp = (client: VenterumClient, id: ClinicId, command: LookUpCommand): Promise<QueueFound> => {
  // The mapped type pairs each command with its request; an index by the union loses the pairing.
  const ask = lookUps(client)[command.type] as (id: ClinicId, command: LookUpCommand) => Promise<QueueFound>;
  return ask(id, command);
};
