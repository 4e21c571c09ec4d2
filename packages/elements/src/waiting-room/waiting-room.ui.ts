import type { ClinicVisit, Language } from '@venterum/contract';
import type { QueueCommand, QueueState, VenterumClient } from '@venterum/client';
import type { TemplateResult } from 'lit';
import type { SupportFacts } from '../shared/venterum-element.ts';
import type { ActingHost } from './waiting-room.acts.ts';
import type { RowGroups } from './waiting-room.row-groups.ts';
import type { FirstTexts, WaitingRoomTexts } from './waiting-room.texts.da.ts';

/** The state of somebody who is in. */
export type ReadyState = Extract<QueueState, { readonly status: 'ready' }>;

/** What is loaded after the list. */
export type Later = typeof import('./waiting-room.later.ts');

/** A dialog: about one visit, or about the whole queue. */
export type WaitingRoomDialog =
  | {
      readonly type: 'start' | 'end' | 'remove' | 'message' | 'hand-over' | 'transfer';
      readonly visitId: string;
    }
  | { readonly type: 'message-all' | 'close' };

/** What is open on the screen; the queue itself is in the store. */
export interface WaitingRoomScreen {
  readonly tab: 'queue' | 'sms';
  /** The visit whose CPR number is shown in full; one at a time, for who may stand behind. */
  readonly revealed?: string | undefined;
  /** The visit whose further actions are shown. */
  readonly menu?: string | undefined;
  /** The visit whose row was used last. */
  readonly row?: string | undefined;
  readonly dialog?: WaitingRoomDialog | undefined;
  /** Of the queue, or of the clinic. */
  readonly settings: boolean | 'clinic';
  /** The sms tab has been open: it stays, with what was typed. */
  readonly smsUsed: boolean;
  /** Whom the next invitation is for, when for a visit. */
  readonly inviteTo?: string | undefined;
  /** The visit tapped last, for telling why it was refused. */
  readonly attempted?: { readonly id: string; readonly name: string } | undefined;
  /** The visit just ended here, until somebody is ready for the next. */
  readonly justEnded?: ClinicVisit | undefined;
  /** A failure that has been read. */
  readonly dismissed?: object | undefined;
  /** The field of the settings that cannot be used as it is. */
  readonly invalid?: 'phone' | 'until' | undefined;
  /** The call is shown here though it was begun elsewhere. */
  readonly openHere: boolean;
}

/** What the views need besides the state. */
export interface WaitingRoomUi {
  readonly texts: FirstTexts;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly screen: WaitingRoomScreen;
  readonly client: VenterumClient | undefined;
  /** Id of the clinic, where the host has chosen one. */
  readonly clinic: string | undefined;
  readonly view: 'full' | 'list';
  readonly sound: boolean;
  readonly later: Later | undefined;
  readonly laterFailed: boolean;
  readonly video: 'idle' | 'loading' | 'ready' | 'failed';
  readonly clinicSettings: 'idle' | 'loading' | 'ready' | 'failed';
  readonly sms: 'idle' | 'loading' | 'ready' | 'failed';
  /** The host's own words; with the language they tell when rows must be rendered anew. */
  readonly strings: object;
  readonly support: (facts: SupportFacts) => TemplateResult;
  readonly groups: RowGroups;
  readonly do: WaitingRoomActions;
}

/** What the views that are loaded after the list need: their words have come with them. */
export interface LaterUi extends WaitingRoomUi {
  readonly texts: WaitingRoomTexts;
}

/** What the views can ask for. */
export interface WaitingRoomActions {
  /** What the element itself does for them. */
  readonly host: ActingHost;
  /** Answers whether it was done. */
  send(command: QueueCommand): Promise<boolean>;
  open(dialog: WaitingRoomDialog): void;
  show(change: Partial<WaitingRoomScreen>): void;
  /** Somebody wants to start: asks the host, then whether it is the right patient. */
  check(visit: ClinicVisit): void;
  /** It is: calls. */
  start(visit: ClinicVisit): void;
  moveTab(event: KeyboardEvent): void;
  openSms(visitId?: string): void;
  nextPatient(): void;
}
