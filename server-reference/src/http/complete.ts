import type { AppContext } from './context.ts';

/** An answer: `text` may be left out. */
export interface Answer {
  readonly status: number;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The answer with all its headers in one go. Setting them one by one on the context costs more than all the rest
 * of answering; whatever is answered in another way gets them so.
 */
export const complete = (c: AppContext, { status, text, headers }: Answer): Response => {
  c.set('complete', true);
  return new Response(text ?? null, { status, headers: { ...c.get('headers'), ...headers } });
};
