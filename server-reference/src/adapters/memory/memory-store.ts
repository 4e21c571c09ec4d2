import type { Consent } from '@venterum/contract';
import type { Bus } from '../../ports/bus.ts';
import type {
  IdempotencyRecord,
  InviteRecord,
  OutgoingSms,
  MemberRecord,
  SessionRecord,
} from '../../ports/records.ts';
import {
  StoreUnavailableError,
  type ReadTransaction,
  type DataStore,
  type Transaction,
} from '../../ports/store.ts';
import { UnitEffects } from '../../ports/unit-effects.ts';
import { MemoryMembers } from './memory-members.ts';
import { MemoryClinics, MemoryInvites, MemorySessions, type StoredClinic } from './memory-people.ts';
import { smsCountsIn, type CountedSms } from './memory-sms-counts.ts';
import { smsIn } from './memory-sms.ts';
import { MemoryOverlay, MemoryTable, type Rows } from './memory-table.ts';
import { MemoryVisits, type StoredVisit } from './memory-visits.ts';

interface Tables {
  readonly clinics: Rows<StoredClinic>;
  readonly visits: Rows<StoredVisit>;
  readonly sessions: Rows<SessionRecord>;
  readonly members: Rows<MemberRecord>;
  readonly invites: Rows<InviteRecord>;
  readonly sms: Rows<OutgoingSms>;
  readonly smsCounts: Rows<CountedSms>;
  readonly consents: Rows<Consent>;
  readonly idempotency: Rows<IdempotencyRecord>;
}

type Data = Omit<Transaction, 'emit' | 'afterCommit' | 'probe'>;

const consentsIn = (rows: Rows<Consent>): Data['consents'] => ({
  get: (id) => Promise.resolve(rows.get(id)),
  save: (consent) => {
    rows.set(consent.id, consent);
    return Promise.resolve();
  },
});

const idempotencyIn = (rows: Rows<IdempotencyRecord>): Data['idempotency'] => ({
  get: (scope, key) => Promise.resolve(rows.get(`${scope} ${key}`)),
  save: (record) => {
    rows.set(`${record.scope} ${record.key}`, record);
    return Promise.resolve();
  },
  deleteBefore: (before) => {
    for (const { scope, key, at } of [...rows.values()]) if (at < before) rows.delete(`${scope} ${key}`);
    return Promise.resolve();
  },
});

const dataIn = (tables: Tables): Data => ({
  clinics: new MemoryClinics(tables.clinics),
  visits: new MemoryVisits(tables.visits),
  sessions: new MemorySessions(tables.sessions),
  members: new MemoryMembers(tables.members),
  invites: new MemoryInvites(tables.invites),
  sms: smsIn(tables.sms),
  smsCounts: smsCountsIn(tables.smsCounts),
  consents: consentsIn(tables.consents),
  idempotency: idempotencyIn(tables.idempotency),
});

/** A store that forgets everything when the process ends: for tests, and for pages without a backend. */
export class MemoryStore implements DataStore {
  readonly #bus: Bus;
  readonly #tables = {
    clinics: new MemoryTable<StoredClinic>(),
    visits: new MemoryTable<StoredVisit>(),
    sessions: new MemoryTable<SessionRecord>(),
    members: new MemoryTable<MemberRecord>(),
    invites: new MemoryTable<InviteRecord>(),
    sms: new MemoryTable<OutgoingSms>(),
    smsCounts: new MemoryTable<CountedSms>(),
    consents: new MemoryTable<Consent>(),
    idempotency: new MemoryTable<IdempotencyRecord>(),
  };
  readonly #committed: ReadTransaction = dataIn(this.#tables);
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#run(work));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async read<T>(work: (tx: ReadTransaction) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreUnavailableError('closed');
    return work(this.#committed);
  }

  async close(): Promise<void> {
    await this.#last;
    this.#closed = true;
  }

  async #run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreUnavailableError('closed');
    const overlays = {
      clinics: new MemoryOverlay(this.#tables.clinics),
      visits: new MemoryOverlay(this.#tables.visits),
      sessions: new MemoryOverlay(this.#tables.sessions),
      members: new MemoryOverlay(this.#tables.members),
      invites: new MemoryOverlay(this.#tables.invites),
      sms: new MemoryOverlay(this.#tables.sms),
      smsCounts: new MemoryOverlay(this.#tables.smsCounts),
      consents: new MemoryOverlay(this.#tables.consents),
      idempotency: new MemoryOverlay(this.#tables.idempotency),
    };
    const effects = new UnitEffects();
    const { emit, afterCommit } = effects;
    const answer = await work({ ...dataIn(overlays), emit, afterCommit, probe: () => Promise.resolve() });
    for (const overlay of Object.values(overlays)) overlay.commit();
    effects.release(this.#bus);
    return answer;
  }
}
