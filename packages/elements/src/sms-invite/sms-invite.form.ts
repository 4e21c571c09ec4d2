import type { Invite } from '@venterum/contract';
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

/** As a field of the page's own time has it. */
const localTime = (date: Date): string =>
  new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** Who is about to be invited: what has been typed, what is wrong with it, and what of that is told already. */
export class InviteForm {
  step: 'compose' | 'confirm' = 'compose';
  drafts: readonly Draft[] = [emptyDraft(0)];
  /** Fields that have been left, or all after trying to go on: their faults are told. */
  told: ReadonlySet<string> = new Set();
  /** Country calling codes besides 45 that may be written to. */
  countries: readonly string[] = [];
  /** When messages go out, as a field has local time; `undefined`: at once. */
  sendAt: string | undefined;
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

  /** When messages go out, in milliseconds; `undefined`: at once. */
  get time(): number | undefined {
    return this.sendAt === undefined || !this.hasNumbers ? undefined : Date.parse(this.sendAt);
  }

  /** Whether messages cannot go out then. `now` in milliseconds. */
  isTimeAtFault(now: number): boolean {
    const { time = now + 1 } = this;
    return !(time > now && time - now <= farthestAhead);
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
    this.told = new Set(['send-at', ...this.drafts.flatMap(({ key }) => [`name-${key}`, `phone-${key}`])]);
    return this.faults.every(isFaultless) && !this.isTimeAtFault(now);
  }

  clear(): void {
    this.drafts = this.#aside.length > 0 ? this.#aside : [emptyDraft(this.#nextKey++)];
    this.#aside = [];
    this.visitId = undefined;
    this.told = new Set();
    this.sendAt = undefined;
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
    if (Date.parse(sentAt) > now) this.sendAt = localTime(new Date(sentAt));
    this.step = 'compose';
    return again.key;
  }

  /** The field that the server could not use, from its JSON pointers such as `/recipients/1/phone`. */
  fieldAtFault({ code, fields }: Failure): string | undefined {
    for (const pointer of fields ?? []) {
      const [, index, kind] = /^\/recipients\/(\d+)\/(name|phone|role)$/.exec(pointer) ?? [];
      const draft = this.drafts[Number(index)];
      if (draft !== undefined && kind !== undefined) return `#${kind}-${draft.key}`;
    }
    return code === 'phone-invalid' ? 'input[type="tel"]' : undefined;
  }
}
