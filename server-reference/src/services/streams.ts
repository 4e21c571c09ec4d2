import type {
  ClinicId,
  Principal,
  PrincipalId,
  SessionEnd,
  Snapshot,
  StreamEvent,
  Visit,
} from '@venterum/contract';
import type { Bus } from '../ports/bus.ts';
import type { ServerClock } from '../ports/clock.ts';
import type { DomainEvent } from '../ports/domain-event.ts';
import type { EventSink } from '../ports/event-sink.ts';
import type { Ids } from '../ports/ids.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { ReadTransaction, DataStore } from '../ports/store.ts';
import { Audience, bufferedBytesLimit, type Connection } from './audience.ts';
import type { Caller } from './caller.ts';
import { toInvite } from './invites.ts';
import { limits } from './limits.ts';
import { SessionWatch } from './session-watch.ts';
import type { Sessions } from './sessions.ts';
import { StreamChanges, ToldPlaces } from './stream-changes.ts';
import { clinicView, joinerView, summaryOf } from './visit-views.ts';
import { joinersOf, ViewReader, visitsOf } from './visit-readers.ts';

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

const ringMilliseconds = 10 * 60_000;
const clinicRing = 1000;
const joinerRing = 100;
const pingSeconds = 15;
const retryMilliseconds = 5000;

const clinicKey = (id: ClinicId): string => `clinic:${id}`;
const principalKey = (id: PrincipalId): string => `principal:${id}`;

/** All open event streams: who hears what, and whose time is up. */
export class Streams {
  readonly #parts: StreamParts;
  readonly #audiences = new Map<string, Audience>();
  readonly #places = new ToldPlaces();
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
    this.#unsubscribe = parts.bus.subscribe((events) => {
      this.#hear(events);
    });
  }

  /** Whether somebody's page is there. */
  isPresent(principalId: PrincipalId): boolean {
    return (this.#audiences.get(principalKey(principalId))?.connections.size ?? 0) > 0;
  }

  /** How many streams are open. */
  get openCount(): number {
    return this.#open;
  }

  /** Starts a stream: from where it was left, or with a snapshot. */
  open(request: StreamRequest): Promise<void> {
    return this.#inTurn(() => this.#attach(request));
  }

  /** Once a second: pings, warnings, ends of sessions, and forgetting what nobody comes back for. */
  tick(): void {
    this.#seconds += 1;
    const now = Date.parse(this.#parts.clock.now());
    for (const audience of this.#audiences.values()) {
      for (const connection of audience.connections) this.#tend(audience, connection);
      if (audience.emptySince !== undefined && now - audience.emptySince >= ringMilliseconds) {
        this.#audiences.delete(audience.key);
      }
    }
  }

  /** Ends every stream, telling each reader to come back at a time of its own. */
  dispose(): void {
    this.#unsubscribe();
    for (const { connections } of this.#audiences.values()) {
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
      if (!this.#changes.note(event) || this.#scheduled) continue;
      this.#scheduled = true;
      void this.#inTurn(() => this.#flush());
    }
  }

  async #flush(): Promise<void> {
    const changes = this.#changes;
    this.#changes = new StreamChanges();
    this.#scheduled = false;
    if (this.#audiences.size === 0) return;
    await this.#parts.store.read(async (tx) => {
      const reader = new ViewReader(tx, this.#parts.clock.now());
      for (const clinicId of changes.queues) await this.#noteMoved(reader, clinicId, changes);
      for (const id of changes.visits) {
        const visit = await tx.visits.get(id);
        if (visit !== undefined) await this.#pushVisit(tx, reader, visit);
      }
      await this.#pushInvites(tx, changes);
      for (const clinicId of changes.openings) await this.#pushOpening(reader, clinicId);
    });
  }

  async #noteMoved(reader: ViewReader, clinicId: ClinicId, changes: StreamChanges): Promise<void> {
    const everybody = this.#audiences.has(clinicKey(clinicId)) || this.#guests > 0;
    for (const { id, joinedBy } of this.#places.moved(await reader.situation(clinicId))) {
      if (everybody || this.#audiences.has(principalKey(joinedBy))) changes.visits.add(id);
    }
  }

  async #pushVisit(tx: ReadTransaction, reader: ViewReader, visit: Visit): Promise<void> {
    const clinic = this.#audiences.get(clinicKey(visit.clinicId));
    if (clinic !== undefined) {
      this.#watch.happened(clinic, visit.claim?.by);
      const situation = await reader.situation(visit.clinicId);
      this.#push(clinic, { type: 'visit', visit: clinicView(visit, situation) });
    }
    for (const { principalId, participantId } of await joinersOf(tx, visit)) {
      const audience = this.#audiences.get(principalKey(principalId));
      if (audience === undefined) continue;
      this.#watch.happened(audience, principalId);
      const situation = await reader.situation(visit.clinicId);
      this.#push(audience, { type: 'visit', visit: joinerView(visit, situation, participantId) });
    }
  }

  async #pushInvites(tx: ReadTransaction, { invites }: StreamChanges): Promise<void> {
    for (const id of invites) {
      const invite = await tx.invites.get(id);
      const audience = invite === undefined ? undefined : this.#audiences.get(clinicKey(invite.clinicId));
      if (invite !== undefined && audience !== undefined) {
        this.#push(audience, { type: 'invite', invite: toInvite(invite) });
      }
    }
  }

  async #pushOpening(reader: ViewReader, clinicId: ClinicId): Promise<void> {
    const { opening, waiting } = await reader.situation(clinicId);
    const keys = new Set([clinicKey(clinicId), ...waiting.map(({ joinedBy }) => principalKey(joinedBy))]);
    for (const key of keys) {
      const audience = this.#audiences.get(key);
      if (audience !== undefined) this.#push(audience, { type: 'opening', clinicId, opening });
    }
  }

  #push(audience: Audience, event: StreamEvent): void {
    for (const { sink } of audience.push(event)) this.#drop(sink);
  }

  #drop(sink: EventSink): void {
    this.#parts.metrics.streamDropped();
    sink.close();
  }

  async #attach({ caller, clinicId, lastEventId, sink }: StreamRequest): Promise<void> {
    const key = clinicId === undefined ? principalKey(caller.principal.id) : clinicKey(clinicId);
    const audience = this.#audienceOf(key);
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
    const snapshot = await this.#parts.store.read((tx) => this.#snapshot(tx, caller.principal, clinicId));
    const reset = lastEventId === undefined ? [] : [audience.here({ type: 'reset' })];
    return [...reset, audience.here(snapshot)];
  }

  async #snapshot(
    tx: ReadTransaction,
    principal: Principal,
    clinicId: ClinicId | undefined,
  ): Promise<Snapshot> {
    const reader = new ViewReader(tx, this.#parts.clock.now());
    if (clinicId !== undefined) {
      const situation = await reader.situation(clinicId);
      const visits = await tx.visits.active(clinicId);
      const invites = await tx.invites.ofClinic(clinicId, limits.listedInvites);
      return {
        type: 'snapshot',
        clinic: summaryOf(situation.clinic, situation.opening),
        visits: visits.map((visit) => clinicView(visit, situation)),
        invites: invites.map(toInvite),
      };
    }
    const views = [];
    for (const visit of await visitsOf(tx, principal)) {
      const view = await reader.viewOf(visit, principal);
      if (view !== undefined) views.push(view);
    }
    return { type: 'snapshot', visits: views, invites: [] };
  }

  #join(audience: Audience, connection: Connection): void {
    const { principal } = connection.session;
    const joiner = audience.key === principalKey(principal.id);
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

  #audienceOf(key: string): Audience {
    const known = this.#audiences.get(key);
    if (known !== undefined) return known;
    const limit = key.startsWith('clinic:') ? clinicRing : joinerRing;
    const fresh = new Audience({ key, stream: this.#parts.ids.id(), limit });
    this.#audiences.set(key, fresh);
    return fresh;
  }

  #tend(audience: Audience, connection: Connection): void {
    const { sink, phase } = connection;
    if (this.#seconds % pingSeconds === phase && sink.write(': ping\n\n') > bufferedBytesLimit)
      this.#drop(sink);
    this.#watch.tend(audience, connection);
  }

  #endSession(sessionId: string, reason: SessionEnd): void {
    for (const audience of this.#audiences.values()) {
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
