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
});

/** Whether nothing has been typed. */
export const isEmpty = ({ name, phone }: Draft): boolean => name.trim() === '' && phone.trim() === '';

/** The number of a draft, when it is one. */
export const phoneOf = ({ phone }: Draft): Phone | undefined => readPhone(phone).phone;

const phoneFault = (draft: Draft, others: readonly Draft[]): DraftFault['phone'] => {
  const reading = readPhone(draft.phone);
  if (reading.phone === undefined) return reading.refusal;
  return others.some((other) => phoneOf(other) === reading.phone) ? 'twice' : undefined;
};

/** What is wrong with each draft, in their order; the second of two equal numbers is the one at fault. */
export const faultsOf = (drafts: readonly Draft[]): readonly DraftFault[] =>
  drafts.map((draft, index) => {
    const phone = phoneFault(draft, drafts.slice(0, index));
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

/** A recipient with a number. */
export type ReachedBySms = Recipient & { readonly phone: Phone };

/** Drafts as recipients; those without a usable number are left out. */
export const recipientsOf = (drafts: readonly Draft[], language: Language): readonly ReachedBySms[] =>
  drafts.flatMap((draft) => {
    const phone = phoneOf(draft);
    return phone === undefined ? [] : [{ name: draft.name.trim(), phone, role: draft.role, language }];
  });
