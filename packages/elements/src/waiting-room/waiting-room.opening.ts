import { readPhone, type OpeningRequest } from '@venterum/contract';

/** A field of a form as typed, without white space around it. */
export const fieldOf = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** What the form says, or `undefined` when its phone number cannot be used. */
export const openingFrom = (form: HTMLFormElement, open: boolean): OpeningRequest | undefined => {
  const [message, delay] = [fieldOf(form, 'message'), fieldOf(form, 'delayMinutes')];
  const phone = readPhone(fieldOf(form, 'phone'));
  if (phone.phone === undefined && phone.refusal !== 'empty') return undefined;
  return {
    open,
    ...(message === '' ? {} : { message }),
    ...(delay === '' ? {} : { delayMinutes: Number(delay) }),
    ...(phone.phone === undefined ? {} : { phone: phone.phone }),
  };
};
