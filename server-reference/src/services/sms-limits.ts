import type { ClinicId, Phone, PrincipalId } from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { HourlyLimit } from './hourly-limit.ts';
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

interface Count {
  readonly limit: HourlyLimit;
  readonly key: string;
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
 * is paid for messages to numbers of their own sends to one after another. Counted in memory: no number is kept for it.
 */
export class SmsLimits {
  readonly #clock: ServerClock;
  readonly #log: Log;
  readonly #perNumber: HourlyLimit;
  readonly #perSender: HourlyLimit;
  readonly #perClinic: HourlyLimit;
  readonly #altogether: HourlyLimit;
  readonly #perPrefix: HourlyLimit;

  constructor(parts: {
    readonly clock: ServerClock;
    readonly log: Log;
    readonly smsLimits: SmsLimitSettings;
  }) {
    const { smsLimits: settings } = parts;
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#perNumber = new HourlyLimit(settings.perNumber);
    this.#perSender = new HourlyLimit(settings.perSender);
    this.#perClinic = new HourlyLimit(settings.perClinic);
    this.#altogether = new HourlyLimit(settings.altogether);
    this.#perPrefix = new HourlyLimit(settings.perPrefix);
  }

  /** Counts a batch, or refuses all of it: `limit-reached`, with the seconds until it would do. */
  take(batch: SmsBatch): void {
    if (batch.phones.length === 0) return;
    const now = Date.parse(this.#clock.now());
    const prefixes = this.#prefixes(batch, now);
    this.#check(prefixes, now, (prefix) => {
      this.#log.write({ event: 'sms-pumping', clinicId: batch.clinicId, prefix });
    });
    const counts = this.#counts(batch);
    this.#check(counts, now);
    for (const { limit, key, count } of [...prefixes, ...counts]) limit.take(key, now, count);
  }

  #counts({ sender, clinicId, phones }: SmsBatch): readonly Count[] {
    const count = phones.length;
    const numbers = [...new Set(phones)].map((key) => ({
      limit: this.#perNumber,
      key,
      count: phones.filter((phone) => phone === key).length,
    }));
    return [
      ...numbers,
      { limit: this.#perSender, key: sender, count },
      { limit: this.#perClinic, key: clinicId, count },
      { limit: this.#altogether, key: 'all', count },
    ];
  }

  /** Of numbers that have had no message within the hour: a number is counted once in its block. */
  #prefixes({ phones }: SmsBatch, now: number): readonly Count[] {
    const fresh = [...new Set(phones)].filter((phone) => !this.#perNumber.has(phone, now));
    return [...new Set(fresh.map(prefixOf))].map((key) => ({
      limit: this.#perPrefix,
      key,
      count: fresh.filter((phone) => prefixOf(phone) === key).length,
    }));
  }

  #check(counts: readonly Count[], now: number, refused: (key: string) => void = () => undefined): void {
    for (const { limit, key, count } of counts) {
      const answer = limit.ask(key, now, count);
      if (answer.allowed) continue;
      refused(key);
      throw new Refusal('limit-reached', { retryAfter: answer.retryAfter });
    }
  }
}
