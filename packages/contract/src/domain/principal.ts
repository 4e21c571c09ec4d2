import type { ClinicId } from './clinic.ts';
import type { InviteId } from './invite.ts';

/** Pseudonymous id of a person who logs in, derived from issuer and subject; the same at every login. */
export type PrincipalId = string;

/** What a member of a clinic may do there. */
export type ClinicRole = 'doctor' | 'staff' | 'manager';

/** The municipal area a care worker works in. Source: the national pilot's monitoring data. */
export type MunicipalArea =
  'care-home' | 'home-nursing' | 'residential' | 'acute' | 'rehabilitation' | 'other';

/** Somebody who works in a clinic, with or without an authorisation id. */
export interface ClinicStaff {
  readonly kind: 'clinic-staff';
  readonly id: PrincipalId;
  readonly name: string;
  readonly role: ClinicRole;
  readonly clinicIds: readonly ClinicId[];
}

/** Somebody employed by a municipality, logged in with the daily municipal login. */
export interface MunicipalEmployee {
  readonly kind: 'municipal-employee';
  readonly id: PrincipalId;
  readonly name?: string;
  /** CVR number of the municipality, 8 digits. */
  readonly municipality: string;
  readonly area?: MunicipalArea;
  readonly jobTitle?: string;
}

/** A person with an own digital identity. The CPR number stays on the server. */
export interface CitizenPrincipal {
  readonly kind: 'citizen';
  readonly id: PrincipalId;
  readonly name?: string;
}

/** Somebody who redeemed one invitation: a place in that queue and that room, nothing else. */
export interface Guest {
  readonly kind: 'guest';
  readonly id: PrincipalId;
  readonly name?: string;
  readonly inviteId: InviteId;
}

/** Who is at the other end of a session. */
export type Principal = ClinicStaff | MunicipalEmployee | CitizenPrincipal | Guest;

/** The four kinds of {@link Principal}. */
export type PrincipalKind = Principal['kind'];
