import type { JoinerVisit, SequencedEvent, VisitView } from '@venterum/contract';
import { toFailure } from '../problem-error.ts';
import { randomId } from '../random-id.ts';
import { clinicWith } from './clinic-with.ts';
import type { JoinFlow } from './join-flow.ts';
import type { JoinPlace } from './join-place.ts';
import {
  isLetGo,
  joinRequest,
  missingIn,
  pickVisit,
  refusalOf,
  stepFor,
  type ResumeFacts,
} from './join-rules.ts';
import type { JoinStep } from './join-state.ts';
import { patched } from './patched.ts';
import { isPassing } from './sign-in.ts';

type Ready = Extract<JoinStep, { readonly step: 'ready' }>;

/** Nobody is sent on more often than that. */
const MOVES = 5;

interface Found {
  /** This one and no other. */
  readonly visitId?: string;
  /** The place is a new one. */
  readonly isNew?: boolean;
}

/** Into the queue, through it, and out. */
export class JoinQueue {
  readonly #flow: JoinFlow;
  readonly #place: JoinPlace;
  /** The visit that is gone without a trace. */
  readonly #onGone: () => void;
  /** The latest of every visit heard of: an answer may be older than an event. */
  readonly #heard = new Map<string, JoinerVisit>();
  #entered = false;

  constructor(flow: JoinFlow, place: JoinPlace, onGone: () => void) {
    this.#flow = flow;
    this.#place = place;
    this.#onGone = onGone;
  }

  forget(): void {
    this.#heard.clear();
    this.#entered = false;
  }

  /** Goes on with a visit that the server knows of: this one, or the one meant. False when there is none. */
  async resume(run: number, { visitId, isNew = false }: Found = {}): Promise<boolean> {
    const { client, options, me } = this.#flow;
    if (me === undefined) return false;
    const { visits } = await client.request('visits.list');
    const { clinicId, citizen } = options;
    const facts = patched<ResumeFacts>(
      { kind: me.kind },
      { clinicId, citizen, visitId: visitId ?? options.visitId },
    );
    const visit = pickVisit(visits, facts) ?? (await this.#movedFrom(facts.visitId));
    if (visit === undefined || run !== this.#flow.run) return false;
    // A guest taps again: a browser gives no sound to a page that nobody has touched.
    this.#entered = visit.state === 'in-consultation' && this.#flow.me?.kind !== 'guest';
    this.#show(visit, isNew);
    return true;
  }

  async join(): Promise<void> {
    const { step: ready, base, me, run, client } = this.#flow;
    if (ready.step !== 'ready' || me === undefined) return;
    const missing = missingIn(base, ready.consentNeeded);
    if (missing !== undefined) throw refusalOf(missing);
    this.#flow.go({ ...ready, step: 'joining' });
    if (base.draft.recording) return;
    const idempotencyKey = (this.#flow.joinKey ??= randomId());
    try {
      const body = joinRequest(base.draft, ready.clinic.id, me);
      const visit = await client.request('visits.join', { body, idempotencyKey });
      if (run !== this.#flow.run) return;
      this.#flow.joinKey = undefined;
      this.#entered = false;
      this.#show(this.#heard.get(visit.id) ?? visit, true);
    } catch (error) {
      if (run === this.#flow.run) await this.#joinFailed(error, ready);
    }
  }

  enter(): void {
    const { step } = this.#flow;
    if (step.step !== 'called') return;
    this.#entered = true;
    this.#show(step.visit);
  }

  async leave(): Promise<void> {
    const visit = this.#shown();
    if (visit === undefined) return;
    const { run, client, step } = this.#flow;
    if (step.step === 'in-call') {
      // Out of the room only: the clinician ends the visit, and one may go in again.
      this.#entered = false;
      this.#show(visit);
      return;
    }
    const left = await client.request('visits.leave', { id: visit.id });
    if (run === this.#flow.run) this.#show(left);
  }

  hear(event: SequencedEvent): void {
    const shown = this.#shown();
    if (event.type === 'visit') this.#hearVisit(event.visit);
    if (event.type === 'opening' && event.clinicId === shown?.clinic.id)
      this.#hearVisit({ ...shown, clinic: clinicWith(shown.clinic, event.opening) });
    if (event.type !== 'snapshot') return;
    for (const visit of event.visits) this.#hearVisit(visit);
    if (shown !== undefined && !event.visits.some(({ id }) => id === shown.id)) void this.#lookUp(shown);
  }

  #shown(): JoinerVisit | undefined {
    const { step } = this.#flow;
    return step.step === 'waiting' || step.step === 'called' || step.step === 'in-call'
      ? step.visit
      : undefined;
  }

  #show(visit: JoinerVisit, isNew = false): void {
    if (isNew) this.#flow.base = patched(this.#flow.base, { joined: visit.id });
    const { step: before, options } = this.#flow;
    const step = stepFor(visit, this.#entered);
    if (step === 'waiting') {
      this.#entered = false;
      this.#flow.go({ step, visit, released: isLetGo(before) });
    } else this.#flow.go({ step, visit });
    const begins = before.step !== 'waiting' && before.step !== 'called';
    if (begins && (step === 'waiting' || step === 'called')) options.onWaiting?.(visit);
  }

  #hearVisit(visit: VisitView): void {
    if (visit.view !== 'joiner') return;
    this.#heard.set(visit.id, visit);
    if (visit.id !== this.#shown()?.id) return;
    // Moved to another clinic: the place there is told of first, and it is the one to go on with.
    const moved = this.#heard.get(visit.movedTo?.visitId ?? '');
    if (moved !== undefined) this.#show(moved, true);
    else if (visit.movedTo === undefined) this.#show(visit);
    else void this.#goOnElsewhere(visit);
  }

  /** The clinic has sent somebody on: what the host knew by the old visit's id is another visit now. */
  async #goOnElsewhere(before: JoinerVisit): Promise<void> {
    const { run } = this.#flow;
    const visit = await this.#movedFrom(before.id).catch(() => undefined);
    if (run === this.#flow.run) this.#show(visit ?? before, visit !== undefined);
  }

  /** Where a visit goes on, over as many clinics as have sent it on; `undefined` when nowhere. */
  async #movedFrom(visitId: string | undefined): Promise<JoinerVisit | undefined> {
    let visit = visitId === undefined ? undefined : await this.#get(visitId);
    if (visit?.movedTo === undefined) return undefined;
    for (let moves = 0; visit?.movedTo !== undefined && moves < MOVES; moves += 1)
      visit = await this.#get(visit.movedTo.visitId);
    return visit;
  }

  async #get(id: string): Promise<JoinerVisit | undefined> {
    const known = this.#heard.get(id);
    if (known !== undefined) return known;
    const visit = await this.#flow.client.request('visits.get', { id }).catch((error: unknown) => {
      if (toFailure(error).code !== 'visit-not-found') throw error;
    });
    return visit?.view === 'joiner' ? visit : undefined;
  }

  /** It was over before the stream came back. */
  async #lookUp({ id }: JoinerVisit): Promise<void> {
    const { run, client } = this.#flow;
    try {
      const visit = await client.request('visits.get', { id });
      if (run === this.#flow.run) this.#hearVisit(visit);
    } catch (error) {
      if (run === this.#flow.run && toFailure(error).code === 'visit-not-found') this.#onGone();
    }
  }

  async #joinFailed(error: unknown, ready: Ready): Promise<void> {
    const flow = this.#flow;
    const { run } = flow;
    const { code, visitId } = toFailure(error);
    // A refusal is an answer: the next attempt is a new one.
    if (!isPassing(code)) flow.joinKey = undefined;
    if (code === 'consent-not-found') flow.draft({ consentId: undefined });
    flow.consentDemanded ||= code === 'consent-required';
    if (visitId !== undefined && (await this.resume(run, { visitId }).catch(() => false))) return;
    if (run !== flow.run) return;
    flow.go({ ...ready, consentNeeded: ready.consentNeeded || flow.consentDemanded });
    if (code === 'clinic-closed' && (await this.#isClosed(ready, run))) return;
    throw error;
  }

  async #isClosed(ready: Ready, run: number): Promise<boolean> {
    const clinic = await this.#flow.client.request('clinics.get', { id: ready.clinic.id });
    if (run === this.#flow.run) this.#place.choose(clinic);
    return !clinic.open;
  }
}
