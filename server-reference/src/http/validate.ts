import type { z } from 'zod';
import { Refusal } from '../services/refusal.ts';

type Issue = z.core.$ZodIssue;

const escaped = (segment: PropertyKey): string => String(segment).replaceAll('~', '~0').replaceAll('/', '~1');

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((segment) => `/${escaped(segment)}`).join('');

const pointersOf = (issue: Issue): readonly string[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => pointer([...issue.path, key]))
    : [pointer(issue.path)];

const codeOf = (issues: readonly Issue[]): 'cpr-invalid' | 'phone-invalid' | 'request-invalid' => {
  if (issues.every(({ message }) => message === 'cpr-invalid')) return 'cpr-invalid';
  if (issues.every(({ path }) => path.at(-1) === 'phone')) return 'phone-invalid';
  return 'request-invalid';
};

/** The value as the schema reads it. Refuses `request-invalid` (or what is wrong with a number) with JSON pointers. */
export const validate = <T extends z.ZodType>(schema: T, value: unknown): z.output<T> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  throw new Refusal(codeOf(issues), { fields: [...new Set(issues.flatMap(pointersOf))] });
};
