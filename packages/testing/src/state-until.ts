/** What can be read now and followed: a store or a room. */
interface Followed<State> {
  getState(): State;
  subscribe(listener: (state: State) => void): () => void;
}

/** Settles once the state fits. */
export const stateUntil = <State>(source: Followed<State>, fits: (state: State) => boolean): Promise<State> =>
  new Promise((resolve) => {
    let stop = (): void => undefined;
    const look = (): void => {
      const state = source.getState();
      if (!fits(state)) return;
      stop();
      resolve(state);
    };
    stop = source.subscribe(look);
    look();
  });
