import {
  isOver,
  type Citizen,
  type JoinRequest,
  type JoinerVisit,
  type Principal,
  type PrincipalKind,
  type VisitView,
} from '@venterum/contract';
import { ProblemError } from '../problem-error.ts';
import type { SessionState } from '../session/session-state.ts';
import type { JoinStoreOptions } from './join-options.ts';
import type { JoinBase, JoinDraft, JoinStep } from './join-state.ts';
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

/** Without a CPR number the clinic can look nobody up: it has to be told why somebody comes. */
export const isReasonNeeded = ({ kind, draft }: Pick<JoinBase, 'kind' | 'draft'>): boolean =>
  kind === 'municipal-employee' && draft.citizen?.cpr === undefined;

/** What can be missing before somebody can join. */
export type Missing = 'reason' | 'consent';

/** What is still missing before somebody can join. A consent that the server is recording is not. */
export const missingIn = (base: JoinBase, consentNeeded: boolean): Missing | undefined => {
  const { reason, consentId, recording } = base.draft;
  if (isReasonNeeded(base) && reason.trim() === '') return 'reason';
  return consentNeeded && consentId === undefined && !recording ? 'consent' : undefined;
};

/** As the server would refuse it. */
export const refusalOf = (missing: Missing): ProblemError =>
  missing === 'reason'
    ? new ProblemError('request-invalid', { fields: ['/reason'] })
    : new ProblemError('consent-required');

/** Whether a place found at the start is a new one: the invitation was redeemed right here, and never before. */
export const isNewPlace = (redeeming: boolean, session: SessionState): boolean =>
  redeeming && session.status === 'active' && session.resumed !== true;

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

/** Whether somebody who waits after this step has been let go by the clinic. */
export const isLetGo = (before: JoinStep): boolean =>
  before.step === 'called' || before.step === 'in-call' || (before.step === 'waiting' && before.released);

const citizenNameIn = ({ participants }: JoinerVisit): string | undefined =>
  participants.find(({ role }) => role === 'citizen')?.name;

/** What tells which visit to go on with. */
export interface ResumeFacts {
  readonly kind: PrincipalKind;
  readonly clinicId?: string;
  readonly citizen?: Citizen;
  readonly visitId?: string;
}

/** The views carry no CPR number, so a name is all there is to tell whose visit it is: without one there is no telling. */
const isAbout = (visit: JoinerVisit, { kind, citizen }: ResumeFacts): boolean =>
  kind !== 'municipal-employee' ||
  citizen === undefined ||
  (citizen.name !== undefined && citizenNameIn(visit) === citizen.name);

/**
 * Which of the reader's visits to go on with: the one the host names, else the only one that can be the one meant. In
 * doubt none: joining anew is refused for a citizen who has a place, and then the server says which it is.
 */
export const pickVisit = (visits: readonly VisitView[], facts: ResumeFacts): JoinerVisit | undefined => {
  const mine = visits.filter((one): one is JoinerVisit => one.view === 'joiner' && !isOver(one.state));
  const { visitId, clinicId } = facts;
  if (visitId !== undefined) return mine.find(({ id }) => id === visitId);
  const meant = mine.filter(
    (one) => (clinicId === undefined || one.clinic.id === clinicId) && isAbout(one, facts),
  );
  return meant.length === 1 ? meant[0] : undefined;
};
