import type { Language } from '@venterum/contract';
import { septetsOf, smsSeptets } from './sms-septets.ts';

/** Length of an invitation token in a link. */
const tokenCharacters = 22;

/** Nothing personal, and neither which clinic nor what kind: an SMS can be read by whoever holds the phone. */
const words: Readonly<Record<Language, (link: string) => string>> = {
  da: (link) => `Lægen inviterer dig til en videosamtale. Tryk på linket: ${link}`,
  en: (link) => `Your doctor invites you to a video call. Tap the link: ${link}`,
};

/** The link of an invitation. The token is in the fragment, which no browser sends to a server. */
export const inviteLink = (guestPage: string, token: string): string => `${guestPage}#${token}`;

/** The text of an invitation. */
export const inviteText = (language: Language, link: string): string => words[language](link);

/** Whether an invitation to this page is one SMS in the GSM 7-bit alphabet, in every language. */
export const fitsInOneSms = (guestPage: string): boolean => {
  const link = inviteLink(guestPage, 'x'.repeat(tokenCharacters));
  return Object.values(words).every((write) => (septetsOf(write(link)) ?? Infinity) <= smsSeptets);
};
