import { z } from 'zod';
import { problemStatus, type ProblemCode } from '../wire/problem.ts';
import { openingSchema } from './entities.ts';
import { idSchema, phoneSchema } from './values.ts';

const codes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

/** Schema of `Problem`. */
export const problemSchema = z.strictObject({
  type: z.string(),
  code: z.enum(codes),
  status: z.int(),
  title: z.string(),
  correlationId: z.string(),
  fields: z.array(z.string()).exactOptional(),
  visitId: idSchema.exactOptional(),
  opening: openingSchema.exactOptional(),
  phone: phoneSchema.exactOptional(),
  ended: z.enum(['logged-out', 'idle', 'expired', 'taken-over', 'revoked']).exactOptional(),
  retryAfter: z.int().exactOptional(),
});
