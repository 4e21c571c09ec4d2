import type { SmsNews } from '../../ports/sms-gateway.ts';

/** What a gateway's words mean. */
export type StatusWords = Readonly<Record<string, SmsNews>>;

/** The meaning of a word, in any case; one that is not in the table is `unknown` and never `delivered`. */
export const meaningOf = (words: StatusWords, word: unknown): SmsNews => {
  const text = typeof word === 'number' ? String(word) : word;
  const known = typeof text === 'string' && Object.hasOwn(words, text.toUpperCase());
  return (known ? words[text.toUpperCase()] : undefined) ?? { status: 'unknown' };
};

/** What a table that is configuration can say of a word: how far the message is, or why it failed. */
const meanings: StatusWords = {
  queued: { status: 'queued' },
  sent: { status: 'sent' },
  delivered: { status: 'delivered' },
  failed: { status: 'failed' },
  number: { status: 'failed', failure: 'number' },
  unreachable: { status: 'failed', failure: 'unreachable' },
  refused: { status: 'failed', failure: 'refused' },
  gateway: { status: 'failed', failure: 'gateway' },
};

/** The names of meanings, for whoever writes such a table. */
export const meaningNames: readonly string[] = Object.keys(meanings);

/** A table out of configuration: JSON of words and names of meanings. `undefined` when it is none. */
export const readStatusWords = (text: string): StatusWords | undefined => {
  try {
    const table = JSON.parse(text) as unknown;
    if (typeof table !== 'object' || table === null) return undefined;
    const words = Object.entries(table).map(([word, name]) => {
      const meaning = Object.hasOwn(meanings, String(name)) ? meanings[String(name)] : undefined;
      return [word.toUpperCase(), meaning] as const;
    });
    const read = words.flatMap(([word, meaning]) =>
      meaning === undefined ? [] : [[word, meaning] as const],
    );
    return read.length === words.length && read.length > 0 ? Object.fromEntries(read) : undefined;
  } catch {
    return undefined;
  }
};
