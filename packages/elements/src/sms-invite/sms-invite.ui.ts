import type { Instant, Invite, Language } from '@venterum/contract';
import type { InviteCommand, InviteState } from '@venterum/client';
import type { TemplateResult } from 'lit';
import type { SupportFacts } from '../shared/venterum-element.ts';
import type { Draft, DraftFault } from './sms-invite.draft.ts';
import type { TimeFault, TimeField } from './sms-invite.form.ts';
import type * as later from './sms-invite.later.ts';
import type { FirstTexts, SmsInviteTexts } from './sms-invite.texts.da.ts';

/** What the views need besides the state. */
export interface SmsInviteUi {
  readonly texts: FirstTexts;
  readonly language: Language;
  readonly step: 'compose' | 'confirm';
  readonly drafts: readonly Draft[];
  /** Somebody has a number to read back. */
  readonly hasNumbers: boolean;
  /** Times as their fields have them. When messages go out; `undefined`: at once, or shortly before the agreed time. */
  readonly sendAt: string | undefined;
  readonly agreedAt: string | undefined;
  /** What that is in fact, and when messages go out that do not at once. */
  readonly goesOutAt: Instant | undefined;
  readonly agreedMoment: Instant | undefined;
  /** Times that cannot be used, and that is told. */
  readonly timeFaults: Readonly<Record<TimeField, TimeFault | undefined>>;
  /** What is sent is for a test call; `always`: here nobody can choose that it is not. */
  readonly test: boolean | 'always';
  /** Country calling codes besides 45 that may be written to. */
  readonly countries: readonly string[];
  readonly faults: readonly DraftFault[];
  /** Fields that have been left, or all after trying to go on: their faults are told. */
  readonly told: ReadonlySet<string>;
  /** For people who join a running visit. */
  readonly forVisit: boolean;
  /** For the visit of a number that was wrong. */
  readonly rewriting: boolean;
  /** Those to show: the visit's, or the clinic's. */
  readonly invites: readonly Invite[];
  readonly revoking: Invite | undefined;
  /** Whose ways in are shown. */
  readonly showing: Invite | undefined;
  /** The link shown has just been copied. */
  readonly copied: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly state: InviteState;
  /** Fetched once there is a list; `failed` when it could not be. */
  readonly later: Later | 'failed' | undefined;
  readonly support: (facts: SupportFacts) => TemplateResult;
  readonly do: SmsInviteActions;
}

/** The views that are fetched later, with their words and looks. */
export type Later = typeof later;

/** What the views that are fetched later show and call: their words have come with them. */
export interface LaterUi extends SmsInviteUi {
  readonly texts: SmsInviteTexts;
}

/** What the views can ask for. */
export interface SmsInviteActions {
  send(command: InviteCommand): void;
  type(key: number, change: Partial<Draft>): void;
  leave(field: string): void;
  /** `undefined`: none is chosen. */
  time(field: TimeField, time: string | undefined): void;
  markTest(test: boolean): void;
  add(): void;
  drop(key: number): void;
  /** From composing to reading the numbers back. */
  check(event: Event): void;
  mend(): void;
  confirm(): void;
  askRevoke(invite: Invite | undefined): void;
  /** `rewrite`: goes on to write the right number. */
  revoke(invite: Invite, rewrite: boolean): void;
  /** Whose number reached somebody else: the right one is written. */
  rewrite(invite: Invite): void;
  copy(link: string): void;
  /** Fetches the rest again. */
  loadLater(): void;
}
