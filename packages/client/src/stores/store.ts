/** A store outside the DOM: what is true now, and what can be asked. It never shows what the source has not confirmed. */
export interface Store<State, Command> {
  /** The state now; the same object until something changes. */
  getState(): State;
  /** Calls the listener after every change, not at once; the answer ends it. */
  subscribe(listener: (state: State) => void): () => void;
  /** Asks for something. Settles when it is done or has failed; a failure is in the state, never thrown. */
  dispatch(command: Command): Promise<void>;
  /** Lets go of streams, timers and devices. Safe to call twice. */
  dispose(): void;
}
