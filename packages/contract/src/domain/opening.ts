import type { Opening, OpeningSettings } from './clinic.ts';
import { instantPlus, type Instant } from './instant.ts';
import {
  datePlus,
  instantOfLocal,
  localDateAt,
  weekdayOf,
  type LocalDate,
  type LocalTime,
} from './local-time.ts';

/** A stretch in which one can queue, in Danish local time: from the first moment of `from`, before that of `to`. */
export interface OpeningHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/** A day on which the week does not count: other hours, or none. */
export interface OpeningException {
  readonly date: LocalDate;
  readonly hours: readonly OpeningHours[];
  /** The clinic's words on that day while it is closed, at most 280 characters. */
  readonly message?: string;
}

/** When a clinic takes people into its queue, week after week. */
export interface OpeningPlan {
  /** Seven days, Monday first; at most four stretches each. */
  readonly week: readonly (readonly OpeningHours[])[];
  /** At most 60. */
  readonly exceptions: readonly OpeningException[];
  /** The clinic's words while the plan has it closed, at most 280 characters. */
  readonly closedMessage?: string;
}

/** Sixty days may be excepted one after the other, and a week has every stretch there is. */
const horizonDays = 70;

const exceptionOn = (plan: OpeningPlan, date: LocalDate): OpeningException | undefined =>
  plan.exceptions.find((one) => one.date === date);

const stretchesOn = (
  plan: OpeningPlan,
  date: LocalDate,
): readonly { readonly from: Instant; readonly to: Instant }[] => {
  const hours = exceptionOn(plan, date)?.hours ?? plan.week[weekdayOf(date)] ?? [];
  return hours.map(({ from, to }) => ({ from: instantOfLocal(date, from), to: instantOfLocal(date, to) }));
};

/** Whether the plan has the clinic open at a moment. Times are Danish, through every change to and from summer time. */
export const isPlannedOpen = (plan: OpeningPlan, instant: Instant): boolean =>
  stretchesOn(plan, localDateAt(instant)).some(({ from, to }) => from <= instant && instant < to);

/** A stretch that begins where another ends, or within it, is no turn. */
const turns = (plan: OpeningPlan, edge: Instant, open: boolean): boolean =>
  isPlannedOpen(plan, edge) === open && isPlannedOpen(plan, instantPlus(edge, -1)) !== open;

/** When the plan next turns, from what it is at a moment to `open`; `undefined` when not within ten weeks. */
const nextTurn = (plan: OpeningPlan, after: Instant, open: boolean): Instant | undefined => {
  const today = localDateAt(after);
  for (let day = 0; day <= horizonDays; day += 1) {
    const edges = stretchesOn(plan, datePlus(today, day)).map(({ from, to }) => (open ? from : to));
    const turn = edges.sort().find((edge) => edge > after && turns(plan, edge, open));
    if (turn !== undefined) return turn;
  }
  return undefined;
};

/** When what was said by hand stops to count; `undefined`: not by itself. */
const endOfHand = ({ open, until, saidAt, plan }: OpeningSettings): Instant | undefined =>
  until ?? (plan === undefined || saidAt === undefined ? undefined : nextTurn(plan, saidAt, !open));

const isByHand = (settings: OpeningSettings, instant: Instant): boolean => {
  if (settings.plan !== undefined && settings.saidAt === undefined) return false;
  const end = endOfHand(settings);
  return end === undefined || instant < end;
};

type Fields = { readonly [Key in keyof Opening]: Opening[Key] | undefined };

const openingOf = (fields: Fields): Opening =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as Opening;

const byPlan = (plan: OpeningPlan, instant: Instant): Pick<Fields, 'open' | 'until' | 'message'> => {
  const open = isPlannedOpen(plan, instant);
  const message = exceptionOn(plan, localDateAt(instant))?.message ?? plan.closedMessage;
  return { open, until: nextTurn(plan, instant, !open), message: open ? undefined : message };
};

/** Whether one can queue at a moment, and what the clinic says then. Pure: the same at every server and at any time. */
export const openingAt = (settings: OpeningSettings, instant: Instant): Opening => {
  const { open, message, delayMinutes, phone, plan } = settings;
  if (isByHand(settings, instant))
    return openingOf({ open, until: endOfHand(settings), message, delayMinutes, phone });
  const rest = { delayMinutes: undefined, phone };
  return openingOf(
    plan === undefined
      ? { open: !open, until: undefined, message: undefined, ...rest }
      : { ...byPlan(plan, instant), ...rest },
  );
};
