/**
 * A Danish civil registration number, or its replacement, normalised to ten characters without hyphen.
 * Source: CPR-kontoret, "Personnummeret i CPR"; replacement numbers: NSP "eCPR".
 */
export type Cpr = string;

/** `251248-9996`, or with the last four hidden `251248-••••` (the default, until somebody asks to see it). */
export const formatCpr = (cpr: Cpr, options: { readonly revealed?: boolean } = {}): string =>
  `${cpr.slice(0, 6)}-${options.revealed === true ? cpr.slice(6) : '••••'}`;
