import { sharedDa, type SharedTexts } from '../shared/shared.texts.da.ts';

/** Danish words of `<clinic-settings>`. */
export const clinicSettingsDa = {
  ...sharedDa,
  noClientNext: 'Sig det til den, der leverer systemet, eller kontakt support.',

  starting: 'Henter klinikkens medarbejdere og åbningstider …',
  signedOut: 'Log ind for at se klinikkens medarbejdere og åbningstider.',
  signingIn: 'Log ind i vinduet, der er åbnet. Kan du ikke se vinduet, så prøv igen.',
  unavailable: 'Serveren svarer ikke. Der prøves igen af sig selv.',
  sessionEnded: 'Du er logget af.',
  signInAgain: 'Log ind igen',
  forbidden: 'Du har ikke adgang til klinikkens venteværelse',
  forbiddenHint: 'Bed klinikkens leder om at tilføje dig som medarbejder, og skriv koden, du får, her.',
  logOff: 'Log af',

  code: 'Kode fra klinikkens leder',
  codeHint: '16 tegn. Store og små bogstaver er lige meget.',
  codeMissing: 'Skriv koden.',
  useCode: 'Brug koden',
  checkingCode: 'Tjekker koden …',
  enrolled: 'Koden virker. Du er nu på klinikkens liste.',
  enrolledElsewhere: 'Koden virker, men til en anden klinik end den, der vises her.',

  members: 'Medarbejdere ({count})',
  readOnly: 'Kun en klinikleder kan ændre listen.',
  you: 'Dig',
  youHint: 'Dig selv kan du hverken ændre eller fjerne. Så er der altid en leder tilbage.',
  signedIn: 'Logget ind',
  signedInPlaces: 'Logget ind {count} steder',
  notSignedIn: 'Ikke logget ind',
  invited: 'Har ikke brugt sin kode endnu',
  invitedUntil: 'Har ikke brugt sin kode endnu. Den gælder til {time}.',
  joined: '{name} er nu med.',
  edit: 'Ret',
  editLabel: 'Ret {name}',
  role: 'Rolle',
  roleHint: 'Med en ny rolle bliver {name} logget af og skal logge ind igen.',
  saveRole: 'Gem rolle',
  saving: 'Gemmer …',
  roleChanged: '{name} er nu {role}.',
  signOut: 'Log af overalt',
  signOutTitle: 'Log {name} af overalt?',
  signOutHint:
    '{name} bliver logget af alle steder med det samme, også midt i en samtale. Login virker igen bagefter.',
  wasSignedOut: '{name} er logget af overalt.',
  remove: 'Fjern fra klinikken',
  removeTitle: 'Fjern {name} fra klinikken?',
  removeHint:
    '{name} bliver logget af alle steder med det samme, også midt i en samtale, og kan kun komme tilbage med en ny kode.',
  removeInvitedHint: 'Koden, som {name} har fået, holder op med at virke.',
  wasRemoved: '{name} er fjernet.',

  addTitle: 'Tilføj en medarbejder',
  addHint: 'Medarbejderen får en kode. Et autorisations-id er ikke nødvendigt.',
  name: 'Navn',
  nameMissing: 'Skriv et navn.',
  add: 'Tilføj, og lav en kode',
  codeTitle: 'Kode til {name}',
  codeUse:
    'Giv koden videre nu: Den vises kun denne ene gang. Den skrives i venteværelset efter login og gælder til {time}.',
  copyCode: 'Kopiér koden',
  codeCopied: 'Koden er kopieret.',
  codeGiven: 'Koden er givet videre',
};

/** Words of `<clinic-settings>`, each to be overridden by its `strings`. */
export type ClinicSettingsTexts = SharedTexts & Readonly<Record<keyof typeof clinicSettingsDa, string>>;
