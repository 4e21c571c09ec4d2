import type {
  Citizen,
  ClinicSummary,
  JoinerVisit,
  LoginProvider,
  Opening,
  Principal,
  SequencedEvent,
  VisitView,
} from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { ProblemError, toFailure } from '../problem-error.ts';
import { randomId } from '../random-id.ts';
import type { SessionState } from '../session/session-state.ts';
import { createCell } from './cell.ts';
import type { Failure } from './failure.ts';
import type { JoinStoreOptions } from './join-options.ts';
import { draftFrom, joinRequest, pickVisit, stepFor } from './join-rules.ts';
import type { JoinBase, JoinCommand, JoinDraft, JoinState, JoinStep } from './join-state.ts';
import { patched, type Patch } from './patched.ts';
import { isPassing, providersFor } from './sign-in.ts';
import type { Store } from './store.ts';

const POLL = 30_000;
const START_AGAIN = 5000;

/** Steps in which nobody is signed in. */
const outside: readonly JoinStep['step'][] = [
  'signed-out',
  'signing-in',
  'invited',
  'session-ended',
  'unavailable',
];

type CommandOf<Type extends JoinCommand['type']> = Extract<JoinCommand, { readonly type: Type }>;
type Handlers = {
  readonly [Type in JoinCommand['type']]: (command: CommandOf<Type>) => Promise<void> | void;
};

class JoinStore implements Store<JoinState, JoinCommand> {
  readonly #client: VenterumClient;
  readonly #options: JoinStoreOptions;
  readonly #cell;
  #base: JoinBase;
  #step: JoinStep = { step: 'starting' };
  #providers: readonly LoginProvider[] = [];
  #me: Principal | undefined;
  /** The latest of every visit heard of: an answer may be older than an event. */
  readonly #heard = new Map<string, JoinerVisit>();
  #entered = false;
  #joinKey: string | undefined;
  #failedCommand: JoinCommand | undefined;
  #consentDemanded = false;
  /** Counts starts and ends: what was asked before is void. */
  #run = 0;
  #started: Promise<void>;
  #cancelTimer: (() => void) | undefined;
  #unlisten: (() => void) | undefined;
  readonly #unfollow: () => void;

  constructor(client: VenterumClient, options: JoinStoreOptions) {
    this.#client = client;
    this.#options = options;
    this.#base = { draft: draftFrom(options) };
    this.#cell = createCell<JoinState>({ ...this.#base, ...this.#step });
    this.#unfollow = client.session.subscribe((state) => {
      this.#followSession(state);
    });
    this.#started = this.#start();
  }

  getState(): JoinState {
    return this.#cell.get();
  }

  subscribe(listener: (state: JoinState) => void): () => void {
    return this.#cell.subscribe(listener);
  }

  async dispatch(command: JoinCommand): Promise<void> {
    const run = this.#run;
    this.#patch({ failure: undefined });
    if (command.type !== 'retry') this.#failedCommand = undefined;
    try {
      // The mapped type pairs each command with its handler; an index by the union loses the pairing.
      await (this.#handlers[command.type] as (command: JoinCommand) => Promise<void> | void)(command);
    } catch (error) {
      if (run !== this.#run) return;
      this.#failedCommand = command;
      this.#patch({ failure: toFailure(error) });
    }
  }

  dispose(): void {
    this.#run += 1;
    this.#cancelTimer?.();
    this.#unlisten?.();
    this.#unfollow();
  }

  readonly #handlers: Handlers = {
    'sign-in': ({ providerId }) => this.#enterSession(() => this.#client.session.signIn(providerId)),
    redeem: ({ name }) => this.#redeem(name),
    'find-own-clinic': (command) => this.#findOwnClinic(command),
    'use-cpr': () => {
      this.#askWho('cpr');
    },
    'use-clinic-search': () => {
      this.#askWho('clinic');
    },
    'search-clinics': ({ search }) => this.#search(search),
    'choose-clinic': ({ clinic }) => {
      this.#chooseClinic(clinic);
    },
    'set-reason': ({ reason }) => {
      this.#draft({ reason });
    },
    'set-consent': ({ consentId }) => {
      this.#draft({ consentId });
    },
    back: () => {
      this.#back();
    },
    join: () => this.#join(),
    enter: () => {
      this.#enter();
    },
    leave: () => this.#leave(),
    restart: () => this.#restart(),
    'stay-signed-in': () => this.#client.session.stay(),
    'sign-out': () => this.#client.session.signOut(),
    retry: () => this.#retry(),
  };

  // --- state ---

  #patch(patch: Patch<JoinBase>): void {
    this.#base = patched(this.#base, patch);
    this.#publish();
  }

  #draft(patch: Patch<JoinDraft>): void {
    // Another draft is another intention.
    this.#joinKey = undefined;
    this.#patch({ draft: patched(this.#base.draft, patch) });
  }

  #go(step: JoinStep): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#step = step;
    this.#publish();
    if (step.step === 'closed') this.#pollLater(step.clinic.id);
  }

  #publish(): void {
    this.#cell.set({ ...this.#base, ...this.#step });
  }

  // --- beginning and end ---

  async #start(resume = true): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    if (this.#step.step !== 'unavailable') this.#go({ step: 'starting' });
    try {
      const { support, providers } = await this.#client.config();
      this.#providers = providers;
      this.#patch({ support });
      const me = await this.#client.session.ensure();
      if (run !== this.#run) return;
      this.#begin(me);
      if (!(resume && (await this.#resume(run))) && run === this.#run) await this.#findPlace(me, run);
    } catch (error) {
      if (run === this.#run) this.#startFailed(toFailure(error));
    }
  }

  #begin(me: Principal): void {
    this.#me = me;
    this.#patch({ kind: me.kind, failure: undefined });
    this.#unlisten ??= this.#client.events().listen({
      event: (event) => {
        this.#hear(event);
      },
      offline: (since) => {
        this.#patch({ offlineSince: since });
      },
    });
  }

  #startFailed(failure: Failure): void {
    const session = this.#client.session.getState();
    if (session.status === 'ended') this.#go({ step: 'session-ended', reason: session.reason });
    else if (session.status === 'signed-out') this.#goSignedOut();
    else {
      this.#go({ step: 'unavailable' });
      this.#patch({ failure });
      if (isPassing(failure.code))
        this.#cancelTimer = this.#client.clock.after(START_AGAIN, () => {
          this.#started = this.#start();
        });
    }
  }

  #goSignedOut(): void {
    const providers = providersFor(this.#providers, (kind) => kind !== 'clinic-staff' && kind !== 'guest');
    this.#go(
      this.#client.session.kind === 'invitation'
        ? { step: 'invited', redeeming: false }
        : { step: 'signed-out', providers },
    );
  }

  #followSession(state: SessionState): void {
    const { step } = this.#step;
    this.#patch({ sessionEndsAt: state.status === 'active' ? state.endsAt : undefined });
    if (state.status === 'active' && outside.includes(step)) this.#started = this.#start();
    else if (state.status === 'signing-in') this.#go({ step: 'signing-in' });
    else if (this.#me !== undefined && (state.status === 'ended' || state.status === 'signed-out')) {
      this.#forget();
      this.#startFailed({ code: 'session-ended' });
    }
  }

  /** The next person at this device sees nothing of the last. */
  #forget(): void {
    this.#run += 1;
    this.#me = this.#joinKey = this.#failedCommand = undefined;
    this.#entered = this.#consentDemanded = false;
    this.#heard.clear();
    const { support } = this.#base;
    this.#base = patched<JoinBase>({ draft: draftFrom(this.#options) }, { support });
  }

  async #enterSession(enter: () => Promise<unknown>): Promise<void> {
    try {
      await enter();
    } catch (error) {
      this.#startFailed(toFailure(error));
      throw error;
    }
    await this.#started;
  }

  async #redeem(name: string): Promise<void> {
    this.#go({ step: 'invited', redeeming: true });
    try {
      await this.#client.session.redeem(name);
    } catch (error) {
      this.#go({ step: 'invited', redeeming: false });
      throw error;
    }
    await this.#started;
  }

  async #retry(): Promise<void> {
    const command = this.#failedCommand;
    this.#failedCommand = undefined;
    if (this.#step.step === 'session-ended') await this.#enterSession(() => this.#client.session.renew());
    else if (command !== undefined && command.type !== 'retry') await this.dispatch(command);
    else {
      this.#started = this.#start();
      await this.#started;
    }
  }

  async #restart(): Promise<void> {
    this.#entered = false;
    this.#draft({ ...draftFrom(this.#options), clinic: undefined, consentId: undefined });
    this.#started = this.#start(false);
    await this.#started;
  }

  // --- whom and where ---

  async #findPlace(me: Principal, run: number): Promise<void> {
    const { clinicId, citizen } = this.#options;
    const { request } = this.#client;
    if (me.kind === 'guest') throw new ProblemError('invite-ended');
    const isOwn = me.kind === 'citizen' || citizen?.cpr !== undefined;
    if (clinicId === undefined && !isOwn) {
      this.#askWho(citizen === undefined ? 'cpr' : 'clinic');
      return;
    }
    const body = me.kind === 'citizen' ? {} : patched({}, { cpr: citizen?.cpr });
    try {
      const clinic = await (clinicId === undefined
        ? request('clinics.own', { body })
        : request('clinics.get', { id: clinicId }));
      if (run === this.#run) this.#chooseClinic(clinic);
    } catch (error) {
      if (run !== this.#run || isPassing(toFailure(error).code)) throw error;
      this.#askWho('clinic');
      this.#patch({ failure: toFailure(error) });
    }
  }

  #askWho(mode: 'cpr' | 'clinic'): void {
    const { citizenFromHost } = this.#base.draft;
    this.#draft({
      clinic: undefined,
      ...(citizenFromHost ? {} : { citizen: undefined, consentId: undefined }),
    });
    this.#go({ step: 'who', mode, searching: false });
  }

  #back(): void {
    if (this.#step.step === 'ready' || this.#step.step === 'closed') {
      const { citizen, citizenFromHost } = this.#base.draft;
      const isFixed = this.#options.clinicId !== undefined || this.#me?.kind === 'citizen';
      if (!isFixed) this.#askWho(citizenFromHost || citizen === undefined ? 'clinic' : 'cpr');
    } else if (this.#step.step === 'who') this.#askWho('cpr');
  }

  async #findOwnClinic({ cpr, name }: Citizen): Promise<void> {
    const { draft } = this.#base;
    const citizen = draft.citizenFromHost ? (draft.citizen ?? {}) : patched<Citizen>({}, { cpr, name });
    this.#draft({ citizen, consentId: undefined });
    const body = patched({}, { cpr: citizen.cpr });
    const clinic = await this.#searching('cpr', () => this.#client.request('clinics.own', { body }));
    if (clinic !== undefined) this.#chooseClinic(clinic);
  }

  async #search(search: string): Promise<void> {
    const found = await this.#searching('clinic', () =>
      this.#client.request('clinics.search', { query: { search } }),
    );
    if (found !== undefined)
      this.#go({ step: 'who', mode: 'clinic', searching: false, clinics: found.clinics });
  }

  /** `undefined` when something else has been asked for meanwhile. */
  async #searching<Answer>(mode: 'cpr' | 'clinic', ask: () => Promise<Answer>): Promise<Answer | undefined> {
    const clinics = this.#step.step === 'who' ? this.#step.clinics : undefined;
    const searching = patched<Extract<JoinStep, { step: 'who' }>>(
      { step: 'who', mode, searching: true },
      { clinics },
    );
    this.#go(searching);
    try {
      const answer = await ask();
      return this.#step === searching ? answer : undefined;
    } catch (error) {
      if (this.#step !== searching) return undefined;
      this.#go({ ...searching, searching: false });
      throw error;
    }
  }

  #chooseClinic(clinic: ClinicSummary): void {
    this.#draft({ clinic });
    const consentNeeded = this.#consentDemanded || this.#me?.kind === 'municipal-employee';
    this.#go(clinic.open ? { step: 'ready', clinic, consentNeeded } : { step: 'closed', clinic });
  }

  #pollLater(clinicId: string): void {
    this.#cancelTimer = this.#client.clock.after(POLL, () => {
      const asked = this.#step;
      const settle = (clinic?: ClinicSummary): void => {
        if (this.#step !== asked) return;
        if (clinic === undefined) this.#pollLater(clinicId);
        else this.#chooseClinic(clinic);
      };
      this.#client.request('clinics.get', { id: clinicId, background: true }).then(settle, () => {
        settle();
      });
    });
  }

  #hearOpening(clinicId: string, opening: Opening): void {
    const step = this.#step;
    if ((step.step !== 'closed' && step.step !== 'ready') || step.clinic.id !== clinicId) return;
    const { open, message, delayMinutes, phone } = opening;
    const clinic = patched(step.clinic, { open, message, delayMinutes, phone });
    const key = this.#joinKey;
    this.#chooseClinic(clinic);
    this.#joinKey = key;
  }

  // --- in the queue ---

  async #resume(run: number): Promise<boolean> {
    const { visits } = await this.#client.request('visits.list');
    const visit = run === this.#run ? pickVisit(visits, this.#options) : undefined;
    if (visit === undefined) return false;
    // A guest taps again: a browser gives no sound to a page that nobody has touched.
    this.#entered = visit.state === 'in-consultation' && this.#me?.kind !== 'guest';
    this.#show(visit);
    return true;
  }

  async #join(): Promise<void> {
    const ready = this.#step;
    const me = this.#me;
    if (ready.step !== 'ready' || me === undefined) return;
    const { draft } = this.#base;
    if (ready.consentNeeded && draft.consentId === undefined) throw new ProblemError('consent-required');
    this.#joinKey ??= randomId();
    const run = this.#run;
    this.#go({ step: 'joining', clinic: ready.clinic });
    try {
      const body = joinRequest(draft, ready.clinic.id, me);
      const visit = await this.#client.request('visits.join', { body, idempotencyKey: this.#joinKey });
      if (run !== this.#run) return;
      this.#joinKey = undefined;
      this.#entered = false;
      this.#show(this.#heard.get(visit.id) ?? visit);
    } catch (error) {
      if (run === this.#run) await this.#joinFailed(error, ready, run);
    }
  }

  async #joinFailed(error: unknown, ready: Extract<JoinStep, { step: 'ready' }>, run: number): Promise<void> {
    const { code } = toFailure(error);
    // A refusal is an answer: the next attempt is a new one.
    if (!isPassing(code)) this.#joinKey = undefined;
    if (code === 'consent-not-found') this.#draft({ consentId: undefined });
    this.#consentDemanded ||= code === 'consent-required';
    if (code === 'already-waiting' && (await this.#resume(run).catch(() => false))) return;
    if (run !== this.#run) return;
    this.#go({ ...ready, consentNeeded: ready.consentNeeded || this.#consentDemanded });
    if (code === 'clinic-closed') {
      const clinic = await this.#client.request('clinics.get', { id: ready.clinic.id });
      if (run !== this.#run) return;
      this.#chooseClinic(clinic);
      if (!clinic.open) return;
    }
    throw error;
  }

  #show(visit: JoinerVisit): void {
    const before = this.#step;
    const step = stepFor(visit, this.#entered);
    if (step === 'waiting') {
      this.#entered = false;
      const wasReleased = before.step === 'waiting' && before.released;
      const released = before.step === 'called' || before.step === 'in-call' || wasReleased;
      this.#go({ step, visit, released });
    } else this.#go({ step, visit });
    const isNew = before.step !== 'waiting' && before.step !== 'called';
    if (isNew && (step === 'waiting' || step === 'called')) this.#options.onWaiting?.(visit);
  }

  #shown(): JoinerVisit | undefined {
    const step = this.#step;
    return step.step === 'waiting' || step.step === 'called' || step.step === 'in-call'
      ? step.visit
      : undefined;
  }

  #enter(): void {
    const visit = this.#shown();
    if (this.#step.step !== 'called' || visit === undefined) return;
    this.#entered = true;
    this.#show(visit);
  }

  async #leave(): Promise<void> {
    const visit = this.#shown();
    if (visit === undefined) return;
    if (this.#step.step === 'in-call') {
      // Out of the room only: the clinician ends the visit, and one may go in again.
      this.#entered = false;
      this.#show(visit);
      return;
    }
    const run = this.#run;
    const left = await this.#client.request('visits.leave', { id: visit.id });
    if (run === this.#run) this.#show(left);
  }

  #hear(event: SequencedEvent): void {
    if (event.type === 'opening') this.#hearOpening(event.clinicId, event.opening);
    if (event.type === 'visit') this.#hearVisit(event.visit);
    if (event.type !== 'snapshot') return;
    for (const visit of event.visits) this.#hearVisit(visit);
    const shown = this.#shown();
    if (shown !== undefined && !event.visits.some(({ id }) => id === shown.id)) void this.#lookUp(shown);
  }

  #hearVisit(visit: VisitView): void {
    if (visit.view !== 'joiner') return;
    this.#heard.set(visit.id, visit);
    if (visit.id === this.#shown()?.id) this.#show(visit);
  }

  /** It was over before the stream came back. */
  async #lookUp({ id }: JoinerVisit): Promise<void> {
    const run = this.#run;
    try {
      const visit = await this.#client.request('visits.get', { id });
      if (run === this.#run) this.#hearVisit(visit);
    } catch (error) {
      if (run === this.#run && toFailure(error).code === 'visit-not-found') await this.#restart();
    }
  }
}

/**
 * The flow of somebody who queues: from login over clinic and consent to the room, resumed wherever the server says it
 * is. It starts at once; dispose it when the page is done with it.
 */
export const createJoinStore = (
  client: VenterumClient,
  options: JoinStoreOptions = {},
): Store<JoinState, JoinCommand> => new JoinStore(client, options);
