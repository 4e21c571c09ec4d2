import type { IncomingMessage } from 'node:http';

const MAX_BYTES = 4_096;

/** The fields of a posted form. Rejects when there is more than a form of ours can hold. */
export const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_BYTES) throw new Error('The form is too large.');
  }
  return new URLSearchParams(text);
};
