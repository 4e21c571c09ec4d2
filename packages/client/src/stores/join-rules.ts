import {
  isOver,
  type JoinRequest,
  type JoinerVisit,
  type Principal,
  type VisitView,
} from '@venterum/contract';
import type { JoinStoreOptions } from './join-options.ts';
import type { JoinDraft } from './join-state.ts';
import { patched } from './patched.ts';

/** The draft as the host hands it over. */
export const draftFrom = (options: JoinStoreOptions): JoinDraft =>
  patched<JoinDraft>(
    {
      citizenFromHost: options.citizen !== undefined,
      reason: options.reason ?? '',
      kind: options.kind ?? 'consultation',
      test: options.test ?? false,
      companions: options.companions ?? [],
    },
    { citizen: options.citizen, agreedAt: options.agreedAt },
  );

/** What the server is asked for. A citizen's own number is the server's to know. */
export const joinRequest = (draft: JoinDraft, clinicId: string, me: Principal): JoinRequest =>
  patched<JoinRequest>(
    { clinicId, kind: draft.kind, test: draft.test },
    {
      citizen: me.kind === 'citizen' ? undefined : draft.citizen,
      reason: draft.reason.trim() || undefined,
      agreedAt: draft.agreedAt,
      consentId: draft.consentId,
      inTheRoom: draft.companions.length > 0 ? draft.companions : undefined,
    },
  );

/** Whether the reader has been let in. */
const isAdmitted = ({ me, participants }: JoinerVisit): boolean =>
  participants.find(({ id }) => id === me)?.admitted ?? false;

/** The step that shows a visit. `entered`: the reader has gone into the room. */
export const stepFor = (visit: JoinerVisit, entered: boolean): 'waiting' | 'called' | 'in-call' | 'over' => {
  if (isOver(visit.state)) return 'over';
  const isCalled = visit.state === 'called' || visit.state === 'in-consultation';
  if (!isCalled || !isAdmitted(visit)) return 'waiting';
  return entered ? 'in-call' : 'called';
};

const citizenNameIn = ({ participants }: JoinerVisit): string | undefined =>
  participants.find(({ role }) => role === 'citizen')?.name;

/** Never another citizen's visit than the one in the host's record, as far as it can be told without a CPR number. */
const fits = (visit: JoinerVisit, { citizen, clinicId }: JoinStoreOptions): boolean => {
  const name = citizenNameIn(visit);
  const isSomebodyElse = citizen?.name !== undefined && name !== undefined && name !== citizen.name;
  return !isSomebodyElse && (clinicId === undefined || visit.clinic.id === clinicId);
};

/** Which of the reader's visits to go on with: the one the host names, else the newest that fits what it handed over. */
export const pickVisit = (
  visits: readonly VisitView[],
  options: JoinStoreOptions,
): JoinerVisit | undefined => {
  const mine = visits.filter((one): one is JoinerVisit => one.view === 'joiner' && !isOver(one.state));
  const { visitId } = options;
  if (visitId !== undefined) return mine.find(({ id }) => id === visitId);
  const fitting = mine.filter((one) => fits(one, options));
  return fitting.reduce<JoinerVisit | undefined>(
    (newest, one) => (newest === undefined || one.arrivedAt > newest.arrivedAt ? one : newest),
    undefined,
  );
};
