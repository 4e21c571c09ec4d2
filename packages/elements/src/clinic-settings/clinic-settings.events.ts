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

/** Whether the clinic has a weekly plan now. */
export interface PlanChange {
  readonly planned: boolean;
}

/** The clinic's weekly plan was set or taken away from here, as the server has confirmed. */
export class PlanChangedEvent extends Event {
  readonly detail: PlanChange;

  constructor(detail: PlanChange) {
    super('plan-changed', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    'plan-changed': PlanChangedEvent;
    'members-changed': MembersChangedEvent;
  }
}
