/**
 * A moment in UTC as RFC 3339 with milliseconds, e.g. `2026-11-22T13:30:00.000Z`.
 * Fixed width, so instants sort as text. Local time exists only on the screen.
 */
export type Instant = string;

/** The instant `milliseconds` after (or, when negative, before) another. */
export const instantPlus = (instant: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export const millisecondsBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** The later of two. */
export const laterOf = (one: Instant, other: Instant): Instant => (one < other ? other : one);
