import type { ConsentPurpose, Language } from './consent.ts';

/** The version in force. A changed text is a new version; old ones stay, for the records that name them. */
export const currentConsentTextVersion = '2026-11';

type Texts = Readonly<Record<ConsentPurpose, Readonly<Record<Language, string>>>>;

const versions: Readonly<Record<string, Texts>> = {
  '2026-11': {
    declaration: {
      da: 'Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video.',
      en: 'I solemnly declare that the citizen has agreed to my contacting the doctor by video.',
    },
    consent: {
      da: 'Borgeren giver samtykke til, at oplysninger om helbred deles med lægen under videokonsultationen.',
      en: 'The citizen consents to health information being shared with the doctor during the video consultation.',
    },
  },
};

/** The text of a version, exactly as shown and hashed; `undefined` for a version that never existed. */
export const consentText = (options: {
  readonly version: string;
  readonly purpose: ConsentPurpose;
  readonly language: Language;
}): string | undefined => versions[options.version]?.[options.purpose][options.language];
