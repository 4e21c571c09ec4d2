/** What was done to a clinic's list of members; never to whom. */
export interface MembersChange {
  readonly change: 'added' | 'role' | 'signed-out' | 'removed';
}

/** The clinic's list of members was changed from here, as the server has confirmed. */
export class MembersChangedEvent extends Event {
  readonly detail: MembersChange;

  constructor(detail: MembersChange) {
    super('members-changed', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'members-changed': MembersChangedEvent;
  }
}
