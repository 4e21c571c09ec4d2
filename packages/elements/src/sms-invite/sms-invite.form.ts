import {
  instantOfLocal,
  inviteAheadMilliseconds,
  localAt,
  type Instant,
  type Invite,
} from '@venterum/contract';
import type { Failure } from '@venterum/client';
import {
  emptyDraft,
  faultsOf,
  isEmpty,
  isFaultless,
  type Draft,
  type DraftFault,
} from './sms-invite.draft.ts';

/** Milliseconds. The server takes no more. */
const farthestAhead = 7 * 24 * 3_600_000;

/** Milliseconds. So long a link lives. */
const linkLife = 3_600_000;

/** What a field means, which has the time in Denmark wherever the page is; `undefined` while nothing is chosen. */
const momentOf = (field: string | undefined): Instant | undefined => {
  const [date, time] = field?.split('T') ?? [];
  return date && time ? instantOfLocal(date, time) : undefined;
};

const isInReach = (moment: Instant | undefined, now: number): boolean => {
  const ahead = moment === undefined ? 0 : Date.parse(moment) - now;
  return ahead > 0 && ahead <= farthestAhead;
};

/** At the agreed time, when the message goes out at a time of its own. */
const isLinkAlive = (sendMoment: Instant | undefined, agreedMoment: Instant | undefined): boolean => {
  if (sendMoment === undefined || agreedMoment === undefined) return true;
  const after = Date.parse(agreedMoment) - Date.parse(sendMoment);
  return after >= 0 && after < linkLife;
};

/** Why a time cannot be used: there is none, or not in the coming week; the link would not work at the agreed time. */
export type TimeFault = 'sendAtHelp' | 'agreedLink';

/** The fields of time. */
export type TimeField = 'sendAt' | 'agreedAt';

/** Who is about to be invited: what has been typed, what is wrong with it, and what of that is told already. */
export class InviteForm {
  step: 'compose' | 'confirm' = 'compose';
  drafts: readonly Draft[] = [emptyDraft(0)];
  /** Fields that have been left, or all after trying to go on: their faults are told. */
  told: ReadonlySet<string> = new Set();
  /** Country calling codes besides 45 that may be written to. */
  countries: readonly string[] = [];
  /** As its field has it. When messages go out; `undefined`: at once, or shortly before the agreed time. */
  sendAt: string | undefined;
  /** As its field has it. */
  agreedAt: string | undefined;
  /** For a test call. */
  test = false;
  /** The visit of the number being written anew: whoever is in the form is invited to that. */
  visitId: string | undefined;
  /** What was being typed meanwhile, for another visit. */
  #aside: readonly Draft[] = [];
  #nextKey = 1;

  get faults(): readonly DraftFault[] {
    return faultsOf(this.drafts, this.countries);
  }

  /** Whether there is a number to read back. */
  get hasNumbers(): boolean {
    return this.drafts.some(({ withoutSms }) => !withoutSms);
  }

  /** When messages go out that do not at once for a time of their own, or for the agreed one. `now` in milliseconds. */
  goesOutAt(now: number): Instant | undefined {
    const { sendMoment, agreedMoment } = this;
    if (sendMoment !== undefined || agreedMoment === undefined) return sendMoment;
    return new Date(Math.max(now, Date.parse(agreedMoment) - inviteAheadMilliseconds)).toISOString();
  }

  /** When messages go out, where that is chosen. */
  get sendMoment(): Instant | undefined {
    return this.hasNumbers ? momentOf(this.sendAt) : undefined;
  }

  /** The agreed time. */
  get agreedMoment(): Instant | undefined {
    return momentOf(this.agreedAt);
  }

  /** What is wrong with a time that is wanted. `now` in milliseconds. */
  timeFault(field: TimeField, now: number): TimeFault | undefined {
    const { sendMoment, agreedMoment } = this;
    const isSend = field === 'sendAt';
    if (this[field] === undefined || (isSend && !this.hasNumbers)) return undefined;
    if (!isInReach(isSend ? sendMoment : agreedMoment, now)) return 'sendAtHelp';
    return isSend || isLinkAlive(sendMoment, agreedMoment) ? undefined : 'agreedLink';
  }

  /** The same, once it is to be told. */
  toldTimeFault(field: TimeField, now: number): TimeFault | undefined {
    return this.told.has(field) ? this.timeFault(field, now) : undefined;
  }

  type(key: number, change: Partial<Draft>): void {
    this.drafts = this.drafts.map((one) => (one.key === key ? { ...one, ...change } : one));
  }

  /** Answers whether that tells anything new. */
  leave(field: string): boolean {
    const [kind, key] = field.split('-');
    const draft = this.drafts.find((one) => `${one.key}` === key);
    // Somebody who only passes through an empty field has done nothing wrong.
    if (draft === undefined || draft[kind === 'name' ? 'name' : 'phone'].trim() === '') return false;
    if (this.told.has(field)) return false;
    this.told = new Set([...this.told, field]);
    return true;
  }

  /** Answers the new one's key. */
  add(): number {
    const key = this.#nextKey++;
    this.drafts = [...this.drafts, emptyDraft(key, 'relative')];
    return key;
  }

  drop(key: number): void {
    this.drafts = this.drafts.filter((one) => one.key !== key);
    if (this.drafts.length === 0) this.clear();
  }

  /** Tells every fault there is; answers whether there is none. `now` in milliseconds. */
  check(now: number): boolean {
    this.told = new Set([
      'sendAt',
      'agreedAt',
      ...this.drafts.flatMap(({ key }) => [`name-${key}`, `phone-${key}`]),
    ]);
    return (
      this.faults.every(isFaultless) && !this.timeFault('sendAt', now) && !this.timeFault('agreedAt', now)
    );
  }

  clear(): void {
    this.test &&= this.#aside.length > 0;
    this.drafts = this.#aside.length > 0 ? this.#aside : [emptyDraft(this.#nextKey++)];
    this.#aside = [];
    this.visitId = undefined;
    this.told = new Set();
    this.sendAt = undefined;
    this.agreedAt = undefined;
    this.step = 'compose';
  }

  /** Somebody's number is to be written anew, for the time there was; answers the draft's key. `now` in milliseconds. */
  rewrite({ visitId, sentAt, recipient: { name, role, language } }: Invite, now: number): number {
    const again = { ...emptyDraft(this.#nextKey++, role), name, language };
    const typed = this.drafts.filter((one) => !isEmpty(one));
    // Nobody else is invited to this visit for having been in the form.
    if (this.visitId !== visitId) this.#aside = [...this.#aside, ...typed];
    this.drafts = [...(this.visitId === visitId ? typed : []), again];
    this.visitId = visitId;
    if (Date.parse(sentAt) > now) this.sendAt = localAt(sentAt);
    // The visit has its own.
    this.agreedAt = undefined;
    this.step = 'compose';
    return again.key;
  }

  /** The field that the server could not use, from its JSON pointers such as `/recipients/1/phone`. */
  fieldAtFault({ code, fields }: Failure): string | undefined {
    for (const pointer of fields ?? []) {
      const [, index, kind] = /^\/recipients\/(\d+)\/(name|phone|role)$/.exec(pointer) ?? [];
      const draft = this.drafts[Number(index)];
      if (pointer === '/sendAt' || pointer === '/agreedAt') return `#${pointer.slice(1)}`;
      if (draft !== undefined && kind !== undefined) return `#${kind}-${draft.key}`;
    }
    return code === 'phone-invalid' ? 'input[type="tel"]' : undefined;
  }
}
