import type { ClinicId, ClinicRole, ClinicStaff, Principal } from '@venterum/contract';
import type { SessionRecord } from '../ports/records.ts';
import { Refusal } from './refusal.ts';

/** Who asks: a live session and whom it belongs to. */
export interface Caller {
  readonly session: SessionRecord;
  readonly principal: Principal;
}

/** Whether somebody works at this clinic. */
export const isMember = (principal: Principal, clinicId: ClinicId): principal is ClinicStaff =>
  principal.kind === 'clinic-staff' && principal.clinicIds.includes(clinicId);

/** The caller as staff; the policy has let nobody else through. */
export const staffOf = ({ principal }: Caller): ClinicStaff => {
  if (principal.kind !== 'clinic-staff') throw new Refusal('forbidden');
  return principal;
};

/** What somebody is in this clinic; `undefined` for who does not work there. */
export const roleAt = ({ memberships = [] }: SessionRecord, clinicId: ClinicId): ClinicRole | undefined =>
  memberships.find((one) => one.clinicId === clinicId)?.role;
