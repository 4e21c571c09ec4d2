import {
  readPhone,
  type LocalDate,
  type OpeningException,
  type OpeningHours,
  type OpeningPlan,
} from '@venterum/contract';

/** A day in the form: of the week, or an exception. What is typed is kept as it is. */
export interface DayDraft {
  readonly hours: readonly OpeningHours[];
}

/** An exception in the form. */
export interface ExceptionDraft extends DayDraft {
  readonly date: LocalDate;
  readonly message: string;
}

/** A weekly plan while it is being written. */
export interface PlanDraft {
  /** Monday first. */
  readonly week: readonly DayDraft[];
  readonly exceptions: readonly ExceptionDraft[];
  readonly closedMessage: string;
  readonly phone: string;
}

/** What can be wrong with a field. */
export type PlanFault = 'time' | 'order' | 'overlap' | 'date' | 'past' | 'twice' | 'phone';

/** Faults by the id of their field, in the order of the form. */
export type PlanFaults = ReadonlyMap<string, PlanFault>;

/** The server takes no more. */
export const limits = { stretches: 4, exceptions: 60, characters: 280 } as const;

const usual: readonly OpeningHours[] = [{ from: '08:00', to: '15:00' }];

/** Before anything is planned: usual hours on workdays, to be changed. */
const usualWeek: readonly (readonly OpeningHours[])[] = [usual, usual, usual, usual, usual, [], []];

// A field for a time has no 24:00: midnight at the end of a day is typed as the beginning of the next.
const shown = ({ from, to }: OpeningHours): OpeningHours => ({ from, to: to === '24:00' ? '00:00' : to });
const meant = ({ from, to }: OpeningHours): OpeningHours => ({ from, to: to === '00:00' ? '24:00' : to });

const exceptionDraft = ({ date, hours, message = '' }: OpeningException): ExceptionDraft => ({
  date,
  hours: hours.map(shown),
  message,
});

/** The form for a plan, or for a first one; days that are over are left out. `phone`: as it is read aloud. */
export const draftOf = (
  plan: OpeningPlan | undefined,
  { phone, today }: { readonly phone: string; readonly today: LocalDate },
): PlanDraft => ({
  week: (plan?.week ?? usualWeek).map((hours) => ({ hours: hours.map(shown) })),
  exceptions: (plan?.exceptions ?? []).filter(({ date }) => date >= today).map(exceptionDraft),
  closedMessage: plan?.closedMessage ?? '',
  phone,
});

/** The plan that a draft without faults is. */
export const planOf = ({ week, exceptions, closedMessage }: PlanDraft): OpeningPlan => ({
  week: week.map(({ hours }) => hours.map(meant)),
  exceptions: exceptions.map(({ date, hours, message }) => ({
    date,
    hours: hours.map(meant),
    ...(message.trim() === '' ? {} : { message: message.trim() }),
  })),
  ...(closedMessage.trim() === '' ? {} : { closedMessage: closedMessage.trim() }),
});

// What is not typed yet stays last, where it was added.
const inOrder = (one: string, other: string): number => ((one || '~') < (other || '~') ? -1 : 1);

/** The same draft with stretches and exceptions in the order of time. */
export const sorted = (draft: PlanDraft): PlanDraft => {
  const byTime = <Day extends DayDraft>(day: Day): Day => ({
    ...day,
    hours: [...day.hours].sort((one, other) => inOrder(one.from, other.from)),
  });
  const exceptions = [...draft.exceptions].sort((one, other) => inOrder(one.date, other.date));
  return { ...draft, week: draft.week.map(byTime), exceptions: exceptions.map(byTime) };
};

/** What a stretch is called in the ids of its fields; `day` is `w0` to `w6`, or `e0` and on. */
export const stretchId = (day: string, index: number): string => `${day}-${index}`;

const stretchFault = (
  hours: readonly OpeningHours[],
  index: number,
): ['from' | 'to', PlanFault] | undefined => {
  const { from, to } = meant(hours[index] ?? { from: '', to: '' });
  if (from === '') return ['from', 'time'];
  if (to === '') return ['to', 'time'];
  if (to <= from) return ['to', 'order'];
  const isOver = hours
    .slice(0, index)
    .map(meant)
    .some((earlier) => from < earlier.to && earlier.from < to);
  return isOver ? ['from', 'overlap'] : undefined;
};

const dateFault = (
  exceptions: readonly ExceptionDraft[],
  index: number,
  today: LocalDate,
): PlanFault | undefined => {
  const { date } = exceptions[index] ?? { date: '' };
  if (date === '') return 'date';
  if (date < today) return 'past';
  return exceptions.slice(0, index).some((one) => one.date === date) ? 'twice' : undefined;
};

/** Everything that must be mended before the plan can be saved. */
export const faultsOf = ({ week, exceptions, phone }: PlanDraft, today: LocalDate): PlanFaults => {
  const faults = new Map<string, PlanFault>();
  const checkHours = (day: string, { hours }: DayDraft): void => {
    hours.forEach((_, index) => {
      const [field, fault] = stretchFault(hours, index) ?? [];
      if (field !== undefined && fault !== undefined) faults.set(`${stretchId(day, index)}-${field}`, fault);
    });
  };
  week.forEach((day, index) => {
    checkHours(`w${index}`, day);
  });
  exceptions.forEach((day, index) => {
    const fault = dateFault(exceptions, index, today);
    if (fault !== undefined) faults.set(`e${index}-date`, fault);
    checkHours(`e${index}`, day);
  });
  const { refusal } = readPhone(phone);
  if (refusal !== undefined && refusal !== 'empty') faults.set('plan-phone', 'phone');
  return faults;
};
