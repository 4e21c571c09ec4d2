import type { Failure } from '@venterum/client';
import type { SharedTexts } from './shared.texts.da.ts';

/** What went wrong in words: state, cause, next step. A code without words of its own is answered with those of `internal`. */
export const failureText = (failure: Failure, texts: SharedTexts): string => {
  const key = `failure:${failure.code}`;
  return Object.hasOwn(texts, key) ? texts[key as keyof SharedTexts] : texts['failure:internal'];
};
