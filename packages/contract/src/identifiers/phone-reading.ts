import type { Phone } from './phone.ts';

/** Why a number typed as a recipient of SMS cannot be used. */
export type PhoneRefusal =
  'empty' | 'characters' | 'too-short' | 'too-long' | 'foreign' | 'short-code' | 'premium';

/** A number that can be used, or why not. */
export type PhoneReading =
  | { readonly phone: Phone; readonly refusal?: undefined }
  | { readonly phone?: undefined; readonly refusal: PhoneRefusal };

const DANISH = '45';
const NATIONAL_LENGTH = 8;
const FOREIGN_LENGTH = { from: 8, to: 15 };

const refuse = (refusal: PhoneRefusal): PhoneReading => ({ refusal });

/** International prefix (`+` or `00`) taken off; `undefined` country when the number was typed without. */
const splitCountry = (compact: string): { readonly national: string; readonly foreign: boolean } => {
  const international = compact.startsWith('+') ? compact.slice(1) : compact.replace(/^00/, '');
  if (international === compact) return { national: compact, foreign: false };
  return international.startsWith(DANISH)
    ? { national: international.slice(DANISH.length), foreign: false }
    : { national: international, foreign: true };
};

/** Of another country: nobody's national plan is known here, so E.164's own bounds are what can be checked. */
const readForeign = (digits: string, countries: readonly string[]): PhoneReading => {
  if (!countries.some((country) => country !== DANISH && digits.startsWith(country)))
    return refuse('foreign');
  if (digits.length < FOREIGN_LENGTH.from) return refuse('too-short');
  return digits.length > FOREIGN_LENGTH.to ? refuse('too-long') : { phone: `+${digits}` };
};

/**
 * Reads a Danish number as people type it (`20 12 34 56`, `+45 20123456`, `0045…`), and numbers of other countries
 * that are allowed, typed with their country calling code.
 * The national plan does not tell mobiles from landlines, so the sender confirms what is read back.
 * Premium (`90…`) and short numbers are refused.
 */
export const readPhone = (typed: string, countries: readonly string[] = []): PhoneReading => {
  const compact = typed.replace(/[\s().-]/g, '');
  if (compact === '') return refuse('empty');
  if (!/^\+?\d+$/.test(compact)) return refuse('characters');
  const { national, foreign } = splitCountry(compact);
  if (foreign) return readForeign(national, countries);
  if (national.length < NATIONAL_LENGTH)
    return refuse(/^1\d{2,5}$/.test(national) ? 'short-code' : 'too-short');
  if (national.length > NATIONAL_LENGTH) return refuse('too-long');
  if (national.startsWith('90')) return refuse('premium');
  if (/^[01]/.test(national)) return refuse('short-code');
  return { phone: `+${DANISH}${national}` };
};
