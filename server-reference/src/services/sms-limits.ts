import {
  instantPlus,
  millisecondsBetween,
  type ClinicId,
  type Instant,
  type Phone,
  type PrincipalId,
} from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Transaction } from '../ports/store.ts';
import { durations } from './limits.ts';
import { Refusal } from './refusal.ts';

/** How many messages an hour. */
export interface SmsLimitSettings {
  readonly perNumber: number;
  readonly perSender: number;
  readonly perClinic: number;
  readonly altogether: number;
  /** Different numbers that are alike but for the last four digits. */
  readonly perPrefix: number;
}

/** Enough for a clinic at its busiest, and for a country of them. */
export const defaultSmsLimits: SmsLimitSettings = {
  perNumber: 5,
  perSender: 60,
  perClinic: 200,
  altogether: 2000,
  perPrefix: 20,
};

const individualDigits = 4;
const prefixOf = (phone: Phone): string => phone.slice(0, -individualDigits);
const numberKey = (phone: Phone): string => `number ${phone}`;
const hourBefore = (now: Instant): Instant => instantPlus(now, -durations.smsCounts);
const blockKey = (prefix: string): string => `block ${prefix}`;

/** So many more under a key that has a limit. */
interface Count {
  readonly key: string;
  readonly limit: number;
  readonly count: number;
}

/** Whom messages are from, and whom they are for. */
export interface SmsBatch {
  readonly sender: PrincipalId;
  readonly clinicId: ClinicId;
  readonly phones: readonly Phone[];
}

/**
 * So many messages and no more: to a number, from a person, from a clinic, altogether. And to a block of numbers: whoever
 * is paid for messages to numbers of their own sends to one after another. Counted in every hour there is, and kept with
 * the invitations: a restart makes nobody free to begin anew.
 */
export class SmsLimits {
  readonly #clock: ServerClock;
  readonly #log: Log;
  readonly #settings: SmsLimitSettings;

  constructor(parts: {
    readonly clock: ServerClock;
    readonly log: Log;
    readonly smsLimits: SmsLimitSettings;
  }) {
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#settings = parts.smsLimits;
  }

  /** Counts a batch, or refuses all of it: `limit-reached`, with the seconds until it would do. */
  async take(tx: Transaction, batch: SmsBatch): Promise<void> {
    const now = this.#clock.now();
    const blocks = await this.#blocks(tx, batch, now);
    for (const [prefix, block] of blocks) {
      const wait = await this.#secondsUntil(tx, block, now);
      if (wait === 0) continue;
      this.#log.write({ event: 'sms-pumping', clinicId: batch.clinicId, prefix });
      throw new Refusal('limit-reached', { retryAfter: wait });
    }
    const counts = this.#counts(batch);
    for (const count of counts) {
      const retryAfter = await this.#secondsUntil(tx, count, now);
      if (retryAfter > 0) throw new Refusal('limit-reached', { retryAfter });
    }
    for (const { key, count } of [...blocks.values(), ...counts])
      for (let left = count; left > 0; left -= 1) await tx.smsCounts.add(key, now);
  }

  #counts({ sender, clinicId, phones }: SmsBatch): readonly Count[] {
    const count = phones.length;
    if (count === 0) return [];
    const { perNumber, perSender, perClinic, altogether } = this.#settings;
    const numbers = [...new Set(phones)].map((phone) => ({
      key: numberKey(phone),
      limit: perNumber,
      count: phones.filter((one) => one === phone).length,
    }));
    return [
      ...numbers,
      { key: `sender ${sender}`, limit: perSender, count },
      { key: `clinic ${clinicId}`, limit: perClinic, count },
      { key: 'all', limit: altogether, count },
    ];
  }

  /** By prefix, of numbers that have had no message within the hour: a number is counted once in its block. */
  async #blocks(tx: Transaction, { phones }: SmsBatch, now: Instant): Promise<ReadonlyMap<string, Count>> {
    const blocks = new Map<string, Count>();
    for (const phone of new Set(phones)) {
      if ((await tx.smsCounts.newest(numberKey(phone), hourBefore(now), 0)) !== undefined) continue;
      const prefix = prefixOf(phone);
      const count = (blocks.get(prefix)?.count ?? 0) + 1;
      blocks.set(prefix, { key: blockKey(prefix), limit: this.#settings.perPrefix, count });
    }
    return blocks;
  }

  /** Until so many more would do; 0: now. */
  async #secondsUntil(tx: Transaction, { key, limit, count }: Count, now: Instant): Promise<number> {
    // More than ever fit will fit no better later.
    const inTheWay = await tx.smsCounts.newest(key, hourBefore(now), Math.max(0, limit - count));
    if (inTheWay === undefined) return count > limit ? durations.smsCounts / 1000 : 0;
    return Math.max(
      1,
      Math.ceil(millisecondsBetween(now, instantPlus(inTheWay, durations.smsCounts)) / 1000),
    );
  }
}
