import { laterInviteStatus, type InviteId, type Recipient } from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { InviteRecord } from '../ports/records.ts';
import type { SmsGateway, SmsStatus } from '../ports/sms-gateway.ts';
import type { DataStore } from '../ports/store.ts';
import type { Caller } from './caller.ts';
import { inviteLink, inviteText } from './invite-messages.ts';
import { RateLimiter } from './rate-limit.ts';
import { Refusal } from './refusal.ts';

/** What sending needs. */
export interface InviteSendingParts {
  readonly clock: ServerClock;
  readonly log: Log;
  readonly store: DataStore;
  readonly sms: SmsGateway;
  /** Address of the guest page, without fragment. */
  readonly guestPage: string;
}

const hour = 3600;

/** Gets invitations out, and notes what the gateway said. */
export class InviteSending {
  readonly #parts: InviteSendingParts;
  readonly #perNumber = new RateLimiter({ perSecond: 5 / hour, burst: 5 });
  readonly #perSender = new RateLimiter({ perSecond: 60 / hour, burst: 30 });
  readonly #underWay = new Set<InviteId>();

  constructor(parts: InviteSendingParts) {
    this.#parts = parts;
  }

  /** Refuses `limit-reached`: so many messages to one number, or from one sender. */
  checkRate({ principal }: Caller, recipients: readonly Recipient[]): void {
    const now = Date.parse(this.#parts.clock.now());
    for (const { phone } of recipients) {
      if (phone === undefined) continue;
      for (const answer of [this.#perNumber.take(phone, now), this.#perSender.take(principal.id, now)]) {
        if (!answer.allowed) throw new Refusal('limit-reached', { retryAfter: answer.retryAfter });
      }
    }
  }

  /** Sends and returns at once; the status follows. */
  send(invite: InviteRecord, token: string): void {
    const { phone, language } = invite.recipient;
    if (phone === undefined) return;
    const text = inviteText(language, inviteLink(this.#parts.guestPage, token));
    this.#underWay.add(invite.id);
    this.#parts.sms
      .send({ to: phone, text, attemptId: invite.attemptId })
      .catch((): SmsStatus => 'failed')
      .then((status) => this.report(invite, status))
      .catch(() => {
        this.#parts.log.write({ event: 'sms', inviteId: invite.id, status: 'unrecorded' });
      })
      .finally(() => this.#underWay.delete(invite.id));
  }

  /** Notes a status of one attempt; a status of an earlier attempt says nothing about this one. */
  async report(attempt: Pick<InviteRecord, 'id' | 'attemptId'>, status: SmsStatus): Promise<void> {
    await this.#parts.store.transact(async (tx) => {
      const invite = await tx.invites.get(attempt.id);
      if (invite?.attemptId !== attempt.attemptId) return;
      const later = laterInviteStatus(invite.status, status);
      if (later === invite.status) return;
      await tx.invites.save({ ...invite, status: later });
      tx.emit({ kind: 'invite', clinicId: invite.clinicId, inviteId: invite.id });
    });
    this.#parts.log.write({ event: 'sms', inviteId: attempt.id, status });
  }

  /** After a restart: nobody knows what became of messages that were on their way. */
  async admitIgnorance(): Promise<void> {
    const queued = await this.#parts.store.read((tx) => tx.invites.queued());
    for (const invite of queued) if (!this.#underWay.has(invite.id)) await this.report(invite, 'unknown');
  }
}
