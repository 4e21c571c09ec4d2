/** One value with listeners: what every store is built on. */
export interface Cell<Value> {
  get(): Value;
  /** Calls every listener, unless it is the same value. */
  set(value: Value): void;
  subscribe(listener: (value: Value) => void): () => void;
}

/** Makes a cell. */
export const createCell = <Value>(initial: Value): Cell<Value> => {
  let current = initial;
  const listeners = new Set<(value: Value) => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener(current);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
