import { instantPlus, type Instant } from './instant.ts';

/** A calendar date in Denmark, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A time of day in Denmark, `HH:MM`, from `00:00` to `24:00`. Fixed width, so times sort as text. */
export type LocalTime = string;

const minute = 60_000;
const hour = 60 * minute;

const zone = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Copenhagen', timeZoneName: 'longOffset' });

/** Summer time begins and ends on the hour, so one answer is good for the whole of it. */
const offsets = new Map<number, number>();
const rememberedHours = 1000;

/** Milliseconds that Danish time is ahead of UTC. */
const offsetAt = (milliseconds: number): number => {
  const key = Math.floor(milliseconds / hour);
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const name = zone.formatToParts(milliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, hours = '1', minutes = '0'] = /GMT\+(\d+):(\d+)/.exec(name) ?? [];
  const offset = Number(hours) * hour + Number(minutes) * minute;
  if (offsets.size >= rememberedHours) offsets.clear();
  offsets.set(key, offset);
  return offset;
};

/** What clocks in Denmark show at a moment, `YYYY-MM-DDTHH:MM`: as a field for it has it. */
export const localAt = (instant: Instant): string => {
  const milliseconds = Date.parse(instant);
  return new Date(milliseconds + offsetAt(milliseconds)).toISOString().slice(0, 16);
};

/** The date in Denmark at a moment. */
export const localDateAt = (instant: Instant): LocalDate => localAt(instant).slice(0, 10);

/**
 * The moment at which clocks in Denmark show this. A time that is skipped when summer time begins is the moment as
 * many minutes after the change; one that comes twice when it ends is the second.
 */
export const instantOfLocal = (date: LocalDate, time: LocalTime): Instant => {
  const [hours = '0', minutes = '0'] = time.split(':');
  const shown = Date.parse(`${date}T00:00:00.000Z`) + Number(hours) * hour + Number(minutes) * minute;
  const about = shown - offsetAt(shown);
  return new Date(shown - offsetAt(about)).toISOString();
};

/** The date a number of days later. */
export const datePlus = (date: LocalDate, days: number): LocalDate =>
  instantPlus(`${date}T00:00:00.000Z`, days * 24 * hour).slice(0, 10);

/** Day of the week: 0 is Monday. */
export const weekdayOf = (date: LocalDate): number => (new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7;
