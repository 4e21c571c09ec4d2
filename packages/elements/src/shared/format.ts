import { formatPhone, type Instant, type Language, type WaitEstimate } from '@venterum/contract';

export { formatCpr, formatPhone } from '@venterum/contract';

const locale = (language: Language): string => (language === 'da' ? 'da-DK' : 'en-GB');

const cache = new Map<string, Intl.DateTimeFormat>();

const formatter = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language + Object.keys(options).join();
  const known = cache.get(key) ?? new Intl.DateTimeFormat(locale(language), options);
  cache.set(key, known);
  return known;
};

/** `14.30` in Danish, `14:30` in English; 24-hour clock, the browser's time zone. */
export const formatTime = (instant: Instant, language: Language): string =>
  formatter(language, { hour: '2-digit', minute: '2-digit' }).format(Date.parse(instant));

/** `22. nov. kl. 14.30` or `22 Nov at 14:30`. */
export const formatDayTime = (instant: Instant, language: Language): string => {
  const day = formatter(language, { day: 'numeric', month: 'short' }).format(Date.parse(instant));
  return `${day} ${language === 'da' ? 'kl.' : 'at'} ${formatTime(instant, language)}`;
};

/** `kl. 14.30` today, with its day otherwise. `now` in milliseconds since the epoch. */
export const formatMoment = (instant: Instant, language: Language, now: number): string =>
  new Date(instant).toDateString() === new Date(now).toDateString()
    ? `${language === 'da' ? 'kl.' : 'at'} ${formatTime(instant, language)}`
    : formatDayTime(instant, language);

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

/** A phone number in the words of a link: grouped as it is read aloud. */
export const phoneText = (phone: string): string => formatPhone(phone);
