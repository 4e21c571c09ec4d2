import { z } from 'zod';
import {
  clinicRoleSchema,
  clinicSummarySchema,
  municipalAreaSchema,
  participantSchema,
  roomAccessSchema,
} from './entities.ts';
import { cprSchema, idSchema, instantSchema, nameSchema, shortTextSchema } from './values.ts';

/** Schema of `VisitKind`. */
export const visitKindSchema = z.enum(['consultation', 'conference']);

/** Schema of `VisitOutcome`. */
export const visitOutcomeSchema = z.enum([
  'completed',
  'moved-to-phone',
  'moved-to-visit',
  'technical-failure',
  'no-show',
]);

/** Schema of `Stage`. */
export const stageSchema = z.strictObject({
  participantId: idSchema,
  as: z.enum(['speaker', 'signer', 'screen']),
});

const clinicReferenceSchema = z.strictObject({ id: idSchema, name: z.string() });

const visitFields = {
  id: idSchema,
  kind: visitKindSchema,
  origin: z.enum(['citizen-app', 'care-app', 'care-app-without-cpr', 'sms']),
  test: z.boolean(),
  state: z.enum(['invited', 'waiting', 'called', 'in-consultation', 'ended', 'left', 'removed', 'expired']),
  agreedAt: instantSchema.exactOptional(),
  arrivedAt: instantSchema,
  presence: z.enum(['online', 'away']),
  awaySince: instantSchema.exactOptional(),
  participants: z.array(participantSchema),
  roomId: idSchema.exactOptional(),
  stage: stageSchema.exactOptional(),
  startedAt: instantSchema.exactOptional(),
  endedAt: instantSchema.exactOptional(),
  durationSeconds: z.int().nonnegative().exactOptional(),
  outcome: visitOutcomeSchema.exactOptional(),
  message: z.string().exactOptional(),
  messageAt: instantSchema.exactOptional(),
  movedFrom: clinicReferenceSchema.exactOptional(),
  movedTo: z.strictObject({ clinic: clinicReferenceSchema, visitId: idSchema }).exactOptional(),
};

/** Schema of `JoinerVisit`. */
export const joinerVisitSchema = z.strictObject({
  ...visitFields,
  view: z.literal('joiner'),
  clinic: clinicSummarySchema,
  position: z.int().positive().exactOptional(),
  waitEstimate: z
    .strictObject({ fromMinutes: z.int().nonnegative(), toMinutes: z.int().nonnegative() })
    .exactOptional(),
  me: idSchema,
  clinician: z.strictObject({ name: z.string(), role: clinicRoleSchema }).exactOptional(),
});

const citizenAnswerSchema = z.strictObject({
  cpr: z.string().exactOptional(),
  name: z.string().exactOptional(),
});

/** Schema of `ClinicVisit`. */
export const clinicVisitSchema = z.strictObject({
  ...visitFields,
  view: z.literal('clinic'),
  clinicId: idSchema,
  citizen: citizenAnswerSchema.exactOptional(),
  reason: z.string().exactOptional(),
  municipality: z.string().exactOptional(),
  area: municipalAreaSchema.exactOptional(),
  jobTitle: z.string().exactOptional(),
  consented: z.boolean(),
  claim: z
    .strictObject({ by: idSchema, name: z.string(), role: clinicRoleSchema, at: instantSchema })
    .exactOptional(),
  clinicianParticipant: idSchema.exactOptional(),
  unattendedSince: instantSchema.exactOptional(),
});

/** Schema of `VisitView`. */
export const visitViewSchema = z.discriminatedUnion('view', [joinerVisitSchema, clinicVisitSchema]);

/** Schema of `Citizen`, as a joiner sends it. */
export const citizenSchema = z.strictObject({
  cpr: cprSchema.exactOptional(),
  name: nameSchema.exactOptional(),
});

/** Schema of a reason. */
export const reasonSchema = shortTextSchema;

/** Schema of `CallAnswer`. */
export const callAnswerSchema = z.strictObject({ visit: clinicVisitSchema, access: roomAccessSchema });
