import type { failuresDa } from './failures.texts.da.ts';

/**
 * Words every element needs, in Danish. An element's own dictionary begins with these. Of the failures only those that keep
 * everything else from being fetched: the others are in `failures.texts.da.ts`.
 */
export const sharedDa = {
  oneMoment: 'Et øjeblik …',
  noClient: 'Video er ikke sat op på denne side.',
  noClientNext: 'Sig det til den, der leverer systemet. Ring til lægen i stedet.',
  retry: 'Prøv igen',
  close: 'Luk',
  cancel: 'Fortryd',
  back: 'Tilbage',
  testCall: 'Prøveopkald',
  offlineSince: 'Forbindelsen er væk siden {time}. Vi prøver igen.',
  loadFailed: 'Denne del kunne ikke hentes. Tjek nettet, og prøv igen.',
  sessionEnding: 'Du bliver logget af om {seconds} sekunder.',
  stay: 'Bliv logget ind',
  support: 'Brug for hjælp?',
  copyDiagnosis: 'Kopiér fejlrapport',
  copied: 'Kopieret. Indsæt den i en mail til support.',
  copyFailed: 'Kunne ikke kopieres. Kopiér teksten her.',
  roleDoctor: 'læge',
  roleStaff: 'klinikpersonale',
  roleManager: 'klinikleder',
  participantClinician: 'behandler',
  participantCareStaff: 'medarbejder',
  participantCitizen: 'borger',
  participantRelative: 'pårørende',
  participantInterpreter: 'tolk',
  participantOther: 'anden deltager',
  originCitizenApp: 'Min Læge',
  originCareApp: 'Kommune med CPR',
  originCareAppWithoutCpr: 'Kommune uden CPR',
  originSms: 'Sms-link',
  'failure:offline':
    'Der er ingen forbindelse. Det, du har skrevet, er her stadig. Tjek nettet, og prøv igen.',
  'failure:internal': 'Det lykkedes ikke. Fejlen er hos os. Prøv igen om lidt, eller kontakt support.',
  'failure:unavailable': 'Serveren svarer ikke lige nu. Prøv igen om lidt.',
};

/** Words that are there from the beginning. */
export type BasicTexts = Readonly<Record<keyof typeof sharedDa, string>>;

/** Words every element needs; each can be overridden by an element's `strings`. */
export type SharedTexts = BasicTexts & Readonly<Record<keyof typeof failuresDa, string>>;
