import type { InviteId, InviteStatus, VisitId } from '@venterum/contract';

/** Which invitation; never whom it is for. */
export interface InviteFacts {
  readonly inviteId: InviteId;
  readonly visitId: VisitId;
  readonly status: InviteStatus;
}

/** Invitations were accepted for sending. */
export class InviteSentEvent extends Event {
  readonly detail: { readonly invites: readonly InviteFacts[] };

  constructor(invites: readonly InviteFacts[]) {
    super('invite-sent', { bubbles: true, composed: true });
    this.detail = { invites };
  }
}

/** An invitation has come further, or has failed. */
export class InviteStatusEvent extends Event {
  readonly detail: InviteFacts;

  constructor(detail: InviteFacts) {
    super('invite-status', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** An invitation was revoked: its link is dead. */
export class InviteRevokedEvent extends Event {
  readonly detail: InviteFacts;

  constructor(detail: InviteFacts) {
    super('invite-revoked', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'invite-sent': InviteSentEvent;
    'invite-status': InviteStatusEvent;
    'invite-revoked': InviteRevokedEvent;
  }
}
