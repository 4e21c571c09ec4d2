import { sharedDa, type SharedTexts } from '../shared/shared.texts.da.ts';

/** Danish words of `<consent-form>`. The sentence consented to is the contract's, by version. */
export const consentFormDa = {
  ...sharedDa,
  declarationTitle: 'Samtykke til video',
  consentTitle: 'Samtykke til at dele oplysninger',
  refusal: 'Siger borgeren nej, så kontakt lægen på en anden måde.',
  recording: 'Gemmer …',
  withdrawing: 'Trækker tilbage …',
  givenByYou: 'Bekræftet af dig {time}.',
  givenByOther: 'Bekræftet af en kollega {time}.',
  withdrawn: 'Trukket tilbage {time}. Sæt krydset igen, hvis borgeren har sagt ja.',
  withdraw: 'Træk tilbage',
  giver: 'Hvem siger ja?',
  giverCitizen: 'Borgeren selv',
  giverGuardian: 'Værge',
  giverRelative: 'Pårørende med fuldmagt',
  declaredBy: 'På borgerens vegne: {giver}.',
  form: 'Hvordan?',
  formOral: 'Mundtligt',
  formWritten: 'Skriftligt',
  record: 'Gem samtykke',
  consentGiven: '{giver}, {form}.',
  newerText: 'Teksten er ændret. Læs den nye, og sæt krydset igen.',
  textUnknown: 'Teksten kan ikke vises. Genindlæs siden.',
};

/** Words of `<consent-form>`, each to be overridden by its `strings`. */
export type ConsentFormTexts = SharedTexts & Readonly<Record<keyof typeof consentFormDa, string>>;
