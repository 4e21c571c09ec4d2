import { sharedDa, type SharedTexts } from '../shared/shared.texts.da.ts';
import type { asideDa } from './queue-join.aside.texts.da.ts';
import type { guestDa } from './queue-join.guest.texts.da.ts';

/** Danish words of `<queue-join>` but for those that come with their views. */
export const queueJoinDa = {
  ...sharedDa,
  startingTitle: 'Vi åbner for video',
  startingText: sharedDa.oneMoment,
  readyTitle: 'Klar til video',
  citizen: 'Borger',
  reveal: 'Vis CPR',
  conceal: 'Skjul CPR',
  change: 'Skift',
  clinic: 'Klinik',
  delayed: 'Klinikken er forsinket ca. {minutes} min.',
  agreed: 'Aftalt tid {time}',
  reason: 'Årsag til henvendelsen',
  reasonHelp: 'Kort, uden navn og CPR. Lægen ser det.',
  reasonNeeded: 'skal udfyldes',
  reasonMissing: 'Skriv en årsag. Lægen har ikke et CPR-nummer at slå op på.',
  reasonCount: '{count} af 280 tegn',
  consentMissing: 'Sæt kryds ved samtykke først.',
  joinCitizen: 'Stil borger i kø',
  joinSelf: 'Stil dig i kø',
  joining: 'Stiller i kø …',
  recording: 'Gemmer samtykket …',
  waitingPosition: 'Du er nummer {position}',
  waitingTitle: 'Du er i køen',
  waitingAs: 'i køen hos {clinic} siden {since}',
  waitRange: 'Forventet ventetid {range}',
  waitUnknown: 'Ventetiden er ikke kendt endnu.',
  doorTitle: 'Du venter uden for samtalen',
  doorText: '{clinic} lukker dig ind. Indtil da kan ingen se eller høre dig.',
  waitingWork: 'Du kan godt arbejde videre. Vi kalder med lyd.',
  waitingSelf: 'Bliv på siden. Vi kalder med lyd.',
  minimise: 'Gør lille',
  restore: 'Vis køen',
  leave: 'Forlad køen',
  leaveTitle: 'Vil du forlade køen?',
  leaveText: 'Så mister du din plads.',
  leaveYes: 'Ja, forlad køen',
  leaveNo: 'Bliv i køen',
  slimPosition: 'Nr. {position} i kø',
  calledTitle: 'Lægen er klar',
  calledAs: '{role}, {clinic}',
  calledText: 'Gå ind inden et minut. Ellers kommer du tilbage i køen.',
  calledElsewhere: 'Samtalen er i gang et andet sted. Går du ind her, slutter den dér.',
  calledAgain: 'Samtalen er i gang. Du kan gå ind igen.',
  enter: 'Gå til lægen',
  inCallTitle: 'Videokonsultation',
  inCallConference: 'Videokonference',
  signOut: 'Log af',
  unavailableTitle: 'Vi kan ikke få forbindelse',
  unavailableText:
    'Serveren svarer ikke. Vi har prøvet siden {time}. En plads i køen er der endnu. Haster det, så ring til lægen.',
  refusedTitle: 'Video kan ikke åbnes',
  testText: 'Det tæller ikke med.',
};

/** Words of what is there from the beginning. */
export type FirstTexts = Readonly<Record<keyof typeof queueJoinDa, string>>;

/** Words of `<queue-join>`, each to be overridden by its `strings`. */
export type QueueJoinTexts = FirstTexts &
  SharedTexts &
  Readonly<Record<keyof typeof asideDa | keyof typeof guestDa, string>>;
