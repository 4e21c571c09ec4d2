import { parseYdernummer, type Clinic } from '@venterum/contract';

const folded = (text: string): string => text.toLocaleLowerCase('da');

/** What a clinic is found by: name and address in lower case. */
export const searchableText = (clinic: Pick<Clinic, 'name' | 'address'>): string =>
  folded(`${clinic.name}\n${clinic.address}`);

/** A search as typed, read both ways. */
export const readSearch = (typed: string): { readonly text: string; readonly ydernummer?: string } => {
  const ydernummer = parseYdernummer(typed);
  return { text: folded(typed.trim()), ...(ydernummer === undefined ? {} : { ydernummer }) };
};
