/** Rows by key, as a transaction sees and changes them. */
export interface Rows<T> {
  get(key: string): T | undefined;
  values(): Iterable<T>;
  set(key: string, row: T): void;
  delete(key: string): void;
}

/** A table whose changes inside a unit of work are kept apart until it commits. */
export class MemoryTable<T> implements Rows<T> {
  readonly #rows = new Map<string, T>();

  get(key: string): T | undefined {
    return this.#rows.get(key);
  }

  values(): Iterable<T> {
    return this.#rows.values();
  }

  set(key: string, row: T): void {
    this.#rows.set(key, row);
  }

  delete(key: string): void {
    this.#rows.delete(key);
  }
}

/** The changes of one unit of work, laid over a table. */
export class MemoryOverlay<T> implements Rows<T> {
  readonly #base: Rows<T>;
  readonly #changes = new Map<string, T | undefined>();

  constructor(base: Rows<T>) {
    this.#base = base;
  }

  get(key: string): T | undefined {
    return this.#changes.has(key) ? this.#changes.get(key) : this.#base.get(key);
  }

  *values(): Iterable<T> {
    if (this.#changes.size === 0) {
      yield* this.#base.values();
      return;
    }
    const changed = new Set<T>();
    for (const key of this.#changes.keys()) {
      const row = this.#base.get(key);
      if (row !== undefined) changed.add(row);
    }
    for (const row of this.#base.values()) if (!changed.has(row)) yield row;
    for (const row of this.#changes.values()) if (row !== undefined) yield row;
  }

  set(key: string, row: T): void {
    this.#changes.set(key, row);
  }

  delete(key: string): void {
    this.#changes.set(key, undefined);
  }

  /** Makes the changes real. */
  commit(): void {
    for (const [key, row] of this.#changes) {
      if (row === undefined) this.#base.delete(key);
      else this.#base.set(key, row);
    }
  }
}
