import { readPhone, type Language, type Phone, type PhoneRefusal, type Recipient } from '@venterum/contract';

/** How many can be invited at once. */
export const recipientLimit = 5;

/** One recipient as it is being typed. */
export interface Draft {
  /** Tells drafts apart while they come and go. */
  readonly key: number;
  readonly name: string;
  readonly phone: string;
  readonly role: Recipient['role'];
  /** Of the SMS; else the element's. */
  readonly language?: Language;
  /** No telephone to write to: comes in by QR, code or link. */
  readonly withoutSms: boolean;
}

/** Roles to choose from, the commonest first. */
export const roles: readonly Recipient['role'][] = [
  'citizen',
  'relative',
  'care-staff',
  'interpreter',
  'other',
];

/** Why a draft cannot be sent. */
export interface DraftFault {
  readonly name?: 'missing';
  readonly phone?: PhoneRefusal | 'twice';
}

/** An empty recipient. */
export const emptyDraft = (key: number, role: Recipient['role'] = 'citizen'): Draft => ({
  key,
  name: '',
  phone: '',
  role,
  withoutSms: false,
});

/** Whether nothing has been typed. */
export const isEmpty = ({ name, phone }: Draft): boolean => name.trim() === '' && phone.trim() === '';

/** The number of a draft, when it is one. `countries`: those besides Denmark that may be written to. */
export const phoneOf = (
  { phone, withoutSms }: Draft,
  countries: readonly string[] = [],
): Phone | undefined => (withoutSms ? undefined : readPhone(phone, countries).phone);

const phoneFault = (
  draft: Draft,
  others: readonly Draft[],
  countries: readonly string[],
): DraftFault['phone'] => {
  if (draft.withoutSms) return undefined;
  const reading = readPhone(draft.phone, countries);
  if (reading.phone === undefined) return reading.refusal;
  return others.some((other) => phoneOf(other, countries) === reading.phone) ? 'twice' : undefined;
};

/** What is wrong with each draft, in their order; the second of two equal numbers is the one at fault. */
export const faultsOf = (
  drafts: readonly Draft[],
  countries: readonly string[] = [],
): readonly DraftFault[] =>
  drafts.map((draft, index) => {
    const phone = phoneFault(draft, drafts.slice(0, index), countries);
    return {
      ...(draft.name.trim() === '' ? { name: 'missing' } : {}),
      ...(phone === undefined ? {} : { phone }),
    };
  });

/** Whether nothing is wrong. */
export const isFaultless = (fault: DraftFault): boolean =>
  fault.name === undefined && fault.phone === undefined;

/** A number that more digits may mend is not told off while it is typed. */
export const isWrongWhileTyping = (fault: DraftFault['phone']): boolean =>
  fault !== undefined && fault !== 'empty' && fault !== 'too-short' && fault !== 'short-code';

/** A draft as a recipient. `otherwise`: the language of those for whom none was chosen. */
export const recipientOf = (
  draft: Draft,
  otherwise: Language,
  countries: readonly string[] = [],
): Recipient => {
  const phone = phoneOf(draft, countries);
  return {
    name: draft.name.trim(),
    ...(phone === undefined ? {} : { phone }),
    role: draft.role,
    language: draft.language ?? otherwise,
  };
};
