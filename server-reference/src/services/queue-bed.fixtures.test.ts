import assert from 'node:assert/strict';
import { claimMilliseconds, instantPlus, type Visit, type VisitState } from '@venterum/contract';
import { buildVisit, FakeClock, testClinics } from '@venterum/testing/server';
import { MemoryBus, MemoryStore, Refusal, type DataStore, type Transaction } from '../index.ts';
import type { Caller } from './caller.ts';
import { Claims } from './claims.ts';
import { Clinics } from './clinics.ts';
import { Handovers } from './handovers.ts';
import { refuseClosed } from './joining.ts';
import { situationOf } from './queue-situation.ts';
import { RoomAccesses } from './room-access.ts';
import { Sweeper } from './sweeper.ts';
import { VisitChanges } from './visit-changes.ts';
import { Visits, type VisitParts } from './visits.ts';
import { WholeQueue } from './whole-queue.ts';

/** Where a visit can go in one unit of work: the documented graph, written down once more. */
const ways: Readonly<Record<VisitState, readonly VisitState[]>> = {
  invited: ['waiting', 'left', 'removed', 'expired'],
  // Moved to the phone or to the clinic it is called and ended at once.
  waiting: ['called', 'ended', 'left', 'removed', 'expired'],
  called: ['waiting', 'in-consultation', 'ended', 'left', 'removed', 'expired'],
  'in-consultation': ['ended', 'removed'],
  ended: [],
  left: [],
  removed: [],
  expired: [],
};

const isHeld = ({ state }: Visit): boolean => state === 'called' || state === 'in-consultation';

/** Who asks for what, so that a claim can be told from a theft. */
export interface Asked {
  readonly what: string;
  readonly by?: string;
}

const clinicIds = testClinics.map(({ id }) => id);

const checkClaim = (visit: Visit): void => {
  if (isHeld(visit)) {
    assert.ok(visit.claim !== undefined && visit.roomId !== undefined, 'I2: who is seen is seen by somebody');
    assert.equal(visit.participants.filter(({ role }) => role === 'clinician').length, 1);
  } else if (visit.state === 'waiting') assert.equal(visit.claim ?? visit.roomId, undefined);
};

const checkWay = (before: Visit, after: Visit, { what }: Asked): void => {
  const isWay = before.state === after.state || ways[before.state].includes(after.state);
  assert.ok(isWay, `B4: ${before.state} to ${after.state} by ${what}`);
  if (before.state === 'waiting' && after.state === 'ended') assert.match(after.outcome ?? '', /^moved-to-/);
};

/** Everybody here is signed in all the time: a claim is void when its holder was not connected for a minute. */
const isVoid = ({ state, unattendedSince }: Visit, now: string): boolean =>
  state === 'in-consultation' &&
  unattendedSince !== undefined &&
  instantPlus(unattendedSince, claimMilliseconds) <= now;

const checkHands = (before: Visit, after: Visit, { asked, now }: { asked: Asked; now: string }): void => {
  assert.equal(after.arrivedAt, before.arrivedAt, 'I3: the place is kept');
  const by = before.claim?.by;
  if (!isHeld(before) || !isHeld(after) || by === after.claim?.by) return;
  assert.equal(asked.what, 'hand-over');
  if (!isVoid(before, now)) assert.equal(asked.by, by, 'B5: nobody takes what another has');
};

/** Clinicians of both clinics. */
export const clinicians: readonly Caller[] = ['lund', 'holm', 'dahl'].map((id) => ({
  principal: { kind: 'clinic-staff', id, name: `Læge Test ${id}`, role: 'doctor', clinicIds },
  session: {
    id: `session-${id}`,
    tokenHash: `hash-${id}`,
    principal: { kind: 'clinic-staff', id, name: `Læge Test ${id}`, role: 'doctor', clinicIds },
    startedAt: '2026-11-23T08:00:00.000Z',
    activeAt: '2026-11-23T08:00:00.000Z',
    idleSeconds: 1800,
    expiresAt: '2026-11-23T20:00:00.000Z',
  },
}));

/** A part that nothing here asks. */
export const notNeeded = (): never => {
  throw new Error('Not part of the model.');
};

/** Ids that are short and the same every time. */
export const idsFrom = (): {
  id(): string;
  token(): string;
  hash: typeof notNeeded;
  hexHash: typeof notNeeded;
  jitter(): number;
} => {
  let count = 0;
  const id = (): string => `id-${(count += 1)}`;
  return { id, token: id, hash: notNeeded, hexHash: notNeeded, jitter: () => 0 };
};

/** Changes of visits of people whose sessions are not looked after. */
export const changesAt = (clock: FakeClock): VisitChanges =>
  new VisitChanges({ clock, sessions: { active: () => Promise.resolve() } });

/** Visits whose ways into rooms lead nowhere. */
export const visitsOn = (parts: Omit<VisitParts, 'access' | 'claims'>): Visits =>
  new Visits({
    ...parts,
    claims: new Claims(parts),
    access: new RoomAccesses({
      tickets: { issue: () => Promise.resolve('ticket'), redeem: notNeeded },
      peerIds: { of: () => Promise.resolve('peer') },
      ice: { access: () => Promise.resolve({ iceServers: [], icePolicy: 'all' }) },
    }),
  });

/** The services of a queue on a store, where every unit of work is checked for what everybody relies on. */
export class QueueBed {
  readonly clock = new FakeClock();
  readonly visits: Visits;
  readonly handovers: Handovers;
  readonly wholeQueue: WholeQueue;
  readonly clinics: Clinics;
  readonly changes: VisitChanges;
  readonly #store: DataStore;
  readonly #sweeper: Sweeper;
  readonly #known: string[] = [];
  readonly #rooms = new Set<string>();
  readonly #ids = idsFrom();
  /** How many units of work were asked for. */
  steps = 0;

  constructor(store: DataStore = new MemoryStore(new MemoryBus())) {
    const { clock } = this;
    const ids = this.#ids;
    this.#store = store;
    this.changes = changesAt(clock);
    const { changes } = this;
    this.visits = visitsOn({ clock, ids, changes });
    this.handovers = new Handovers({ clock, ids, changes, claims: new Claims({ clock, changes }) });
    this.wholeQueue = new WholeQueue(changes);
    this.clinics = new Clinics({ clock, directory: { ownClinic: notNeeded } });
    this.#sweeper = new Sweeper({
      clock,
      store: { ...this.#checkedStore(), close: notNeeded },
      changes,
      clinics: this.clinics,
      log: { write: () => undefined },
      everySecond: [],
      everyQuarterMinute: [],
      fault: (error) => {
        throw error;
      },
    });
  }

  /** The clinics, and who is signed in. */
  async prepare(): Promise<void> {
    await this.#store.transact(async (tx) => {
      for (const clinic of testClinics) await tx.clinics.save(clinic);
      for (const { session } of clinicians) await tx.sessions.save(session);
    });
  }

  /** Asks for something; a refusal is an answer like any other. True when it was done. */
  async ask(asked: Asked, work: (tx: Transaction) => Promise<unknown>): Promise<boolean> {
    this.steps += 1;
    try {
      await this.#checked(asked, work);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** Somebody queues at the first clinic. */
  join(changes: Partial<Visit>): Promise<boolean> {
    const id = `visit-${this.#known.length}`;
    this.#known.push(id);
    return this.ask({ what: 'join' }, async (tx) => {
      const [clinic] = testClinics;
      assert.ok(clinic);
      refuseClosed((await tx.clinics.get(clinic.id)) ?? clinic, this.clock.now());
      const { citizen: _citizen, ...visit } = buildVisit({
        id,
        joinedBy: id,
        arrivedAt: this.clock.now(),
        ...changes,
      });
      await this.changes.put(tx, visit);
    });
  }

  /** One of the visits there have been. */
  pick(index: number): string {
    return this.#known[index % Math.max(1, this.#known.length)] ?? 'nobody';
  }

  /** Time goes by, and what it asks for is done. */
  async pass(milliseconds: number): Promise<void> {
    this.clock.jump(milliseconds);
    this.steps += 1;
    await this.#sweeper.sweep();
  }

  #checkedStore(): Pick<DataStore, 'transact' | 'read'> {
    return {
      transact: <T>(work: (tx: Transaction) => Promise<T>) => this.#checked({ what: 'time' }, work),
      read: (work) => this.#store.read(work),
    };
  }

  #checked<T>(asked: Asked, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#store.transact(async (tx) => {
      const before = await this.#all(tx);
      const answer = await work(tx);
      await this.#noteMoved(tx, before);
      await this.#check(tx, before, asked);
      return answer;
    });
  }

  async #all(tx: Transaction): Promise<ReadonlyMap<string, Visit>> {
    const visits = new Map<string, Visit>();
    for (const id of this.#known) {
      const visit = await tx.visits.get(id);
      if (visit !== undefined) visits.set(id, visit);
    }
    return visits;
  }

  async #noteMoved(tx: Transaction, before: ReadonlyMap<string, Visit>): Promise<void> {
    for (const id of before.keys()) {
      const to = (await tx.visits.get(id))?.movedTo?.visitId;
      if (to !== undefined && !this.#known.includes(to)) this.#known.push(to);
    }
  }

  async #check(tx: Transaction, before: ReadonlyMap<string, Visit>, asked: Asked): Promise<void> {
    const after = await this.#all(tx);
    for (const [id, visit] of after) this.#checkVisit(before.get(id), visit, asked);
    for (const clinicId of clinicIds) {
      const situation = await situationOf(tx, clinicId, this.clock.now());
      const order = situation.waiting.map(({ id }) => id);
      const keptOrder = [...before.values()].filter(
        (one) => order.includes(one.id) && one.state === 'waiting',
      );
      assert.equal(
        order.filter((id) => keptOrder.some((one) => one.id === id)).join(),
        keptOrder
          .sort((a, b) => this.#place(a, b))
          .map(({ id }) => id)
          .join(),
        'I3: who waits goes on waiting in the same order',
      );
      const counted = situation.waiting
        .filter(({ test }) => !test)
        .map(({ id }) => situation.placeOf(id)?.position);
      assert.equal(
        counted.join(),
        counted.map((_position, index) => index + 1).join(),
        'places are counted from one',
      );
    }
  }

  #place(left: Visit, right: Visit): number {
    const turn = (visit: Visit): string => visit.agreedAt ?? visit.arrivedAt;
    return (
      turn(left).localeCompare(turn(right)) ||
      left.arrivedAt.localeCompare(right.arrivedAt) ||
      (left.id < right.id ? -1 : 1)
    );
  }

  #checkVisit(before: Visit | undefined, after: Visit, asked: Asked): void {
    checkClaim(after);
    if (after.roomId !== undefined && after.roomId !== before?.roomId) {
      assert.ok(!this.#rooms.has(after.roomId), 'I4: a room is never used again');
      this.#rooms.add(after.roomId);
    }
    if (before === undefined || before === after) return;
    checkWay(before, after, asked);
    checkHands(before, after, { asked, now: this.clock.now() });
  }
}
