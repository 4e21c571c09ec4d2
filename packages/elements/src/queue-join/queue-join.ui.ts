import type { JoinCommand, JoinState, VenterumClient } from '@venterum/client';
import type { ConsentGiver, Language } from '@venterum/contract';
import type { TemplateResult } from 'lit';
import type * as aside from './queue-join.aside.view.ts';
import type * as guest from './queue-join.guest.view.ts';
import type { JoinReach } from './queue-join.reach.ts';
import type { FirstTexts, QueueJoinTexts } from './queue-join.texts.da.ts';

/** Fields that can be refused, by their selectors. */
export type JoinField = '#cpr' | '#name' | '#code' | '#reason' | 'consent-form';

/** What is on the screen only: typed, opened, asked; nothing that the store knows. */
export interface JoinUi {
  readonly cpr: string;
  /** Where something is missing or is not what it should be, although somebody pressed on. */
  readonly wrong?: JoinField | undefined;
  /** The number has letters: a keyboard with them. */
  readonly cprLetters?: boolean | undefined;
  readonly search: string;
  readonly firstName: string;
  /** The six digits of an invitation, as typed. */
  readonly code: string;
  /** The link is not for whoever got it; asked before it is made void. */
  readonly declining?: boolean;
  /** Of the clinic that somebody waited for who is put out. */
  readonly phone?: string | undefined;
  readonly revealed?: boolean;
  readonly leaving?: boolean;
}

/** A clean screen: also what the next person on a shared tablet gets. */
export const cleanUi: JoinUi = {
  cpr: '',
  search: '',
  firstName: '',
  code: '',
};

/** What the views show and call. */
export interface JoinView {
  readonly texts: FirstTexts;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly state: JoinState;
  readonly ui: JoinUi;
  readonly minimised: boolean;
  readonly client: VenterumClient | undefined;
  /** Whoever is signed in has logged in here, and not in the host. */
  readonly hasLogin: boolean;
  readonly onBehalfOf: ConsentGiver | undefined;
  /** How far the code of the elements inside is. */
  readonly consentForm: LazyStatus;
  readonly deviceCheck: LazyStatus;
  readonly videoRoom: LazyStatus;
  readonly aside: AsideViews | undefined;
  readonly asideStatus: LazyStatus;
  readonly guest: GuestViews | undefined;
  readonly guestStatus: LazyStatus;
  /** Here by an invitation: nobody to log in. */
  readonly isGuest: boolean;
  readonly dispatch: (command: JoinCommand) => void;
  readonly change: (ui: Partial<JoinUi>) => void;
  readonly minimise: (minimised: boolean) => void;
  /** The one primary button of the step. */
  readonly submit: (event: Event) => void;
  /** Into the room, unless the button has only just come. */
  readonly enter: (event: UIEvent) => void;
  /** The button into the room has only just come, and by itself. */
  readonly justCalled: boolean;
  /** What reaches beyond the screen, once somebody waits. */
  readonly reach: JoinReach | undefined;
  /** Being called would be heard. */
  readonly canSound: boolean;
  readonly reload: () => void;
  readonly support: () => TemplateResult;
}

/** Views that are fetched when they are needed, with their words. */
export type AsideViews = typeof aside;

/** Views for those who come by an invitation, with their words. */
export type GuestViews = typeof guest;

/** What these show and call. */
export interface AsideView extends JoinView {
  readonly texts: QueueJoinTexts;
}

/** What the guest's views show and call. */
export type GuestView = AsideView;

/** How far the code of an element is. */
export type LazyStatus = 'idle' | 'loading' | 'ready' | 'failed';

/** The part of a state that belongs to one step. */
export type JoinStateIn<Step extends JoinState['step']> = Extract<JoinState, { readonly step: Step }>;

/** A citizen or guest waits for themselves; everybody else for somebody. */
export const isForSelf = ({ kind }: JoinState): boolean => kind === 'citizen' || kind === 'guest';
