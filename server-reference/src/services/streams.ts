import type { ClinicId, Principal, PrincipalId, SessionEnd, StreamEvent } from '@venterum/contract';
import type { Bus } from '../ports/bus.ts';
import type { ServerClock } from '../ports/clock.ts';
import type { DomainEvent } from '../ports/domain-event.ts';
import type { EventSink } from '../ports/event-sink.ts';
import type { Ids } from '../ports/ids.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { DataStore } from '../ports/store.ts';
import { bufferedBytesLimit, type Audience, type Connection } from './audience.ts';
import { Audiences } from './audiences.ts';
import type { Caller } from './caller.ts';
import { SessionWatch } from './session-watch.ts';
import type { Sessions } from './sessions.ts';
import { StreamChanges } from './stream-changes.ts';
import { StreamViews } from './stream-views.ts';

/** What streams need. */
export interface StreamParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly store: DataStore;
  readonly bus: Bus;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  /** Somebody on the joining side opened their first stream, or closed their last. */
  readonly present: (principal: Principal, here: boolean) => void;
  readonly fault: (error: unknown) => void;
}

/** A stream somebody asks for. */
export interface StreamRequest {
  readonly caller: Caller;
  /** For members: which clinic. Whether they are members is decided before. */
  readonly clinicId?: ClinicId;
  readonly lastEventId?: string;
  readonly sink: EventSink;
}

const pingSeconds = 15;
const retryMilliseconds = 5000;

/** What somebody is told about the wait is never older. */
const estimateSeconds = 60;

/** All open event streams: who hears what, and whose time is up. */
export class Streams {
  readonly #parts: StreamParts;
  readonly #audiences: Audiences;
  readonly #views: StreamViews;
  readonly #unsubscribe: () => void;
  readonly #watch: SessionWatch;
  #changes = new StreamChanges();
  #scheduled = false;
  /** One thing after the other, so that a snapshot and the events after it fit together. */
  #tail: Promise<void> = Promise.resolve();
  #opened = 0;
  #seconds = 0;
  #guests = 0;
  #open = 0;

  constructor(parts: StreamParts) {
    this.#parts = parts;
    this.#watch = new SessionWatch(parts);
    this.#audiences = new Audiences(() => parts.ids.id());
    this.#views = new StreamViews({
      ...parts,
      audiences: this.#audiences,
      push: (audience, event) => {
        this.#push(audience, event);
      },
      hasGuests: () => this.#guests > 0,
    });
    this.#unsubscribe = parts.bus.subscribe((events) => {
      this.#hear(events);
    });
  }

  /** Whether somebody's page is there. */
  isPresent(principalId: PrincipalId): boolean {
    return (this.#audiences.principal(principalId)?.connections.size ?? 0) > 0;
  }

  /** How many streams are open. */
  get openCount(): number {
    return this.#open;
  }

  /** Starts a stream: from where it was left, or with a snapshot. */
  open(request: StreamRequest): Promise<void> {
    return this.#inTurn(() => this.#attach(request));
  }

  /** Once a second: pings, warnings, ends of sessions, waits that go on, and forgetting what nobody comes back for. */
  tick(): void {
    this.#seconds += 1;
    for (const audience of this.#audiences) {
      for (const connection of audience.connections) this.#tend(audience, connection);
    }
    this.#audiences.forgetLeft(Date.parse(this.#parts.clock.now()));
    if (this.#seconds % estimateSeconds !== 0) return;
    for (const clinicId of this.#views.clinicsWaitedAt) this.#changes.queues.add(clinicId);
    if (this.#changes.queues.size > 0) this.#schedule();
  }

  /** Ends every stream, telling each reader to come back at a time of its own. */
  dispose(): void {
    this.#unsubscribe();
    for (const { connections } of this.#audiences) {
      for (const { sink } of [...connections]) {
        sink.write(this.#retry());
        sink.close();
      }
    }
    this.#audiences.clear();
  }

  /** Settles when everything heard so far is written. */
  settled(): Promise<void> {
    return this.#inTurn(() => Promise.resolve());
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(this.#parts.fault);
    return turn;
  }

  #hear(events: readonly DomainEvent[]): void {
    for (const event of events) {
      if (event.kind === 'session-ended') this.#endSession(event.sessionId, event.reason);
      if (this.#changes.note(event)) this.#schedule();
    }
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    void this.#inTurn(() => this.#flush());
  }

  async #flush(): Promise<void> {
    const changes = this.#changes;
    this.#changes = new StreamChanges();
    this.#scheduled = false;
    if (this.#audiences.isEmpty) return;
    await this.#views.tell(changes);
  }

  #push(audience: Audience, event: StreamEvent): void {
    for (const { sink } of audience.push(event)) this.#drop(sink);
  }

  #drop(sink: EventSink): void {
    this.#parts.metrics.streamDropped();
    sink.close();
  }

  async #attach({ caller, clinicId, lastEventId, sink }: StreamRequest): Promise<void> {
    const audience = this.#audiences.open(
      clinicId === undefined ? { principalId: caller.principal.id } : { clinicId },
    );
    const missed = lastEventId === undefined ? undefined : audience.since(lastEventId);
    const first = missed ?? (await this.#afresh(audience, { caller, lastEventId, clinicId }));
    const buffered = sink.write(this.#retry() + first.join(''));
    this.#join(audience, { sink, session: caller.session, phase: this.#opened++ % pingSeconds });
    if (buffered > bufferedBytesLimit) this.#drop(sink);
  }

  async #afresh(
    audience: Audience,
    {
      caller,
      clinicId,
      lastEventId,
    }: Pick<StreamRequest, 'caller'> & {
      readonly clinicId: ClinicId | undefined;
      readonly lastEventId: string | undefined;
    },
  ): Promise<readonly string[]> {
    const snapshot = await this.#views.snapshot(caller.principal, clinicId);
    const reset = lastEventId === undefined ? [] : [audience.here({ type: 'reset' })];
    return [...reset, audience.here(snapshot)];
  }

  #join(audience: Audience, connection: Connection): void {
    const { principal } = connection.session;
    const joiner = audience === this.#audiences.principal(principal.id);
    audience.connections.add(connection);
    audience.emptySince = undefined;
    if (principal.kind === 'guest') this.#guests += 1;
    if (joiner && audience.connections.size === 1) this.#parts.present(principal, true);
    this.#count(1);
    connection.sink.onClose(() => {
      audience.connections.delete(connection);
      if (principal.kind === 'guest') this.#guests -= 1;
      this.#count(-1);
      if (audience.connections.size > 0) return;
      audience.emptySince = Date.parse(this.#parts.clock.now());
      if (joiner) this.#parts.present(principal, false);
    });
  }

  #tend(audience: Audience, connection: Connection): void {
    const { sink, phase } = connection;
    if (this.#seconds % pingSeconds === phase && sink.write(': ping\n\n') > bufferedBytesLimit)
      this.#drop(sink);
    this.#watch.tend(audience, connection);
  }

  #endSession(sessionId: string, reason: SessionEnd): void {
    for (const audience of this.#audiences) {
      for (const { session, sink } of [...audience.connections]) {
        if (session.id !== sessionId) continue;
        sink.write(audience.aside({ type: 'session-ended', reason }));
        sink.close();
      }
    }
  }

  #retry(): string {
    return `retry: ${String(this.#parts.ids.jitter(retryMilliseconds))}\n\n`;
  }

  #count(change: 1 | -1): void {
    this.#open += change;
    this.#parts.metrics.streams(this.#open);
  }
}
