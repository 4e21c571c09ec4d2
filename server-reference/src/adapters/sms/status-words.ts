import type { SmsNews } from '../../ports/sms-gateway.ts';

/** What a gateway's words mean. */
export type StatusWords = Readonly<Record<string, SmsNews>>;

/** The meaning of a word, in any case; one that is not in the table is `unknown` and never `delivered`. */
export const meaningOf = (words: StatusWords, word: unknown): SmsNews => {
  const text = typeof word === 'number' ? String(word) : word;
  const known = typeof text === 'string' && Object.hasOwn(words, text.toUpperCase());
  return (known ? words[text.toUpperCase()] : undefined) ?? { status: 'unknown' };
};
