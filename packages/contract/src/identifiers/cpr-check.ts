import type { Cpr } from './cpr.ts';

/** What kind of number a {@link Cpr} is: the register's own, or the national (X) or regional (D) replacement. */
export type CprKind = 'cpr' | 'x-ecpr' | 'd-ecpr';

const SHAPE = /^(\d{2})(\d{2})(\d{2})([0-9][0-9A-Z]{3})$/;
const REPLACEMENT_TAIL = /^[01567][A-Z]{2}[0-9]$/;
/** Administrative replacement numbers add 60 to the day. */
const ADMINISTRATIVE_DAY_OFFSET = 60;

const century = (seventh: number, year: number): number => {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
};

/** Seventh character of a replacement number to century: 1 is 1900s, 7 is 2000s; 0, 5 and 6 (regional) say nothing. */
const replacementCenturies = (seventh: string): readonly number[] => {
  if (seventh === '1') return [1900];
  if (seventh === '7') return [2000];
  return [1900, 2000];
};

const isCalendarDate = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** The ten characters of what was typed: hyphens and white space gone, letters upper case. */
export const normaliseCpr = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

interface BirthDate {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const isRegistered = ({ day, month, year }: BirthDate, tail: string): boolean => {
  const calendarDay = day > ADMINISTRATIVE_DAY_OFFSET ? day - ADMINISTRATIVE_DAY_OFFSET : day;
  return isCalendarDate(century(Number(tail[0]), year) + year, month, calendarDay);
};

const replacementKind = ({ day, month, year }: BirthDate, tail: string): CprKind | undefined => {
  if (!REPLACEMENT_TAIL.test(tail)) return undefined;
  const seventh = tail.charAt(0);
  const exists = replacementCenturies(seventh).some((start) => isCalendarDate(start + year, month, day));
  if (!exists) return undefined;
  return seventh === '1' || seventh === '7' ? 'x-ecpr' : 'd-ecpr';
};

/**
 * Tells which kind of number this is, or `undefined` when it is none.
 * Checked: shape, calendar date and century. Modulus 11 is not: numbers issued since 1 October 2007 need not satisfy it.
 */
export const cprKind = (typed: string): CprKind | undefined => {
  const match = SHAPE.exec(normaliseCpr(typed));
  if (match === null) return undefined;
  const [, day, month, year, tail = ''] = match;
  const date = { day: Number(day), month: Number(month), year: Number(year) };
  if (!/^\d{4}$/.test(tail)) return replacementKind(date, tail);
  return isRegistered(date, tail) ? 'cpr' : undefined;
};

/** The normalised number, or `undefined` when what was typed is none. */
export const parseCpr = (typed: string): Cpr | undefined =>
  cprKind(typed) === undefined ? undefined : normaliseCpr(typed);
