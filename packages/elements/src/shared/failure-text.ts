import type { Failure } from '@venterum/client';
import type { SharedTexts } from './shared.texts.da.ts';
import { stringsChanged } from './strings.ts';

type FailureTexts = Readonly<Record<'failure:internal', string>>;

/** So long after they could not be fetched, the words are asked for again. */
const PAUSE_MILLISECONDS = 10_000;

let words: Partial<SharedTexts> = {};
let fetched: Promise<void> | undefined;

/** The Danish words for failures, as far as they are there. */
export const failureWords = (): Partial<SharedTexts> => words;

/** Fetches them, once for the whole page. Settles as well when they cannot be fetched. */
export const fetchFailureWords = (): Promise<void> => {
  fetched ??= import('./failures.texts.da.ts').then(
    ({ failuresDa }) => {
      words = failuresDa;
      stringsChanged();
    },
    () => {
      setTimeout(() => (fetched = undefined), PAUSE_MILLISECONDS);
    },
  );
  return fetched;
};

/** What went wrong in words: state, cause, next step, with the `{minutes}` to wait. A code without words of its own is answered with those of `internal`. */
export const failureText = (failure: Failure, texts: FailureTexts): string => {
  const key = `failure:${failure.code}`;
  if (Object.hasOwn(texts, key))
    return texts[key as 'failure:internal'].replace(
      '{minutes}',
      `${Math.ceil((failure.retryAfter ?? 60) / 60)}`,
    );
  void fetchFailureWords();
  return texts['failure:internal'];
};
