import { laterInviteStatus } from '@venterum/contract';
import type { Log } from '../ports/log.ts';
import type { InviteRecord } from '../ports/records.ts';
import type { SmsNews, SmsReport } from '../ports/sms-gateway.ts';
import type { DataStore, Transaction } from '../ports/store.ts';

/** Notes what a gateway tells of messages. */
export class SmsNewsDesk {
  readonly #store: DataStore;
  readonly #log: Log;

  constructor(parts: { readonly store: DataStore; readonly log: Log }) {
    this.#store = parts.store;
    this.#log = parts.log;
  }

  /** News of one attempt: of an earlier one they say nothing about this, and what is known is never taken back. */
  async note(tx: Transaction, invite: InviteRecord, { status, failure }: SmsNews): Promise<void> {
    const later = laterInviteStatus(invite.status, status);
    if (later === invite.status) return;
    const { failure: _failure, ...known } = invite;
    await tx.invites.save({
      ...known,
      status: later,
      ...(later === 'failed' && failure !== undefined ? { failure } : {}),
    });
    tx.emit({ kind: 'invite', clinicId: invite.clinicId, inviteId: invite.id });
    tx.afterCommit(() => {
      this.#log.write({
        event: 'sms',
        inviteId: invite.id,
        status: later,
        ...(failure === undefined ? {} : { failure }),
      });
    });
  }

  /** Delivery reports, in any order and any number of times. */
  async report(reports: readonly SmsReport[]): Promise<void> {
    await this.#store.transact(async (tx) => {
      for (const report of reports) {
        const invite = await tx.invites.byAttempt(report.attemptId);
        if (invite !== undefined) await this.note(tx, invite, report);
      }
    });
  }
}
