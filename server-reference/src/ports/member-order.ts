import type { MemberRecord } from './records.ts';

/** The order of names, Danish; the same in every store, since names are sealed in some. */
const names = new Intl.Collator('da');

/** Puts members in the order of their names. */
export const byMemberName = (left: MemberRecord, right: MemberRecord): number =>
  names.compare(left.name, right.name) || (left.id < right.id ? -1 : 1);
