import type { ClinicId, ClinicVisit, HandoverRequest, VisitId } from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { randomId } from '../random-id.ts';
import { patched } from './patched.ts';
import type { ClinicAct, VisitAct } from './queue-state.ts';

type CommandOf<Type extends VisitAct['type']> = Extract<VisitAct, { readonly type: Type }>;
type VisitActs = {
  readonly [Type in VisitAct['type']]: (command: CommandOf<Type>) => Promise<ClinicVisit>;
};

const visitActs = (client: VenterumClient): VisitActs => {
  const handOver = (id: VisitId, body: HandoverRequest): Promise<ClinicVisit> =>
    client.request('visits.handover', { id, body, idempotencyKey: randomId() });
  return {
    release: ({ visitId: id }) => client.request('visits.release', { id }),
    remove: ({ visitId: id, message }) =>
      client.request('visits.remove', { id, body: patched({}, { message }) }),
    message: ({ visitId: id, message }) => client.request('visits.message', { id, body: { message } }),
    'hand-over': ({ visitId, to }) => handOver(visitId, { to }),
    transfer: ({ visitId, clinicId }) => handOver(visitId, { clinicId }),
    admit: ({ visitId: id, participantId }) =>
      client.request('visits.admit', { id, body: { participantId } }),
    end: ({ visitId: id, outcome }) => client.request('visits.end', { id, body: { outcome } }),
  };
};

/** Changes one visit; answers it as the server now has it. */
export const changeVisit = (client: VenterumClient, command: VisitAct): Promise<ClinicVisit> => {
  // The mapped type pairs each command with its request; an index by the union loses the pairing.
  const act = visitActs(client)[command.type] as (command: VisitAct) => Promise<ClinicVisit>;
  return act(command);
};

/** Says something to everybody who waits, or lets them all go; the stream tells what comes of it. */
export const changeQueue = (
  client: VenterumClient,
  id: ClinicId,
  { type, message }: ClinicAct,
): Promise<unknown> =>
  type === 'message-all'
    ? client.request('clinics.message', { id, body: { message } })
    : client.request('clinics.removeAll', { id, body: patched({}, { message }) });
