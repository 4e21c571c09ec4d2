import { readPhone, type OpeningRequest } from '@venterum/contract';
import { fieldOf } from '../shared/field-of.ts';

/** What the form says, or which field cannot be used. */
export interface OpeningForm {
  readonly opening?: OpeningRequest;
  readonly invalid?: 'phone' | 'until';
}

/** A time of today, later than now (milliseconds since the epoch), on this screen's clock. */
const untilFrom = (time: string, now: number): string | undefined => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const until = new Date(now).setHours(hours, minutes, 0, 0);
  return until > now ? new Date(until).toISOString() : undefined;
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
