import { z } from 'zod';
import { parseCpr } from '../identifiers/cpr-check.ts';

/** Opaque ids: URL-safe, at most 64 characters. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** RFC 3339 in UTC with milliseconds. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** A CPR or replacement number, with or without hyphen; normalised on the way in. */
export const cprSchema = z
  .string()
  .max(14)
  .refine((typed) => parseCpr(typed) !== undefined, { message: 'cpr-invalid' })
  .transform((typed) => parseCpr(typed) ?? typed);

/** E.164. */
export const phoneSchema = z.string().regex(/^\+[1-9]\d{6,14}$/);

/** Words of a person: no control characters, trimmed, not empty. */
export const textSchema = (maximum: number): z.ZodString =>
  z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u);

/**
 * A person's name, at most 100 characters. Characters that turn the direction of writing are refused: a name with them
 * shows as another, and moves the words around it.
 */
export const nameSchema = textSchema(100)
  .regex(/^\P{Bidi_Control}*$/u)
  .describe('Without control characters and without those that turn the direction of writing.');

/** A reason or message, at most 280 characters. */
export const shortTextSchema = textSchema(280);
