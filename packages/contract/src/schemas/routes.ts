import { z } from 'zod';
import type { RouteName } from '../wire/routes.ts';
import {
  clinicRoleSchema,
  clinicSummarySchema,
  companionRoleSchema,
  consentSchema,
  inviteAccessSchema,
  inviteSchema,
  languageSchema,
  memberSchema,
  openingPlanSchema,
  openingSchema,
  publicConfigSchema,
  recipientSchema,
  roomAccessSchema,
  sessionSchema,
} from './entities.ts';
import { cprSchema, idSchema, instantSchema, nameSchema, shortTextSchema } from './values.ts';
import {
  callAnswerSchema,
  citizenSchema,
  clinicVisitSchema,
  joinerVisitSchema,
  reasonSchema,
  stageSchema,
  visitKindSchema,
  visitOutcomeSchema,
  visitViewSchema,
} from './visits.ts';

const deviceIdSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
const tokenSchema = z.string().min(1).max(128);
const nothing = z.undefined();
const memberList = z.strictObject({ members: z.array(memberSchema) });
const inviteList = z.strictObject({ invites: z.array(inviteSchema) });

const sessionGrantSchema = z.discriminatedUnion('grant', [
  z.strictObject({
    grant: z.literal('oidc'),
    token: z.string().min(1).max(8192),
    deviceId: deviceIdSchema.exactOptional(),
    device: z.enum(['shared', 'personal']).exactOptional(),
    replaces: z.string().min(1).max(128).exactOptional(),
    memberCode: z.string().min(1).max(40).exactOptional(),
  }),
  z.strictObject({
    grant: z.literal('invite'),
    token: tokenSchema,
    deviceId: deviceIdSchema,
    name: nameSchema.exactOptional(),
  }),
  z.strictObject({
    grant: z.literal('code'),
    code: z.string().regex(/^\d{6}$/),
    deviceId: deviceIdSchema,
    name: nameSchema.exactOptional(),
  }),
]);

const joinRequestSchema = z.strictObject({
  clinicId: idSchema.exactOptional(),
  kind: visitKindSchema.exactOptional(),
  test: z.boolean().exactOptional(),
  citizen: citizenSchema.exactOptional(),
  reason: reasonSchema.exactOptional(),
  agreedAt: instantSchema.exactOptional(),
  consentId: idSchema.exactOptional(),
  inTheRoom: z
    .array(z.strictObject({ role: companionRoleSchema, name: nameSchema.exactOptional() }))
    .max(5)
    .exactOptional(),
});

const consentRequestSchema = z.strictObject({
  purpose: z.enum(['declaration', 'consent']),
  textVersion: z.string().max(20),
  language: languageSchema,
  form: z.enum(['oral', 'written']).exactOptional(),
  givenBy: z.enum(['citizen', 'guardian', 'relative-with-power-of-attorney']).exactOptional(),
});

const planSchema = z.strictObject({ plan: openingPlanSchema.exactOptional() });
const messageSchema = z.strictObject({ message: shortTextSchema });
const removeSchema = z.strictObject({ message: shortTextSchema.exactOptional() });
const visitCountSchema = z.strictObject({ visits: z.int().nonnegative() });
const handoverSchema = z.union([z.strictObject({ to: idSchema }), z.strictObject({ clinicId: idSchema })]);

/** Query, body and answer schemas of every route, by the names of `routes`. Bodies refuse unknown fields. */
export const routeSchemas = {
  'config.get': { query: nothing, body: nothing, answer: publicConfigSchema },
  'sessions.create': { query: nothing, body: sessionGrantSchema, answer: sessionSchema },
  'sessions.end': { query: nothing, body: nothing, answer: nothing },
  'sessions.activity': { query: nothing, body: nothing, answer: z.strictObject({ endsAt: instantSchema }) },
  'clinics.search': {
    query: z.strictObject({ search: z.string().trim().min(2).max(100) }),
    body: nothing,
    answer: z.strictObject({ clinics: z.array(clinicSummarySchema) }),
  },
  'clinics.own': {
    query: nothing,
    body: z.strictObject({ cpr: cprSchema.exactOptional() }),
    answer: clinicSummarySchema,
  },
  'clinics.get': { query: nothing, body: nothing, answer: clinicSummarySchema },
  'clinics.opening': { query: nothing, body: openingSchema, answer: clinicSummarySchema },
  'clinics.plan': { query: nothing, body: nothing, answer: planSchema },
  'clinics.setPlan': { query: nothing, body: planSchema, answer: planSchema },
  'clinics.message': { query: nothing, body: messageSchema, answer: visitCountSchema },
  'clinics.removeAll': { query: nothing, body: removeSchema, answer: visitCountSchema },
  'members.list': { query: nothing, body: nothing, answer: memberList },
  'members.add': {
    query: nothing,
    body: z.strictObject({ name: nameSchema, role: clinicRoleSchema }),
    answer: z.strictObject({ member: memberSchema, code: z.string() }),
  },
  'members.change': {
    query: nothing,
    body: z.strictObject({ member: idSchema, role: clinicRoleSchema }),
    answer: memberList,
  },
  'members.remove': { query: z.strictObject({ member: idSchema }), body: nothing, answer: memberList },
  'members.signout': {
    query: nothing,
    body: z.strictObject({ member: idSchema, session: idSchema.exactOptional() }),
    answer: memberList,
  },
  'visits.join': { query: nothing, body: joinRequestSchema, answer: joinerVisitSchema },
  'visits.list': {
    query: z.strictObject({ clinic: idSchema.exactOptional() }),
    body: nothing,
    answer: z.strictObject({ visits: z.array(visitViewSchema) }),
  },
  'visits.get': { query: nothing, body: nothing, answer: visitViewSchema },
  'visits.call': { query: nothing, body: nothing, answer: callAnswerSchema },
  'visits.release': { query: nothing, body: nothing, answer: clinicVisitSchema },
  'visits.handover': { query: nothing, body: handoverSchema, answer: clinicVisitSchema },
  'visits.message': { query: nothing, body: messageSchema, answer: clinicVisitSchema },
  'visits.admit': {
    query: nothing,
    body: z.strictObject({ participantId: idSchema }),
    answer: clinicVisitSchema,
  },
  'visits.dismiss': {
    query: nothing,
    body: z.strictObject({ participantId: idSchema }),
    answer: clinicVisitSchema,
  },
  'visits.stage': {
    query: nothing,
    body: z.strictObject({ stage: stageSchema.exactOptional() }),
    answer: visitViewSchema,
  },
  'visits.leave': { query: nothing, body: nothing, answer: joinerVisitSchema },
  'visits.remove': { query: nothing, body: removeSchema, answer: clinicVisitSchema },
  'visits.end': {
    query: nothing,
    body: z.strictObject({ outcome: visitOutcomeSchema }),
    answer: clinicVisitSchema,
  },
  'visits.ticket': { query: nothing, body: nothing, answer: roomAccessSchema },
  'invites.send': {
    query: nothing,
    body: z.strictObject({
      clinicId: idSchema,
      visitId: idSchema.exactOptional(),
      recipients: z.array(recipientSchema).min(1).max(5),
      sendAt: instantSchema.exactOptional(),
      agreedAt: instantSchema.exactOptional(),
      kind: visitKindSchema.exactOptional(),
      test: z.boolean().exactOptional(),
    }),
    answer: inviteList,
  },
  'invites.list': { query: z.strictObject({ clinic: idSchema }), body: nothing, answer: inviteList },
  'invites.decline': {
    query: nothing,
    body: z.strictObject({ token: tokenSchema, deviceId: deviceIdSchema }),
    answer: nothing,
  },
  'invites.access': { query: nothing, body: nothing, answer: inviteAccessSchema },
  'invites.resend': { query: nothing, body: nothing, answer: inviteList },
  'invites.revoke': { query: nothing, body: nothing, answer: inviteList },
  'invites.rewrite': { query: nothing, body: nothing, answer: inviteList },
  'consents.record': { query: nothing, body: consentRequestSchema, answer: consentSchema },
  'consents.withdraw': { query: nothing, body: nothing, answer: consentSchema },
} as const satisfies Record<RouteName, { query: z.ZodType; body: z.ZodType; answer: z.ZodType }>;
