import type { Instant, Language, WaitEstimate } from '@venterum/contract';

export { formatCpr, formatPhone } from '@venterum/contract';

const locale = (language: Language): string => (language === 'da' ? 'da-DK' : 'en-GB');

const cache = new Map<string, Intl.DateTimeFormat>();

/** A day or a time, in Denmark wherever the page is: it is the clinic's. */
const written = (at: number, language: Language, part: 'day' | 'time'): string => {
  const key = language + part;
  const known =
    cache.get(key) ??
    new Intl.DateTimeFormat(locale(language), {
      timeZone: 'Europe/Copenhagen',
      ...(part === 'day' ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit' }),
    });
  cache.set(key, known);
  return known.format(at);
};

/** `14.30` in Danish, `14:30` in English; 24-hour clock, Danish time. */
export const formatTime = (instant: Instant, language: Language): string =>
  written(Date.parse(instant), language, 'time');

/** Whether the day is today in Denmark, of times less than a year apart. `now` in milliseconds since the epoch. */
export const isToday = (instant: Instant, now: number): boolean =>
  written(Date.parse(instant), 'da', 'day') === written(now, 'da', 'day');

/**
 * `kl. 14.30` or `14:30` today, otherwise `22. nov. kl. 14.30` or `22 Nov 14:30`: both stand after "since" and "until" as
 * well. `now` in milliseconds since the epoch; without it always with its day.
 */
export const formatMoment = (instant: Instant, language: Language, now?: number): string => {
  const time = `${language === 'da' ? 'kl. ' : ''}${formatTime(instant, language)}`;
  return now !== undefined && isToday(instant, now)
    ? time
    : `${written(Date.parse(instant), language, 'day')} ${time}`;
};

/** `10-20 min.`; a range that begins at nothing is `under 5 min.`. */
export const formatWait = (estimate: WaitEstimate, language: Language): string => {
  const unit = language === 'da' ? 'min.' : 'min';
  return estimate.fromMinutes === 0
    ? `under ${estimate.toMinutes} ${unit}`
    : `${estimate.fromMinutes}-${estimate.toMinutes} ${unit}`;
};

/** Whole minutes since an instant, never negative. `now` in milliseconds since the epoch. */
export const minutesSince = (instant: Instant, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));

/** Whole seconds until an instant, never negative. `now` in milliseconds since the epoch. */
export const secondsUntil = (instant: Instant, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000));

/** `12 min.` or `1 t. 5 min.`. */
export const formatMinutes = (minutes: number, language: Language): string => {
  const [hour, minute] = language === 'da' ? ['t.', 'min.'] : ['h', 'min'];
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} ${minute}` : `${hours} ${hour} ${minutes % 60} ${minute}`;
};

/** `0:42`, `12:05`, `1:02:05`: running time of a call. */
export const formatClock = (seconds: number): string => {
  const two = (value: number): string => `${value}`.padStart(2, '0');
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
};

/** What a phone link points at. */
export const phoneLink = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;
