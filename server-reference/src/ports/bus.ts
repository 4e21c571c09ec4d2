import type { DomainEvent } from './domain-event.ts';

/** Carries committed events to whoever shows or forwards them. */
export interface Bus {
  publish(events: readonly DomainEvent[]): void;
  /** Hears every batch; the answer ends it. A listener that throws does not disturb the others. */
  subscribe(listener: (events: readonly DomainEvent[]) => void): () => void;
}
