import type { guestDa } from './queue-join.guest.texts.da.ts';

/** English words of what only those see who come by an invitation. */
export const guestEn: Readonly<Record<keyof typeof guestDa, string>> = {
  invitedTitle: 'The doctor is expecting you on video',
  invitedText: 'Write your first name, so that the doctor can see who you are.',
  invitedName: 'Your first name',
  invitedMissing: 'Write your first name.',
  invitedJoin: 'Enter the waiting room',
  invitedBusy: 'Entering …',
  invitedAsksNothing: 'We never ask for a CPR number, MitID or a card.',
  codeTitle: 'Do you have a code for video?',
  codeText: 'Write the 6 digits that the clinic gave you, and your first name.',
  codeLink: 'Did you get a link by sms? Tap it again.',
  code: 'Code',
  codeHelp: '6 digits, e.g. 123 456',
  codeMissing: 'The code has 6 digits.',
  decline: 'The link is not for me',
  declineTitle: 'Is the link not for you?',
  declineText: 'Then we delete it and tell the clinic. Nobody can use it afterwards.',
  declineYes: 'Yes, delete the link',
  declineNo: 'No, it is for me',
  declinedTitle: 'Thank you, the link is deleted',
  declinedText: 'The clinic can see that the sms went to the wrong place. You can close this page now.',
  'ended:invite-used': 'The link was opened on another device',
  'endedText:invite-used':
    'A link works only on the device that opened it first. Use that one, or call the clinic and ask for a new link.',
  'ended:invite-ended': 'The link no longer works',
  'endedText:invite-ended':
    'The call is over, or the link is too old. Call the clinic and ask for a new one.',
  'ended:invite-not-found': 'There is no such link',
  'endedText:invite-not-found': 'Tap the link in the sms again. If it does not work, call the clinic.',
  guestRevoked: 'The clinic has withdrawn the invitation',
  guestRevokedText: 'Call the clinic if this is a mistake.',
  closedPhone: 'Phone {phone}',
  guestPaused: 'The page has been still for too long',
  guestPausedText: 'Your place is here as long as the call is not over.',
  guestGoOn: 'Go on',
};
