import type { Ids } from '../ports/ids.ts';

/** Letters and digits nobody mistakes for each other. Source: Crockford's Base32. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Of five bits each: 80 bits, beside a login that must be good. */
const LENGTH = 16;

/** A fresh code in groups of four, to be read out or pasted. */
export const newMemberCode = (ids: Ids): string => {
  const letters = Array.from(ids.token().slice(0, LENGTH), (one) => ALPHABET[BASE64URL.indexOf(one) % 32]);
  return letters.join('').replace(/.{4}(?=.)/g, '$&-');
};

/** A code as it is compared: however it was typed. */
export const normalMemberCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
