import type { ClinicRole, ParticipantRole } from '@venterum/contract';
import type { BasicTexts } from './shared.texts.da.ts';

const clinicRoles = {
  doctor: 'roleDoctor',
  staff: 'roleStaff',
  manager: 'roleManager',
} as const satisfies Record<ClinicRole, keyof BasicTexts>;

const participantRoles = {
  clinician: 'participantClinician',
  'care-staff': 'participantCareStaff',
  citizen: 'participantCitizen',
  relative: 'participantRelative',
  interpreter: 'participantInterpreter',
  other: 'participantOther',
} as const satisfies Record<ParticipantRole, keyof BasicTexts>;

/** A member's role in words. */
export const clinicRoleText = (role: ClinicRole, texts: BasicTexts): string => texts[clinicRoles[role]];

/** A participant's role in words. */
export const participantRoleText = (role: ParticipantRole, texts: BasicTexts): string =>
  texts[participantRoles[role]];
