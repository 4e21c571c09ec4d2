import type { Instant, SequencedEvent } from '@venterum/contract';
import type { SessionKeeper } from '../session/session-keeper.ts';
import type { SessionState } from '../session/session-state.ts';
import { EventConnection, type ConnectionParts } from './event-connection.ts';
import { knownAfter, type KnownQueue } from './known-queue.ts';
import type { EventListenerSet, SharedEvents } from './shared-events.ts';

/** What a hub needs. */
export interface HubParts extends Pick<
  ConnectionParts,
  'address' | 'fetch' | 'clock' | 'random' | 'logger' | 'onWake'
> {
  readonly keeper: SessionKeeper;
}

/** One connection for all who listen, and what is known so far for those who come late. */
export class EventHub implements SharedEvents {
  readonly #parts: HubParts;
  readonly #listeners = new Set<EventListenerSet>();
  readonly #stopWatching: () => void;
  #connection: EventConnection | undefined;
  #known: KnownQueue | undefined;
  #offlineSince: Instant | undefined;
  #reader: string | undefined;
  #cancelClose: (() => void) | undefined;

  constructor(parts: HubParts) {
    this.#parts = parts;
    this.#stopWatching = parts.keeper.subscribe((state) => {
      this.#followSession(state);
    });
  }

  listen(listener: EventListenerSet): () => void {
    // A listener of its own each time, so that the same set may listen twice.
    const heard: EventListenerSet = {
      event: (event) => {
        listener.event(event);
      },
      offline: (since) => listener.offline?.(since),
    };
    this.#listeners.add(heard);
    this.#cancelClose?.();
    this.#cancelClose = undefined;
    this.#open();
    queueMicrotask(() => {
      if (!this.#listeners.has(heard)) return;
      if (this.#offlineSince !== undefined) heard.offline?.(this.#offlineSince);
      if (this.#known !== undefined) heard.event(this.#known.snapshot());
    });
    return () => {
      this.#listeners.delete(heard);
      // Not at once: an element that is moved in the page leaves and comes back in one breath.
      this.#cancelClose ??= this.#parts.clock.after(0, () => {
        this.#cancelClose = undefined;
        if (this.#listeners.size === 0) this.#close();
      });
    };
  }

  /** Closes for good. */
  dispose(): void {
    this.#stopWatching();
    this.#cancelClose?.();
    this.#listeners.clear();
    this.#close();
  }

  #open(): void {
    if (this.#connection !== undefined) return;
    const { keeper } = this.#parts;
    this.#connection = new EventConnection({
      ...this.#parts,
      token: () => keeper.token(),
      // Somebody opens a stream; that it comes back is nobody's doing.
      replace: (used, reason) => keeper.replace(used, { background: this.#known !== undefined, reason }),
      onEvent: (event, token) => {
        this.#hear(event, token);
      },
      onOffline: (since) => {
        this.#offlineSince = since;
        for (const listener of [...this.#listeners]) listener.offline?.(since);
      },
      onStopped: () => {
        this.#close();
      },
    });
    this.#connection.start();
  }

  #close(): void {
    this.#connection?.stop();
    this.#connection = this.#known = this.#offlineSince = undefined;
  }

  #hear(event: SequencedEvent, token: string): void {
    this.#known = knownAfter(this.#known, event);
    for (const listener of [...this.#listeners]) listener.event(event);
    if (event.type === 'session-ending') this.#parts.keeper.ending(event.endsAt);
    if (event.type === 'session-ended') {
      this.#close();
      this.#parts.keeper.ended(event.reason, token);
      const state = this.#parts.keeper.getState();
      this.#followSession(state);
      // On somebody's own screen the working day goes on.
      if (state.status === 'none' && event.reason === 'expired' && this.#listeners.size > 0) this.#open();
    }
  }

  #followSession(state: SessionState): void {
    if (state.status === 'ended' || state.status === 'signed-out') this.#close();
    if (state.status !== 'active') return;
    if (this.#reader !== undefined && this.#reader !== state.principal.id) this.#close();
    this.#reader = state.principal.id;
    if (this.#listeners.size > 0) this.#open();
  }
}
