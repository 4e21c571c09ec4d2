import type { Handlers } from '../http/register.ts';
import type { Services } from '../services/index.ts';

type VisitRoutes = Pick<Handlers, Extract<keyof Handlers, `visits.${string}`>>;

/** Routes about visits. */
export const visitRoutes = ({
  visits,
  joining,
  handovers,
}: Pick<Services, 'visits' | 'joining' | 'handovers'>): VisitRoutes => ({
  'visits.join': async ({ caller, body, write }) => {
    const prepared = await joining.prepare(caller, body);
    return write((tx) => joining.join(tx, caller, prepared));
  },
  'visits.list': async ({ caller, query, read }) => ({
    visits: await read((tx) => visits.list(tx, caller, query.clinic)),
  }),
  'visits.get': ({ caller, id, read }) => read((tx) => visits.get(tx, caller, id)),
  'visits.call': ({ caller, id, write }) =>
    write(
      (tx) => visits.call(tx, caller, id),
      (tx, answer) => visits.isStillCalled(tx, answer),
    ),
  'visits.release': ({ caller, id, write }) => write((tx) => visits.release(tx, caller, id)),
  'visits.handover': ({ caller, id, body, write }) =>
    write((tx) => handovers.handOver(tx, caller, { id, ...body })),
  'visits.message': ({ caller, id, body, write }) =>
    write((tx) => visits.message(tx, caller, { id, ...body })),
  'visits.admit': ({ caller, id, body, write }) => write((tx) => visits.admit(tx, caller, { id, ...body })),
  'visits.dismiss': ({ caller, id, body, write }) =>
    write((tx) => visits.dismiss(tx, caller, { id, ...body })),
  'visits.stage': ({ caller, id, body, write }) => write((tx) => visits.stage(tx, caller, { id, ...body })),
  'visits.leave': ({ caller, id, write }) => write((tx) => visits.leave(tx, caller, id)),
  'visits.remove': ({ caller, id, body, write }) => write((tx) => visits.remove(tx, caller, { id, ...body })),
  'visits.end': ({ caller, id, body, write }) => write((tx) => visits.end(tx, caller, { id, ...body })),
  'visits.ticket': ({ caller, id, read }) => read((tx) => visits.ticket(tx, caller, id)),
});
