import type { Instant, Invite, InviteAccess, InviteRequest } from '@venterum/contract';
import type { Failure } from './failure.ts';

/** State of a clinic's invitations. */
export interface InviteState {
  readonly status: 'starting' | 'ready' | 'sending' | 'unavailable' | 'forbidden';
  /** Newest first. */
  readonly invites: readonly Invite[];
  /** Sent last from here, for the confirmation. */
  readonly sent?: readonly Invite[];
  /** The ways in besides the SMS, of the one that was asked to be shown. */
  readonly shown?: InviteAccess & { readonly inviteId: string };
  /** Invitations with a request under way. */
  readonly busy: ReadonlySet<string>;
  readonly failure?: Failure;
  readonly offlineSince?: Instant;
}

/** What can be asked about invitations. */
export type InviteCommand =
  /** To the store's own clinic. */
  | { readonly type: 'send'; readonly request: Omit<InviteRequest, 'clinicId'> }
  | { readonly type: 'resend'; readonly inviteId: string }
  | { readonly type: 'revoke'; readonly inviteId: string }
  /** As `revoke`, with the visit kept for whoever is invited to it next. */
  | { readonly type: 'rewrite'; readonly inviteId: string }
  /** Link, QR and a new code; the code before is void. */
  | { readonly type: 'show'; readonly inviteId: string }
  | { readonly type: 'hide' }
  | { readonly type: 'retry' };
