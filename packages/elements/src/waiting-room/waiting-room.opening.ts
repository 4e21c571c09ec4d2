import {
  instantOfLocal,
  localDateAt,
  readPhone,
  type Instant,
  type OpeningRequest,
} from '@venterum/contract';
import { fieldOf } from '../shared/field-of.ts';

/** What the form says, or which field cannot be used. */
export interface OpeningForm {
  readonly opening?: OpeningRequest;
  readonly invalid?: 'phone' | 'until';
}

/** A time of today in Denmark, later than now (milliseconds since the epoch). */
const untilFrom = (time: string, now: number): Instant | undefined => {
  const until = instantOfLocal(localDateAt(new Date(now).toISOString()), time);
  return Date.parse(until) > now ? until : undefined;
};

/** Reads the form. */
export const openingFrom = (form: HTMLFormElement, open: boolean, now: number): OpeningForm => {
  const [message, delay, time] = [
    fieldOf(form, 'message'),
    fieldOf(form, 'delayMinutes'),
    fieldOf(form, 'until'),
  ];
  const phone = readPhone(fieldOf(form, 'phone'));
  const until = untilFrom(time, now);
  if (phone.phone === undefined && phone.refusal !== 'empty') return { invalid: 'phone' };
  if (time !== '' && until === undefined) return { invalid: 'until' };
  return {
    opening: {
      open,
      ...(message === '' ? {} : { message }),
      ...(delay === '' ? {} : { delayMinutes: Number(delay) }),
      ...(phone.phone === undefined ? {} : { phone: phone.phone }),
      ...(time === '' || until === undefined ? {} : { until }),
    },
  };
};
