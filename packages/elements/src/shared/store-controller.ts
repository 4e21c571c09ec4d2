import type { Store } from '@venterum/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a {@link StoreController} needs to know. */
export interface StoreOptions<State, Command> {
  /** What the store is made from; a change of any makes a new one. */
  readonly inputs: () => readonly unknown[];
  /** Makes a store, or `undefined` while an input is missing. It is disposed of when the element goes. */
  readonly create: () => Store<State, Command> | undefined;
  /** A store brought by the integrator: used instead, and never disposed of here. */
  readonly injected?: () => Store<State, Command> | undefined;
  /** How long the element may be out of the document before its store is disposed of, in milliseconds. Default: no longer than a move takes. */
  readonly moveMilliseconds?: number;
  /** After every change, before it is rendered. `previous` is missing for a new store. */
  readonly changed?: (state: State, previous: State | undefined) => void;
}

const same = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((value, index) => Object.is(value, right[index]));

interface Current<State, Command> {
  readonly store: Store<State, Command>;
  readonly owned: boolean;
  readonly unsubscribe: () => void;
}

/** Makes a store when its inputs are ready, follows it, and lets go of it when the element is gone; a move in the DOM keeps it. */
export class StoreController<State, Command> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: StoreOptions<State, Command>;
  #current: Current<State, Command> | undefined;
  #inputs: readonly unknown[] = [];
  #state: State | undefined;

  constructor(host: ReactiveControllerHost & Element, options: StoreOptions<State, Command>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The state now, or `undefined` without a store. */
  get state(): State | undefined {
    return this.#current?.store.getState();
  }

  /** The store in use. */
  get store(): Store<State, Command> | undefined {
    return this.#current?.store;
  }

  /** Asks the store for something; without a store nothing happens. */
  async dispatch(command: Command): Promise<void> {
    await this.#current?.store.dispatch(command);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const injected = this.#options.injected?.();
    const inputs = [injected, ...this.#options.inputs()];
    if (this.#current !== undefined && same(inputs, this.#inputs)) return;
    this.#release();
    this.#inputs = inputs;
    const store = injected ?? this.#options.create();
    if (store !== undefined) this.#use(store, injected === undefined);
  }

  hostDisconnected(): void {
    // A move in the DOM disconnects and connects in one go: a place in the queue and a call must survive it.
    const { moveMilliseconds } = this.#options;
    const check = (): void => {
      if (!this.#host.isConnected) this.#release();
    };
    if (moveMilliseconds === undefined) queueMicrotask(check);
    else setTimeout(check, moveMilliseconds);
  }

  #use(store: Store<State, Command>, owned: boolean): void {
    const unsubscribe = store.subscribe(() => {
      this.#tell(store.getState());
      this.#host.requestUpdate();
    });
    this.#current = { store, owned, unsubscribe };
    this.#tell(store.getState());
  }

  #tell(state: State): void {
    const previous = this.#state;
    if (Object.is(state, previous)) return;
    this.#state = state;
    this.#options.changed?.(state, previous);
  }

  #release(): void {
    this.#current?.unsubscribe();
    if (this.#current?.owned === true) this.#current.store.dispose();
    this.#current = undefined;
    this.#state = undefined;
  }
}
