/** A provider number of the Danish regions (ydernummer), normalised to six digits. It may be reissued over time. */
export type Ydernummer = string;

const SHAPE = /^\d{1,6}$/;

/** The number with leading zeros, e.g. `12345` to `012345`; `undefined` when what was typed is none. */
export const parseYdernummer = (typed: string): Ydernummer | undefined => {
  const digits = typed.replace(/\s/g, '');
  return SHAPE.test(digits) && Number(digits) > 0 ? digits.padStart(6, '0') : undefined;
};
