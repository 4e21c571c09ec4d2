import type { Bus } from './bus.ts';
import type { DomainEvent } from './domain-event.ts';

/** What a unit of work wants to happen once it is durable. Shared by the store adapters. */
export class UnitEffects {
  readonly #events: DomainEvent[] = [];
  readonly #tasks: (() => void)[] = [];

  readonly emit = (event: DomainEvent): void => {
    this.#events.push(event);
  };

  readonly afterCommit = (task: () => void): void => {
    this.#tasks.push(task);
  };

  /** The unit is durable: publish and run. */
  release(bus: Bus): void {
    if (this.#events.length > 0) bus.publish(this.#events);
    for (const task of this.#tasks) task();
  }
}
