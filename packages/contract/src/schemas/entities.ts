import { z } from 'zod';
import { idSchema, instantSchema, nameSchema, phoneSchema, shortTextSchema } from './values.ts';

/** Schema of `Support`. */
export const supportSchema = z.strictObject({
  name: nameSchema,
  phone: phoneSchema.exactOptional(),
  email: z.email().exactOptional(),
  url: z.url().exactOptional(),
});

/** Schema of `Opening`. */
export const openingSchema = z.strictObject({
  open: z.boolean(),
  until: instantSchema.exactOptional(),
  message: shortTextSchema.exactOptional(),
  delayMinutes: z.int().min(1).max(240).exactOptional(),
  phone: phoneSchema.exactOptional(),
});

const localTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const openingHoursSchema = z
  .array(
    z
      .strictObject({ from: localTimeSchema, to: localTimeSchema })
      .refine(({ from, to }) => from < to, { path: ['to'] }),
  )
  .max(4);

/** Schema of `OpeningPlan`. */
export const openingPlanSchema = z.strictObject({
  week: z.array(openingHoursSchema).length(7),
  exceptions: z
    .array(
      z.strictObject({
        date: z.iso.date(),
        hours: openingHoursSchema,
        message: shortTextSchema.exactOptional(),
      }),
    )
    .max(60),
  closedMessage: shortTextSchema.exactOptional(),
});

/** Schema of `OpeningSettings`. */
export const openingSettingsSchema = openingSchema.extend({
  saidAt: instantSchema.exactOptional(),
  plan: openingPlanSchema.exactOptional(),
});

/** Schema of `Clinic`. */
export const clinicSchema = z.strictObject({
  id: idSchema,
  ydernummer: z.string().regex(/^\d{6}$/),
  name: nameSchema,
  address: z.string().max(200),
  opening: openingSettingsSchema,
  support: supportSchema.exactOptional(),
});

/** Schema of `ClinicSummary`. */
export const clinicSummarySchema = clinicSchema.omit({ opening: true }).extend({
  ...openingSchema.shape,
});

/** Schema of `ClinicRole`. */
export const clinicRoleSchema = z.enum(['doctor', 'staff', 'manager']);

/** Schema of `Member`. */
export const memberSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  role: clinicRoleSchema,
  status: z.enum(['invited', 'active']),
  authorised: z.literal(true).exactOptional(),
  principalId: idSchema.exactOptional(),
  signedIn: z.boolean(),
  invitedUntil: instantSchema.exactOptional(),
  sessions: z
    .array(z.strictObject({ id: idSchema, startedAt: instantSchema, activeAt: instantSchema }))
    .exactOptional(),
});

/** Schema of `MunicipalArea`. */
export const municipalAreaSchema = z.enum([
  'care-home',
  'home-nursing',
  'residential',
  'acute',
  'rehabilitation',
  'other',
]);

/** Schema of `Principal`. */
export const principalSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('clinic-staff'),
    id: idSchema,
    name: nameSchema,
    role: clinicRoleSchema,
    clinicIds: z.array(idSchema),
  }),
  z.strictObject({
    kind: z.literal('municipal-employee'),
    id: idSchema,
    name: nameSchema.exactOptional(),
    municipality: z.string().regex(/^\d{8}$/),
    area: municipalAreaSchema.exactOptional(),
    jobTitle: nameSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('citizen'), id: idSchema, name: nameSchema.exactOptional() }),
  z.strictObject({
    kind: z.literal('guest'),
    id: idSchema,
    name: nameSchema.exactOptional(),
    inviteId: idSchema,
  }),
]);

/** Schema of `Session`. */
export const sessionSchema = z.strictObject({
  token: z.string().min(43).max(128),
  principal: principalSchema,
  idleSeconds: z.int().positive(),
  expiresAt: instantSchema,
  resumed: z.boolean().exactOptional(),
});

/** Schema of `ParticipantRole`. */
export const participantRoleSchema = z.enum([
  'clinician',
  'care-staff',
  'citizen',
  'relative',
  'interpreter',
  'other',
]);

/** Schema of the roles that can be invited or stand beside a device. */
export const companionRoleSchema = participantRoleSchema.exclude(['clinician']);

/** Schema of `Participant`. */
export const participantSchema = z.strictObject({
  id: idSchema,
  role: participantRoleSchema,
  name: nameSchema.exactOptional(),
  present: z.enum(['device', 'in-the-room']),
  admitted: z.boolean(),
  peerId: idSchema.exactOptional(),
});

/** Schema of `Language`. */
export const languageSchema = z.enum(['da', 'en']);

/** Schema of `Recipient`. */
export const recipientSchema = z.strictObject({
  name: nameSchema,
  phone: phoneSchema.exactOptional(),
  role: companionRoleSchema,
  language: languageSchema,
});

/** Schema of `Invite`. */
export const inviteSchema = z.strictObject({
  id: idSchema,
  clinicId: idSchema,
  visitId: idSchema,
  participantId: idSchema,
  recipient: recipientSchema,
  status: z.enum([
    'issued',
    'queued',
    'sent',
    'delivered',
    'failed',
    'expired',
    'unknown',
    'opened',
    'ready',
    'in-call',
    'used',
    'revoked',
  ]),
  failure: z.enum(['number', 'unreachable', 'refused', 'gateway']).exactOptional(),
  sentAt: instantSchema,
  agreedAt: instantSchema.exactOptional(),
  test: z.boolean().exactOptional(),
  expiresAt: instantSchema,
  otherDeviceAt: instantSchema.exactOptional(),
  wrongPerson: z.boolean().exactOptional(),
});

/** Schema of `InviteAccess`. */
export const inviteAccessSchema = z.strictObject({
  link: z.url(),
  qr: z.strictObject({ size: z.int().positive(), path: z.string() }),
  code: z.string().regex(/^\d{6}$/),
  codePage: z.url(),
  codeExpiresAt: instantSchema,
});

/** Schema of `Consent`. */
export const consentSchema = z.strictObject({
  id: idSchema,
  purpose: z.enum(['declaration', 'consent']),
  textVersion: z.string(),
  language: languageSchema,
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  form: z.enum(['oral', 'written']).exactOptional(),
  givenBy: z.enum(['citizen', 'guardian', 'relative-with-power-of-attorney']).exactOptional(),
  recordedBy: idSchema,
  recordedAt: instantSchema,
  withdrawnAt: instantSchema.exactOptional(),
});

/** Schema of `RoomAccess`. */
export const roomAccessSchema = z.strictObject({
  roomId: idSchema,
  participantId: idSchema,
  provider: z.string(),
  ticket: z.string(),
  peerId: idSchema,
  signalPath: z.string(),
  iceServers: z.array(
    z.strictObject({
      urls: z.union([z.string(), z.array(z.string())]),
      username: z.string().exactOptional(),
      credential: z.string().exactOptional(),
    }),
  ),
  icePolicy: z.enum(['all', 'relay']),
  iceSeconds: z.int().positive().exactOptional(),
});

/** Schema of `PublicConfig`. */
export const publicConfigSchema = z.strictObject({
  providers: z.array(
    z.strictObject({
      id: z.string(),
      label: z.strictObject({ da: z.string(), en: z.string() }),
      issuer: z.url(),
      clientId: z.string(),
      scope: z.string(),
      resource: z.string(),
      kinds: z.array(z.enum(['clinic-staff', 'municipal-employee', 'citizen', 'guest'])),
    }),
  ),
  languages: z.array(languageSchema),
  support: supportSchema,
  consentTextVersion: z.string(),
  smsCountries: z.array(z.string().regex(/^[1-9]\d{0,2}$/)),
  limits: z.strictObject({
    reasonCharacters: z.int(),
    participants: z.int(),
    recipients: z.int(),
  }),
});
