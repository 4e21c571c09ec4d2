import type { AddMemberAnswer, Language, LoginProvider, Member, MemberId } from '@venterum/contract';
import type { ClientSession, QueueCommand, QueueState } from '@venterum/client';
import type { TemplateResult } from 'lit';
import type { SupportFacts } from '../shared/venterum-element.ts';
import type { PlanForm } from './clinic-settings.plan.form.ts';
import type { ClinicSettingsTexts } from './clinic-settings.texts.da.ts';

/** The state of somebody who is in. */
export type ReadyState = Extract<QueueState, { readonly status: 'ready' }>;

/** Asked before it is done to a member. */
export interface MemberDialog {
  readonly type: 'remove' | 'sign-out';
  readonly member: Member;
}

/** What is asked before it is done. */
export type ClinicSettingsDialog = MemberDialog | { readonly type: 'drop-plan' };

/** Which part of the settings is shown. */
export type ClinicSettingsPart = 'members' | 'plan';

/** What is open on the screen; the list itself is in the store. */
export interface ClinicSettingsScreen {
  /** Whose role can be changed now; one at a time. */
  readonly edited?: MemberId | undefined;
  readonly dialog?: ClinicSettingsDialog | undefined;
  /** A code that was handed over: shown no more. */
  readonly given?: AddMemberAnswer | undefined;
  /** The name of somebody new is not typed as it must be. */
  readonly nameFault: boolean;
  /** What is wrong with the code typed here, in words. */
  readonly codeFault?: string | undefined;
  readonly isEnrolling: boolean;
  /** How to log in again, where that was asked for. */
  readonly providers: readonly LoginProvider[];
}

/** What the views need besides the state. */
export interface ClinicSettingsUi {
  readonly texts: ClinicSettingsTexts;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly view: ClinicSettingsPart;
  readonly screen: ClinicSettingsScreen;
  readonly plan: PlanForm;
  /** Of the client: somebody can log in here, or the host does it. */
  readonly session: ClientSession | undefined;
  readonly support: (facts: SupportFacts) => TemplateResult;
  readonly do: ClinicSettingsActions;
}

/** What the views can ask for. */
export interface ClinicSettingsActions {
  /** Answers whether it was done. */
  send(command: QueueCommand): Promise<boolean>;
  /** Asks once more for what was refused. */
  retry(): Promise<void>;
  show(change: Partial<ClinicSettingsScreen>): void;
  /** Puts the focus on the first of these that is there, once what is shown is as it is now. */
  focusSoon(...selectors: string[]): void;
  /** Shows the other part. */
  turn(view: ClinicSettingsPart): void;
  moveTab(event: KeyboardEvent): void;
  edit(member: Member): void;
  saveRole(event: SubmitEvent, member: Member): Promise<void>;
  add(event: SubmitEvent): Promise<void>;
  giveCode(added: AddMemberAnswer): void;
  /** The dialog's yes. */
  confirm(): Promise<void>;
  enrol(event: SubmitEvent): Promise<void>;
  /** Proves again who it is, and does what was refused. */
  signInAgain(providerId?: string): Promise<void>;
}
