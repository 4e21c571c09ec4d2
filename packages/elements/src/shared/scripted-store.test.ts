import type { Store } from '@venterum/client';

/** A store that says what a test tells it to, and remembers what it was asked. */
export class ScriptedStore<State, Command> implements Store<State, Command> {
  readonly commands: Command[] = [];
  disposed = false;
  #state: State;
  readonly #listeners = new Set<(state: State) => void>();

  constructor(state: State) {
    this.#state = state;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  getState(): State {
    return this.#state;
  }

  subscribe(listener: (state: State) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispatch(command: Command): Promise<void> {
    this.commands.push(command);
    return Promise.resolve();
  }

  dispose(): void {
    this.disposed = true;
  }

  /** The next state, as if the source had confirmed it. */
  set(state: State): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
