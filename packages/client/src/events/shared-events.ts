import type { Instant, SequencedEvent } from '@venterum/contract';

/** One connection to `GET /v1/events` for the whole page, whoever listens. */
export interface SharedEvents {
  /**
   * Hears every event from now on, beginning with the latest snapshot when there is one.
   * The connection opens with the first listener and closes with the last.
   */
  listen(listener: EventListenerSet): () => void;
}

/** What a listener hears. */
export interface EventListenerSet {
  event(event: SequencedEvent): void;
  /** The connection was lost at this moment, or is back (`undefined`). */
  offline?(since: Instant | undefined): void;
}
