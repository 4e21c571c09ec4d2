import type { Bus } from '../../ports/bus.ts';
import type { DomainEvent } from '../../ports/domain-event.ts';

type Listener = (events: readonly DomainEvent[]) => void;

/** A bus within one process. */
export class MemoryBus implements Bus {
  readonly #listeners = new Set<Listener>();
  readonly #failed: (error: unknown) => void;

  /** `failed` hears what a listener threw. */
  constructor(failed: (error: unknown) => void = () => undefined) {
    this.#failed = failed;
  }

  publish(events: readonly DomainEvent[]): void {
    for (const listener of this.#listeners) {
      try {
        listener(events);
      } catch (error) {
        this.#failed(error);
      }
    }
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
