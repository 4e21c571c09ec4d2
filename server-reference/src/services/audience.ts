import type { StreamEvent, VisitId } from '@venterum/contract';
import type { EventSink } from '../ports/event-sink.ts';
import type { SessionRecord } from '../ports/records.ts';

/** Unread bytes beyond which a client is dropped; it comes back and resumes. */
export const bufferedBytesLimit = 1024 * 1024;

/** One open event stream. */
export interface Connection {
  readonly sink: EventSink;
  readonly session: SessionRecord;
  /** Spreads pings over the seconds. */
  readonly phase: number;
  /** The end of the session the reader was warned of. */
  warnedOf?: number;
  /** Whether the session may end is being found out. */
  isLookedAt?: boolean;
}

/** What was said, in as many places of the stream as it was said in. */
interface Said {
  event: StreamEvent;
  places: number;
}

interface Sent {
  readonly seq: number;
  readonly said: Said;
}

const frame = (event: StreamEvent, seq: number): string =>
  `event: ${event.type}\ndata: ${JSON.stringify({ ...event, seq })}\n\n`;

/**
 * Everybody who sees the same events: a clinic's members, or one joining principal.
 * Each event is written out once, whoever reads it, and kept for those who come back. Of a visit only the latest view
 * is kept, in every place an earlier one had: nobody is told again what is no longer theirs to know.
 */
export class Audience {
  readonly key: string;
  readonly connections = new Set<Connection>();
  /** When the last reader left, in milliseconds. */
  emptySince: number | undefined;
  readonly #stream: string;
  readonly #limit: number;
  readonly #sent: Sent[] = [];
  readonly #views = new Map<VisitId, Said>();
  #seq = 0;

  constructor(options: { readonly key: string; readonly stream: string; readonly limit: number }) {
    this.key = options.key;
    this.#stream = options.stream;
    this.#limit = options.limit;
  }

  /** Writes an event to everybody; answers who did not read and has to go. */
  push(event: StreamEvent): readonly Connection[] {
    this.#seq += 1;
    const text = this.#text(event, this.#seq);
    this.#sent.push({ seq: this.#seq, said: this.#said(event) });
    if (this.#sent.length > this.#limit) this.#forget(this.#sent.shift());
    return [...this.connections].filter(({ sink }) => sink.write(text) > bufferedBytesLimit);
  }

  /** An event that tells one reader where the stream is now, without taking a place in it. */
  here(event: StreamEvent): string {
    return this.#text(event, this.#seq);
  }

  /** An event about one connection only: no place in the stream, so no id. */
  aside(event: StreamEvent): string {
    return frame(event, this.#seq);
  }

  /** What came after an event id; `undefined` when that cannot be told any more. */
  since(eventId: string): readonly string[] | undefined {
    const split = eventId.lastIndexOf('-');
    if (eventId.slice(0, split) !== this.#stream || !/^\d{1,15}$/.test(eventId.slice(split + 1)))
      return undefined;
    const seq = Number(eventId.slice(split + 1));
    const oldest = this.#sent[0]?.seq ?? this.#seq + 1;
    if (seq > this.#seq || seq < oldest - 1) return undefined;
    return this.#sent.filter((one) => one.seq > seq).map((one) => this.#text(one.said.event, one.seq));
  }

  #said(event: StreamEvent): Said {
    const known = event.type === 'visit' ? this.#views.get(event.visit.id) : undefined;
    const said = known ?? { event, places: 0 };
    said.event = event;
    said.places += 1;
    if (event.type === 'visit') this.#views.set(event.visit.id, said);
    return said;
  }

  #forget(sent: Sent | undefined): void {
    if (sent === undefined) return;
    const { said } = sent;
    said.places -= 1;
    if (said.places === 0 && said.event.type === 'visit') this.#views.delete(said.event.visit.id);
  }

  #text(event: StreamEvent, seq: number): string {
    return `id: ${this.#stream}-${String(seq)}\n${frame(event, seq)}`;
  }
}
