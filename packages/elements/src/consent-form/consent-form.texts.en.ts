import { sharedEn } from '../shared/shared.texts.en.ts';
import type { ConsentFormTexts } from './consent-form.texts.da.ts';

/** English words of `<consent-form>`. */
export const consentFormEn: ConsentFormTexts = {
  ...sharedEn,
  declarationTitle: 'Consent to video',
  consentTitle: 'Consent to sharing information',
  refusal: 'If the citizen says no, contact the doctor in another way.',
  recording: 'Saving …',
  withdrawing: 'Withdrawing …',
  givenByYou: 'Confirmed by you {time}.',
  givenByOther: 'Confirmed by a colleague {time}.',
  withdrawn: 'Withdrawn {time}. Tick the box again if the citizen has agreed.',
  withdraw: 'Withdraw',
  giver: 'Who agrees?',
  giverCitizen: 'The citizen',
  giverGuardian: 'A guardian',
  giverRelative: 'A relative with power of attorney',
  declaredBy: 'On the citizen’s behalf: {giver}.',
  form: 'How?',
  formOral: 'Orally',
  formWritten: 'In writing',
  record: 'Save consent',
  consentGiven: '{giver}, {form}.',
  newerText: 'The text has changed. Read the new one and tick the box again.',
  textUnknown: 'The text cannot be shown. Reload the page.',
};
