import { sharedEn } from '../shared/shared.texts.en.ts';
import type { ClinicSettingsTexts } from './clinic-settings.texts.da.ts';

/** English words of `<clinic-settings>`. */
export const clinicSettingsEn: ClinicSettingsTexts = {
  ...sharedEn,
  noClientNext: 'Tell whoever provides this system, or contact support.',

  starting: 'Fetching the clinic’s members and opening hours …',
  signedOut: 'Log in to see the clinic’s members and opening hours.',
  signingIn: 'Log in in the window that has opened. If you cannot see it, try again.',
  unavailable: 'The server is not answering. We keep trying.',
  sessionEnded: 'You are logged off.',
  signInAgain: 'Log in again',
  forbidden: 'You have no access to the clinic’s waiting room',
  forbiddenHint: 'Ask the clinic’s manager to add you as a member, and type the code you get here.',
  logOff: 'Log off',

  code: 'Code from the clinic’s manager',
  codeHint: '16 characters. Upper or lower case makes no difference.',
  codeMissing: 'Type the code.',
  useCode: 'Use the code',
  checkingCode: 'Checking the code …',
  enrolled: 'The code works. You are on the clinic’s list now.',
  enrolledElsewhere: 'The code works, but for another clinic than the one shown here.',

  members: 'Members ({count})',
  readOnly: 'Only a clinic manager can change the list.',
  you: 'You',
  youHint: 'You can neither change nor remove yourself. So there is always a manager left.',
  signedIn: 'Logged in',
  signedInPlaces: 'Logged in at {count} places',
  notSignedIn: 'Not logged in',
  invited: 'Has not used the code yet',
  invitedUntil: 'Has not used the code yet. It is good until {time}.',
  joined: '{name} has come in.',
  edit: 'Edit',
  editLabel: 'Edit {name}',
  role: 'Role',
  roleHint: 'With another role {name} is logged off and has to log in again.',
  saveRole: 'Save role',
  saving: 'Saving …',
  roleChanged: '{name} is now {role}.',
  signOut: 'Log off everywhere',
  signOutTitle: 'Log {name} off everywhere?',
  signOutHint:
    '{name} is logged off everywhere at once, in the middle of a call too. The login works again afterwards.',
  wasSignedOut: '{name} is logged off everywhere.',
  remove: 'Remove from the clinic',
  removeTitle: 'Remove {name} from the clinic?',
  removeHint:
    '{name} is logged off everywhere at once, in the middle of a call too, and can come back only with a new code.',
  removeInvitedHint: 'The code that {name} was given stops working.',
  wasRemoved: '{name} has been removed.',

  addTitle: 'Add a member',
  addHint: 'The member gets a code. An authorisation id is not needed.',
  name: 'Name',
  nameMissing: 'Type a name.',
  add: 'Add, and make a code',
  codeTitle: 'Code for {name}',
  codeUse:
    'Hand the code over now: it is shown this one time. It is typed in the waiting room after logging in, and is good until {time}.',
  copyCode: 'Copy the code',
  codeCopied: 'The code is copied.',
  codeGiven: 'The code is handed over',
};
