/** A health professional's authorisation id in the register of the Danish Patient Safety Authority: five characters. */
export type AuthorisationId = string;

const SHAPE = /^[0-9A-Z]{5}$/;

/** The id in capitals; `undefined` when what was given is none. */
export const parseAuthorisationId = (given: string): AuthorisationId | undefined => {
  const id = given.trim().toUpperCase();
  return SHAPE.test(id) ? id : undefined;
};
