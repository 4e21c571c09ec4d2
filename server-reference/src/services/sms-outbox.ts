import { instantPlus, isOver, unopenedInviteStatuses, type Instant, type Phone } from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { InviteSecrets } from '../ports/invite-secrets.ts';
import type { InviteRecord, OutgoingSms } from '../ports/records.ts';
import type { SmsAnswer, SmsGateway, SmsNews } from '../ports/sms-gateway.ts';
import type { DataStore, Transaction } from '../ports/store.ts';
import { inviteLink, inviteText } from './invite-messages.ts';
import type { SmsNewsDesk } from './sms-news.ts';

/** What the outbox needs. */
export interface SmsOutboxParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly inviteSecrets: InviteSecrets;
  readonly store: DataStore;
  readonly sms: SmsGateway;
  readonly news: SmsNewsDesk;
  /** Address of the guest page, without fragment. */
  readonly guestPage: string;
  readonly fault: (error: unknown) => void;
}

interface Job {
  readonly row: OutgoingSms;
  readonly to: Phone;
  readonly invite: InviteRecord;
}

/** Seconds before the next try, by how many there have been. */
const pauses = [2, 8, 30, 120, 300];
const longestPause = 600;
/** Messages at the gateway at once. */
const lanes = 8;
const mostWaiting = 10_000;
const endOfTime = '9999-12-31T23:59:59.999Z';

const isWanted = (
  invite: InviteRecord | undefined,
  attemptId: string,
  now: Instant,
): invite is InviteRecord =>
  invite?.attemptId === attemptId && invite.expiresAt > now && unopenedInviteStatuses.includes(invite.status);

/**
 * Gets messages out that were kept together with their invitations. A row is marked before the gateway is asked and gone
 * once it has answered: so after a crash it is known which messages may have gone out. Where the gateway honours attempt
 * ids those are handed over again; where it does not they are `unknown`, since twice is worse than a question.
 */
export class SmsOutbox {
  readonly #parts: SmsOutboxParts;
  /** When what waits is due: the store is asked only when something is. */
  readonly #waiting = new Map<string, Instant>();
  /** Each has a lane of its own, so one that hangs keeps no other waiting. */
  readonly #inFlight = new Map<string, Promise<void>>();
  /** Answers the store could not keep yet. */
  readonly #answered = new Map<string, SmsAnswer>();
  #looking: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(parts: SmsOutboxParts) {
    this.#parts = parts;
  }

  /** Keeps a message to be sent at its time, in the same unit of work as its invitation. */
  async put(tx: Transaction, { attemptId, id: inviteId, sentAt }: InviteRecord): Promise<void> {
    await tx.sms.save({ attemptId, inviteId, state: 'waiting', dueAt: sentAt, tries: 0 });
    tx.afterCommit(() => {
      this.#waiting.set(attemptId, sentAt);
      this.tick();
    });
  }

  /** Sends what is due, if anything is and a lane is free. Returns at once; asked while it looks it looks once more. */
  tick(): void {
    if (this.#stopped || this.#inFlight.size === lanes || !this.#isAnythingDue()) return;
    this.#again = true;
    this.#looking ??= this.#look()
      .catch(this.#parts.fault)
      .finally(() => {
        this.#looking = undefined;
      });
  }

  /** Whether anything is under way. */
  get isRunning(): boolean {
    return this.#looking !== undefined || this.#inFlight.size > 0;
  }

  /** Settles when nothing is under way. */
  async settled(): Promise<void> {
    while (this.isRunning) await Promise.all([this.#looking, ...this.#inFlight.values()]);
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.settled();
  }

  /** After a start: what an earlier process was sending when it ended. */
  async recover(): Promise<void> {
    const { clock, sms, store } = this.#parts;
    const rows = await store.read((tx) => tx.sms.sending());
    for (const row of rows) {
      if (sms.honoursAttempts)
        await store.transact((tx) => tx.sms.save({ ...row, state: 'waiting', dueAt: clock.now() }));
      else await this.#settle(row.attemptId, { outcome: 'unsure' });
    }
    const left = await store.read((tx) => tx.sms.due(endOfTime, mostWaiting));
    for (const { attemptId, dueAt } of left) this.#waiting.set(attemptId, dueAt);
    this.tick();
  }

  #isAnythingDue(): boolean {
    if (this.#answered.size > 0) return true;
    const now = this.#parts.clock.now();
    for (const dueAt of this.#waiting.values()) if (dueAt <= now) return true;
    return false;
  }

  async #look(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      for (const [attemptId, answer] of [...this.#answered])
        if (!this.#inFlight.has(attemptId)) await this.#keep(attemptId, answer);
      const now = this.#parts.clock.now();
      // Those that only just got a lane may still be among them.
      const rows = await this.#parts.store.read((tx) => tx.sms.due(now, 2 * lanes));
      for (const { attemptId } of rows.filter((row) => !this.#inFlight.has(row.attemptId)))
        if (this.#inFlight.size < lanes) this.#launch(attemptId);
    }
  }

  /** Sends one in a lane of its own. Whoever leaves one in peace looks for the next; trouble waits for the next tick. */
  #launch(attemptId: string): void {
    const leave = (): void => void this.#inFlight.delete(attemptId);
    const sent = this.#sendOne(attemptId).then(
      () => {
        leave();
        this.tick();
      },
      (error: unknown) => {
        leave();
        this.#parts.fault(error);
      },
    );
    this.#inFlight.set(attemptId, sent);
  }

  async #sendOne(attemptId: string): Promise<void> {
    const job = await this.#parts.store.transact((tx) => this.#begin(tx, attemptId));
    this.#waiting.delete(attemptId);
    if (job === undefined) return;
    const answer = await this.#handOver(job);
    this.#answered.set(attemptId, answer);
    await this.#keep(attemptId, answer);
  }

  /** Marks a message as being sent; one that nobody wants any more is dropped. */
  async #begin(tx: Transaction, attemptId: string): Promise<Job | undefined> {
    const row = await tx.sms.get(attemptId);
    if (row?.state !== 'waiting') return undefined;
    const invite = await tx.invites.get(row.inviteId);
    const to = invite?.recipient.phone;
    if (
      to === undefined ||
      !isWanted(invite, attemptId, this.#parts.clock.now()) ||
      !(await isOpen(tx, invite))
    ) {
      await tx.sms.delete(attemptId);
      return undefined;
    }
    const begun: OutgoingSms = { ...row, state: 'sending', tries: row.tries + 1 };
    await tx.sms.save(begun);
    return { row: begun, to, invite };
  }

  async #handOver({ to, invite }: Job): Promise<SmsAnswer> {
    const { inviteSecrets, guestPage, sms, fault } = this.#parts;
    const { attemptId, recipient } = invite;
    const token = await inviteSecrets.tokenOf(invite);
    if (token === undefined) return { outcome: 'refused', failure: 'gateway' };
    const text = inviteText(recipient.language, inviteLink(guestPage, token));
    try {
      return await sms.send({ to, text, attemptId });
    } catch (error) {
      fault(error);
      return { outcome: 'unsure' };
    }
  }

  async #keep(attemptId: string, answer: SmsAnswer): Promise<void> {
    await this.#settle(attemptId, answer);
    this.#answered.delete(attemptId);
  }

  async #settle(attemptId: string, answer: SmsAnswer): Promise<void> {
    await this.#parts.store.transact(async (tx) => {
      const row = await tx.sms.get(attemptId);
      if (row === undefined) return;
      const now = this.#parts.clock.now();
      const invite = await tx.invites.get(row.inviteId);
      const wanted = isWanted(invite, attemptId, now);
      const next = wanted ? this.#nextTry(row, answer, { now, until: invite.expiresAt }) : undefined;
      if (next !== undefined) {
        await tx.sms.save({ ...row, state: 'waiting', dueAt: next });
        tx.afterCommit(() => this.#waiting.set(attemptId, next));
      } else {
        await tx.sms.delete(attemptId);
        if (invite?.attemptId === attemptId) await this.#parts.news.note(tx, invite, newsOf(answer));
      }
    });
  }

  /** When to hand it over again; `undefined` when that is of no use, or not safe. */
  #nextTry(
    { tries }: OutgoingSms,
    answer: SmsAnswer,
    { now, until }: { readonly now: Instant; readonly until: Instant },
  ): Instant | undefined {
    const { sms, ids } = this.#parts;
    const mayRepeat = answer.outcome === 'later' || (answer.outcome === 'unsure' && sms.honoursAttempts);
    const pause = pauses[tries - 1];
    if (!mayRepeat || pause === undefined) return undefined;
    const asked = answer.outcome === 'later' ? (answer.seconds ?? 0) : 0;
    const seconds = Math.min(Math.max(pause, asked), longestPause);
    const next = instantPlus(now, seconds * 1000 + ids.jitter(seconds * 250));
    return next < until ? next : undefined;
  }
}

const isOpen = async (tx: Transaction, { visitId }: InviteRecord): Promise<boolean> => {
  const visit = await tx.visits.get(visitId);
  return visit !== undefined && !isOver(visit.state);
};

const newsOf = (answer: SmsAnswer): SmsNews => {
  switch (answer.outcome) {
    case 'taken':
      return answer;
    case 'refused':
      return { status: 'failed', failure: answer.failure };
    case 'later':
      return { status: 'failed', failure: 'gateway' };
    case 'unsure':
      return { status: 'unknown' };
  }
};
