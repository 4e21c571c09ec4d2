import { instantPlus, isResendable, isOver, type Instant, type InviteId } from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { InviteSecrets } from '../ports/invite-secrets.ts';
import type { Log } from '../ports/log.ts';
import type { InviteCode, InviteRecord } from '../ports/records.ts';
import type { DataStore, ReadTransaction, Transaction } from '../ports/store.ts';
import { durations, limits } from './limits.ts';
import { RateLimiter } from './rate-limit.ts';
import { found, Refusal } from './refusal.ts';

/** What codes need. */
export interface InviteCodeParts {
  readonly clock: ServerClock;
  readonly ids: Ids;
  readonly log: Log;
  readonly store: DataStore;
  readonly inviteSecrets: InviteSecrets;
}

/** A code that could be given, with what it is found by. */
export interface CodeCandidate {
  /** What it is made from again. */
  readonly seed: string;
  readonly hash: string;
  readonly group: string;
}

/** Digits that say which codes a wrong one was meant to be: those that begin alike. */
const groupDigits = 3;
const candidates = 8;
const hour = 3600;
const altogether = 'all';

/** An invitation that has this code. */
interface Match {
  readonly id: InviteId;
  /** Another device came by it. */
  readonly isOthers: boolean;
}

const isLive = ({ expiresAt }: InviteCode, now: Instant): boolean => expiresAt > now;

/**
 * Six digits for those whom no link reaches. Digits alone can be guessed, so there are few of them, they live for ten
 * minutes, five wrong ones that begin like a code void it, and wrong ones are few from one address and few altogether.
 */
export class InviteCodes {
  readonly #parts: InviteCodeParts;
  readonly #perAddress = new RateLimiter({ perSecond: 20 / hour, burst: 10 });
  /** Sixty altogether, two thirds of them for those who have not been wrong lately: see decision 11. */
  readonly #firstTries = new RateLimiter({ perSecond: 240 / hour, burst: 40 });
  readonly #moreTries = new RateLimiter({ perSecond: 120 / hour, burst: 20 });

  constructor(parts: InviteCodeParts) {
    this.#parts = parts;
  }

  /** Codes to choose one from; made before the unit of work, as hashing waits. */
  candidates(): Promise<readonly CodeCandidate[]> {
    const { ids, inviteSecrets } = this.#parts;
    return Promise.all(
      Array.from({ length: candidates }, async () => {
        const seed = ids.id();
        const code = await inviteSecrets.code(seed);
        return { seed, ...(await this.#digests(code)) };
      }),
    );
  }

  /**
   * Gives an invitation a new code; the one before is void. Refuses `invite-ended` and, when somebody has come by it,
   * `invite-used`.
   */
  async issue(
    tx: Transaction,
    invite: InviteRecord,
    given: readonly CodeCandidate[],
  ): Promise<{ readonly seed: string; readonly expiresAt: Instant }> {
    const now = this.#parts.clock.now();
    const visit = await tx.visits.get(invite.visitId);
    if (visit === undefined || isOver(visit.state) || invite.expiresAt <= now)
      throw new Refusal('invite-ended');
    if (invite.status === 'revoked') throw new Refusal('invite-ended');
    if (!isResendable(invite.status)) throw new Refusal('invite-used');
    const { seed, hash, group } = await this.#free(tx, given);
    const [expiresAt = now] = [instantPlus(now, durations.inviteCode), invite.expiresAt].sort();
    await tx.invites.save({ ...invite, code: { hash, group, expiresAt, wrong: 0 } });
    return { seed, expiresAt };
  }

  /**
   * Whose code it is, also when another device came by it: that is to be told to the clinic. It counts as wrong then, as
   * every wrong one does, whatever becomes of the request. Refuses `code-unknown` without a word about why, and
   * `limit-reached`.
   */
  async try(
    code: string,
    from: { readonly address: string; readonly deviceHash: string },
  ): Promise<InviteId> {
    const giveBack = this.#take(from.address);
    const match = await this.#look(code, from.deviceHash).catch((error: unknown) => {
      giveBack();
      throw error;
    });
    if (match?.isOthers === false) giveBack();
    else this.#parts.log.write({ event: 'code-refused' });
    return found(match, 'code-unknown').id;
  }

  async #look(code: string, deviceHash: string): Promise<Match | undefined> {
    const digests = await this.#digests(code);
    return this.#parts.store.transact((tx) => this.#match(tx, digests, deviceHash));
  }

  /** Counts a code as wrong before anything is waited for, so that many at once are as few as one after another. */
  #take(address: string): () => void {
    const now = Date.parse(this.#parts.clock.now());
    const tries = this.#perAddress.isFull(address, now) ? this.#firstTries : this.#moreTries;
    const all = tries.take(altogether, now);
    const one = all.allowed ? this.#perAddress.take(address, now) : all;
    if (!one.allowed) {
      if (all.allowed) tries.giveBack(altogether);
      throw new Refusal('limit-reached', { retryAfter: one.retryAfter });
    }
    return () => {
      tries.giveBack(altogether);
      this.#perAddress.giveBack(address);
    };
  }

  async #match(
    tx: Transaction,
    { hash, group }: Omit<CodeCandidate, 'seed'>,
    deviceHash: string,
  ): Promise<Match | undefined> {
    const now = this.#parts.clock.now();
    const alike = await tx.invites.byCodeGroup(group);
    // The device that came by a code may come by it again as long as the visit lasts.
    const right = alike.find(
      ({ code, deviceHash: known }) =>
        code?.hash === hash && (known === deviceHash || (known === undefined && isLive(code, now))),
    );
    if (right !== undefined) return { id: right.id, isOthers: false };
    const others = alike.find(({ code, deviceHash: known }) => code?.hash === hash && known !== undefined);
    if (others !== undefined) return { id: others.id, isOthers: true };
    for (const invite of alike) await this.#countWrong(tx, invite);
    return undefined;
  }

  async #countWrong(tx: Transaction, invite: InviteRecord): Promise<void> {
    const { code, ...without } = invite;
    if (code === undefined || invite.deviceHash !== undefined) return;
    const wrong = code.wrong + 1;
    await tx.invites.save(wrong < limits.codeTries ? { ...invite, code: { ...code, wrong } } : without);
  }

  /** One that begins like no other, as long as there are any: each then has five tries of its own. */
  async #free(tx: ReadTransaction, given: readonly CodeCandidate[]): Promise<CodeCandidate> {
    const now = this.#parts.clock.now();
    let unlike: CodeCandidate | undefined;
    for (const candidate of given) {
      const alike = await tx.invites.byCodeGroup(candidate.group);
      const live = alike.flatMap(({ code }) => (code !== undefined && isLive(code, now) ? [code] : []));
      if (live.length === 0) return candidate;
      if (live.every(({ hash }) => hash !== candidate.hash)) unlike ??= candidate;
    }
    return found(unlike, 'unavailable');
  }

  async #digests(code: string): Promise<Omit<CodeCandidate, 'seed'>> {
    const { inviteSecrets } = this.#parts;
    const [hash, group] = await Promise.all([
      inviteSecrets.digest(code),
      inviteSecrets.digest(code.slice(0, groupDigits)),
    ]);
    return { hash, group };
  }
}
