import type { LoginProvider, SequencedEvent } from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { toFailure } from '../problem-error.ts';
import { randomId } from '../random-id.ts';
import { createCell } from './cell.ts';
import { ClinicListener } from './clinic-listener.ts';
import type { Failure } from './failure.ts';
import { patched, type Patch } from './patched.ts';
import { QueueList } from './queue-list.ts';
import type {
  ClinicAct,
  LookUpCommand,
  QueueBase,
  QueueCommand,
  QueueFound,
  QueueState,
  VisitAct,
} from './queue-state.ts';
import { isPassing, providersFor } from './sign-in.ts';
import type { Store } from './store.ts';

/** Which clinic. */
export interface QueueStoreOptions {
  /** Default: the first that the signed-in person is a member of. */
  readonly clinicId?: string | undefined;
}

type StateWith<Status extends QueueState['status']> = Extract<QueueState, { readonly status: Status }>;
type QueueStep = {
  readonly [S in QueueState['status']]: Omit<StateWith<S>, keyof QueueBase>;
}[QueueState['status']];
type CommandOf<Type extends QueueCommand['type']> = Extract<QueueCommand, { readonly type: Type }>;
type OwnCommand = Exclude<QueueCommand, LookUpCommand | VisitAct | ClinicAct>;
type Handlers = { readonly [Type in OwnCommand['type']]: (command: CommandOf<Type>) => Promise<unknown> };

/** Rarely asked for: fetched when it is. */
const lookUps = () => import('./queue-lookups.ts');

/** Not needed to show the list: fetched once it is there. */
const acts = () => import('./queue-acts.ts');

const isOwn = (command: QueueCommand, handlers: Handlers): command is OwnCommand =>
  Object.hasOwn(handlers, command.type);
const isVisitAct = (command: QueueCommand): command is VisitAct => 'visitId' in command;
const isClinicAct = (command: QueueCommand): command is ClinicAct => command.type.endsWith('-all');

class QueueStore implements Store<QueueState, QueueCommand> {
  readonly #client: VenterumClient;
  readonly #clinic: ClinicListener;
  readonly #cell = createCell<QueueState>({ status: 'starting' });
  #base: QueueBase = {};
  #step: QueueStep = { status: 'starting' };
  #list: QueueList | undefined;
  #providers: readonly LoginProvider[] = [];
  #busy: ReadonlySet<string> = new Set();
  #openingBusy = false;
  #found: QueueFound = {};
  /** Something has been heard that is not shown yet. */
  #isStale = false;
  readonly #callKeys = new Map<string, string>();
  #failedCommand: QueueCommand | undefined;

  constructor(client: VenterumClient, { clinicId }: QueueStoreOptions) {
    this.#client = client;
    this.#clinic = new ClinicListener(client, {
      clinicId,
      begun: (me, { providers, support }) => {
        this.#providers = providers;
        this.#list = new QueueList(me);
        this.#patch({ support, failure: undefined });
        void acts().catch(() => undefined);
      },
      event: (event) => this.#hear(event),
      offline: (since) => this.#offline(since),
      failed: (error) => this.#startFailed(toFailure(error)),
      ended: () => this.#forget(),
      session: (session) => {
        this.#patch({ sessionEndsAt: session.status === 'active' ? session.endsAt : undefined });
        if (session.status === 'signing-in') this.#go({ status: 'signing-in' });
      },
    });
    void this.#clinic.start();
  }

  getState(): QueueState {
    return this.#cell.get();
  }

  subscribe(listener: (state: QueueState) => void): () => void {
    return this.#cell.subscribe(listener);
  }

  async dispatch(command: QueueCommand): Promise<void> {
    const list = this.#list;
    this.#patch({ failure: undefined });
    if (command.type !== 'retry') this.#failedCommand = undefined;
    try {
      await this.#run(command);
    } catch (error) {
      const wasForgotten = list !== undefined && list !== this.#list;
      if (wasForgotten) return;
      this.#failedCommand = command;
      this.#patch({ failure: toFailure(error) });
    }
  }

  dispose(): void {
    this.#clinic.dispose();
  }

  #run(command: QueueCommand): Promise<unknown> {
    // The mapped type pairs each command with its handler; an index by the union loses the pairing.
    if (isOwn(command, this.#handlers))
      return (this.#handlers[command.type] as (command: QueueCommand) => Promise<unknown>)(command);
    if (isVisitAct(command)) return this.#change(command);
    return isClinicAct(command)
      ? this.#ofClinic(async (id) => (await acts()).changeQueue(this.#client, id, command))
      : this.#lookUp(command);
  }

  readonly #handlers: Handlers = {
    'sign-in': ({ providerId }) => this.#enter(() => this.#client.session.signIn(providerId)),
    'sign-out': () => this.#client.session.signOut(),
    'stay-signed-in': () => this.#client.session.stay(),
    'set-opening': ({ opening: body }) =>
      this.#ofClinic(async (id) => {
        this.#list?.hearOpening(await this.#client.request('clinics.opening', { id, body }));
      }),
    call: ({ visitId }) => this.#whileBusy(visitId, () => this.#call(visitId)),
    retry: () => this.#retry(),
  };

  // --- state ---

  #patch(patch: Patch<QueueBase>): void {
    this.#base = patched(this.#base, patch);
    this.#publish();
  }

  #go(step: QueueStep): void {
    this.#step = step;
    this.#publish();
  }

  #publish(): void {
    this.#cell.set({ ...this.#base, ...this.#step });
  }

  #showList(): void {
    const view = this.#list?.view();
    if (view !== undefined)
      this.#go({ ...view, ...this.#found, busy: this.#busy, openingBusy: this.#openingBusy });
  }

  /** Once for all that has come in one piece: when the first of 300 leaves, 299 move up. */
  #showSoon(): void {
    if (this.#isStale) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      this.#showList();
    });
  }

  #setBusy(visitId: string, isBusy: boolean): void {
    const others = [...this.#busy].filter((id) => id !== visitId);
    this.#busy = new Set(isBusy ? [...others, visitId] : others);
    this.#showList();
  }

  // --- beginning and end ---

  #startFailed(failure: Failure): void {
    const session = this.#client.session.getState();
    if (session.status === 'ended') this.#go({ status: 'session-ended', reason: session.reason });
    else if (session.status === 'signed-out') void this.#goSignedOut();
    else if (failure.code === 'forbidden' || failure.code === 'membership-required')
      this.#go({ status: 'forbidden' });
    else {
      this.#go({ status: 'unavailable' });
      this.#patch({ failure });
    }
  }

  async #goSignedOut(): Promise<void> {
    const { providers, support } = await this.#client.config();
    this.#base = patched(this.#base, { support });
    this.#go({ status: 'signed-out', providers: providersFor(providers, (kind) => kind === 'clinic-staff') });
  }

  /** The next person at this device sees nothing of the last. */
  #forget(): void {
    const { support } = this.#base;
    this.#base = patched<QueueBase>({}, { support });
    this.#list = this.#failedCommand = undefined;
    this.#busy = new Set();
    this.#openingBusy = false;
    this.#found = {};
    this.#callKeys.clear();
    this.#startFailed({ code: 'session-ended' });
  }

  async #enter(session: () => Promise<unknown>): Promise<void> {
    try {
      await session();
    } catch (error) {
      this.#startFailed(toFailure(error));
      throw error;
    }
    await this.#clinic.settled();
  }

  async #retry(): Promise<void> {
    const command = this.#failedCommand;
    this.#failedCommand = undefined;
    if (this.#step.status === 'session-ended') await this.#enter(() => this.#client.session.renew());
    else if (command !== undefined && command.type !== 'retry') await this.dispatch(command);
    else if (this.#step.status !== 'ready') await this.#clinic.start();
  }

  // --- the queue ---

  #offline(offlineSince: string | undefined): void {
    this.#patch({ offlineSince });
    if (offlineSince !== undefined && this.#step.status === 'starting') this.#go({ status: 'unavailable' });
  }

  #hear(event: SequencedEvent): void {
    const gone = this.#list?.hear(event) ?? [];
    // What was asked of a visit here is shown with its answer: a call is nobody else's for as long as that takes.
    if (event.type !== 'visit' || !this.#busy.has(event.visit.id)) this.#showSoon();
    for (const id of gone) void this.#refresh(id).catch(() => undefined);
  }

  async #refresh(id: string): Promise<void> {
    const list = this.#list;
    const visit = await this.#client.request('visits.get', { id });
    if (list === undefined || list !== this.#list || visit.view !== 'clinic') return;
    list.hearVisit(visit);
    this.#showList();
  }

  async #whileBusy(id: string, ask: () => Promise<void>): Promise<void> {
    if (this.#list === undefined || this.#busy.has(id)) return;
    this.#setBusy(id, true);
    try {
      await ask();
    } finally {
      this.#setBusy(id, false);
    }
  }

  #change(command: VisitAct): Promise<void> {
    const { visitId: id } = command;
    return this.#whileBusy(id, async () => {
      const { changeVisit } = await acts();
      const list = this.#list;
      const before = list?.timesHeard(id);
      const visit = await changeVisit(this.#client, command);
      if (list?.timesHeard(id) === before) list?.hearVisit(visit);
    });
  }

  async #call(id: string): Promise<void> {
    const list = this.#list;
    const before = list?.timesHeard(id);
    const idempotencyKey = this.#callKeys.get(id) ?? randomId();
    this.#callKeys.set(id, idempotencyKey);
    try {
      const { visit, access } = await this.#client.request('visits.call', { id, idempotencyKey });
      this.#callKeys.delete(id);
      list?.keepAccess(access);
      if (list?.timesHeard(id) === before) list?.hearVisit(visit);
    } catch (error) {
      if (!isPassing(toFailure(error).code)) this.#callKeys.delete(id);
      throw error;
    }
  }

  /** One of a kind at a time: `busy` has the command's type meanwhile. */
  #lookUp(command: LookUpCommand): Promise<void> {
    return this.#whileBusy(command.type, async () => {
      const list = this.#list;
      const id = list?.view()?.clinic.id;
      if (id === undefined) return;
      const { lookUp } = await lookUps();
      const found = await lookUp(this.#client, id, command);
      if (list === this.#list) this.#found = { ...this.#found, ...found };
    });
  }

  /** What concerns the whole clinic, one thing at a time. */
  async #ofClinic(ask: (clinicId: string) => Promise<unknown>): Promise<void> {
    const id = this.#list?.view()?.clinic.id;
    if (id === undefined || this.#openingBusy) return;
    this.#openingBusy = true;
    this.#showList();
    try {
      await ask(id);
    } finally {
      this.#openingBusy = false;
      this.#showList();
    }
  }
}

/** A clinic's waiting room: the live list, opening and closing, calling and ending. It starts at once. */
export const createQueueStore = (
  client: VenterumClient,
  options: QueueStoreOptions = {},
): Store<QueueState, QueueCommand> => new QueueStore(client, options);
