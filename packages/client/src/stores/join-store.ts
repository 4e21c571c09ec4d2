import type { LoginProvider, Principal } from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { instantOf } from '../instant-of.ts';
import { toFailure } from '../problem-error.ts';
import type { SessionState } from '../session/session-state.ts';
import type { Failure } from './failure.ts';
import { JoinFlow } from './join-flow.ts';
import type { JoinStoreOptions } from './join-options.ts';
import { JoinPlace } from './join-place.ts';
import { JoinQueue } from './join-queue.ts';
import { draftFrom, isNewPlace } from './join-rules.ts';
import type { JoinCommand, JoinState, JoinStep } from './join-state.ts';
import { isPassing, providersFor } from './sign-in.ts';
import type { Store } from './store.ts';

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
  readonly #flow: JoinFlow;
  readonly #place: JoinPlace;
  readonly #queue: JoinQueue;
  #providers: readonly LoginProvider[] = [];
  #failedCommand: JoinCommand | undefined;
  #redeeming = false;
  #started: Promise<void>;
  #unlisten: (() => void) | undefined;
  readonly #unfollow: () => void;

  constructor(client: VenterumClient, options: JoinStoreOptions) {
    this.#flow = new JoinFlow(client, options);
    this.#place = new JoinPlace(this.#flow);
    this.#queue = new JoinQueue(this.#flow, this.#place, () => void this.#restart());
    this.#unfollow = client.session.subscribe((state) => {
      this.#followSession(state);
    });
    this.#started = this.#start();
  }

  getState(): JoinState {
    return this.#flow.cell.get();
  }

  subscribe(listener: (state: JoinState) => void): () => void {
    return this.#flow.cell.subscribe(listener);
  }

  async dispatch(command: JoinCommand): Promise<void> {
    const { run } = this.#flow;
    this.#flow.patch({ failure: undefined });
    if (command.type !== 'retry') this.#failedCommand = undefined;
    try {
      // The mapped type pairs each command with its handler; an index by the union loses the pairing.
      await (this.#handlers[command.type] as (command: JoinCommand) => Promise<void> | void)(command);
    } catch (error) {
      if (run !== this.#flow.run) return;
      this.#failedCommand = command;
      this.#flow.patch({ failure: toFailure(error) });
    }
  }

  dispose(): void {
    this.#flow.run += 1;
    this.#flow.cancelTimer();
    this.#unlisten?.();
    this.#unfollow();
  }

  readonly #handlers: Handlers = {
    'sign-in': ({ providerId }) => this.#enter(() => this.#flow.client.session.signIn(providerId)),
    redeem: (command) => this.#redeem(command),
    decline: () => this.#decline(),
    'find-own-clinic': (command) => this.#place.findOwn(command),
    'use-cpr': () => this.#place.askWho('cpr'),
    'use-clinic-search': () => this.#place.askWho('clinic'),
    'search-clinics': ({ search }) => this.#place.search(search),
    'choose-clinic': ({ clinic }) => this.#place.choose(clinic),
    'set-reason': ({ reason }) => this.#flow.draft({ reason }),
    'set-consent': (command) => this.#setConsent(command),
    back: () => this.#place.back(),
    join: () => this.#queue.join(),
    enter: () => this.#queue.enter(),
    leave: () => this.#queue.leave(),
    restart: () => this.#restart(),
    'stay-signed-in': async () => {
      await this.#flow.client.session.stay();
      this.#place.keepWatching();
    },
    'sign-out': () => this.#flow.client.session.signOut(),
    retry: () => this.#retry(),
  };

  async #start(resume = true): Promise<void> {
    const flow = this.#flow;
    flow.run += 1;
    const { run, client } = flow;
    if (flow.step.step !== 'unavailable') flow.go({ step: 'starting' });
    try {
      const { support, providers } = await client.config();
      this.#providers = providers;
      flow.patch({ support });
      const me = await client.session.ensure();
      if (run !== flow.run) return;
      this.#begin(me);
      const isNew = isNewPlace(this.#redeeming, client.session.getState());
      const isResumed = resume && (await this.#queue.resume(run, { isNew }));
      if (!isResumed && run === flow.run) await this.#place.find(me, run);
    } catch (error) {
      if (run === flow.run) this.#startFailed(toFailure(error));
    }
  }

  #begin(me: Principal): void {
    this.#flow.me = me;
    this.#flow.patch({ kind: me.kind, failure: undefined });
    this.#unlisten ??= this.#flow.client.events().listen({
      event: (event) => {
        if (event.type === 'opening') this.#place.hearOpening(event.clinicId, event.opening);
        this.#queue.hear(event);
      },
      offline: (offlineSince) => {
        this.#flow.patch({ offlineSince });
      },
    });
  }

  #startFailed(failure: Failure): void {
    const session = this.#flow.client.session.getState();
    if (session.status === 'ended') this.#flow.go({ step: 'session-ended', reason: session.reason });
    else if (session.status === 'signed-out') this.#goSignedOut();
    else if (this.#isInvitation && !isPassing(failure.code)) this.#goDead(failure);
    else this.#goUnavailable(failure);
  }

  /** A link that is refused is dead: there is nothing to try again. */
  #goDead(failure: Failure): void {
    this.#goInvited(false);
    this.#flow.patch({ failure });
  }

  #goUnavailable(failure: Failure): void {
    const { step, client } = this.#flow;
    const retries = isPassing(failure.code);
    const since = step.step === 'unavailable' ? step.since : instantOf(client.clock);
    this.#flow.go({ step: 'unavailable', since, retries });
    this.#flow.patch({ failure });
    if (retries) this.#flow.later(START_AGAIN, () => void this.#startAnew());
  }

  #startAnew(resume = true): Promise<void> {
    this.#started = this.#start(resume);
    return this.#started;
  }

  #goSignedOut(): void {
    const providers = providersFor(this.#providers, (kind) => kind !== 'clinic-staff' && kind !== 'guest');
    if (this.#isInvitation) this.#goInvited(false);
    else this.#flow.go({ step: 'signed-out', providers });
  }

  get #isInvitation(): boolean {
    return this.#flow.client.session.kind === 'invitation';
  }

  #goInvited(redeeming: boolean): void {
    this.#flow.go({ step: 'invited', byCode: this.#flow.client.session.asksCode, redeeming });
  }

  #followSession(state: SessionState): void {
    const flow = this.#flow;
    if (state.status === 'active') {
      flow.patch({ sessionEndsAt: state.endsAt });
      if (outside.includes(flow.step.step)) void this.#startAnew();
    } else if (state.status === 'signing-in') flow.go({ step: 'signing-in' });
    else if (flow.me !== undefined && (state.status === 'ended' || state.status === 'signed-out')) {
      flow.forget();
      this.#queue.forget();
      this.#failedCommand = undefined;
      this.#startFailed({ code: 'session-ended' });
    }
  }

  async #enter(session: () => Promise<unknown>): Promise<void> {
    try {
      await session();
    } catch (error) {
      this.#startFailed(toFailure(error));
      throw error;
    }
    await this.#started;
  }

  async #redeem({ name, code }: CommandOf<'redeem'>): Promise<void> {
    this.#goInvited(true);
    this.#redeeming = true;
    try {
      await this.#flow.client.session.redeem(name, code);
      await this.#started;
    } catch (error) {
      this.#goInvited(false);
      throw error;
    } finally {
      this.#redeeming = false;
    }
  }

  async #setConsent({ consentId, recording }: CommandOf<'set-consent'>): Promise<void> {
    const { step, base } = this.#flow;
    this.#flow.draft({ consentId, recording });
    if (step.step !== 'joining' || !base.draft.recording) return;
    this.#flow.go({ ...step, step: 'ready' });
    if (consentId !== undefined) await this.dispatch({ type: 'join' });
  }

  async #decline(): Promise<void> {
    await this.#flow.client.session.decline();
    this.#flow.go({ step: 'declined' });
  }

  async #retry(): Promise<void> {
    const command = this.#failedCommand;
    this.#failedCommand = undefined;
    if (this.#flow.step.step === 'session-ended') await this.#enter(() => this.#flow.client.session.renew());
    else if (command !== undefined && command.type !== 'retry') await this.dispatch(command);
    else await this.#startAnew();
  }

  #restart(): Promise<void> {
    this.#queue.forget();
    this.#flow.draft({ ...draftFrom(this.#flow.options), clinic: undefined, consentId: undefined });
    return this.#startAnew(false);
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
