import type { Instant } from './instant.ts';
import type { PrincipalId } from './principal.ts';

/** Id of a recorded consent or declaration. */
export type ConsentId = string;

/**
 * `declaration`: the employee solemnly declares that the citizen has agreed.
 * `consent`: the citizen's own consent to disclosure (Sundhedsloven § 42). Two separate things, recorded apart.
 */
export type ConsentPurpose = 'declaration' | 'consent';

/** How the citizen gave consent (Sundhedsloven § 42: oral or written). */
export type ConsentForm = 'oral' | 'written';

/** Who gave it: the citizen, or somebody entitled to on the citizen's behalf. */
export type ConsentGiver = 'citizen' | 'guardian' | 'relative-with-power-of-attorney';

/** Languages the texts exist in (BCP 47). */
export type Language = 'da' | 'en';

/** A recorded consent or declaration. */
export interface Consent {
  readonly id: ConsentId;
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  readonly language: Language;
  /** SHA-256 of the text as shown, lower-case hex. */
  readonly textHash: string;
  readonly form?: ConsentForm;
  readonly givenBy?: ConsentGiver;
  readonly recordedBy: PrincipalId;
  readonly recordedAt: Instant;
  readonly withdrawnAt?: Instant;
}
