import { isOver, laterInviteStatus, transition, type Visit, type VisitCommand } from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Transaction } from '../ports/store.ts';
import { noteGuests } from './guest-status.ts';
import { Refusal } from './refusal.ts';
import type { Sessions } from './sessions.ts';
import { dueAt } from './visit-deadlines.ts';
import { joinersOf } from './visit-readers.ts';

/** Keeps visits and tells the others what changed. Every change of a visit goes through here. */
export class VisitChanges {
  readonly #clock: ServerClock;
  readonly #sessions: Pick<Sessions, 'active'>;

  constructor(parts: { readonly clock: ServerClock; readonly sessions: Pick<Sessions, 'active'> }) {
    this.#clock = parts.clock;
    this.#sessions = parts.sessions;
  }

  /** Applies a command; refuses what the transition table refuses. */
  async apply(tx: Transaction, before: Visit, command: VisitCommand): Promise<Visit> {
    const result = transition(before, command, this.#clock.now());
    if (result.visit === undefined) throw new Refusal(result.refusal);
    await this.put(tx, result.visit, before);
    return result.visit;
  }

  /** Keeps a visit as it is now; `before` is what it was, if it was. */
  async put(tx: Transaction, after: Visit, before?: Visit): Promise<void> {
    await tx.visits.save(after, dueAt(after));
    tx.emit({
      kind: 'visit',
      clinicId: after.clinicId,
      visitId: after.id,
      queueChanged: before?.state !== after.state,
    });
    if (before === undefined) return;
    this.#tellRoom(tx, before, after);
    if (!isOver(after.state)) await noteGuests(tx, before, after);
    else if (!isOver(before.state)) await this.#end(tx, before, after);
  }

  #tellRoom(tx: Transaction, before: Visit, after: Visit): void {
    const { roomId } = before;
    if (roomId === undefined) return;
    if (after.roomId !== roomId || (isOver(after.state) && !isOver(before.state))) {
      tx.emit({ kind: 'room-closed', roomId });
      return;
    }
    const members = (visit: Visit): string =>
      visit.participants.map(({ id, admitted }) => `${id} ${String(admitted)}`).join();
    if (members(before) !== members(after)) tx.emit({ kind: 'room-changed', roomId });
  }

  /** Idling begins now for everybody who was in it, also for whoever has lost the connection. */
  async #end(tx: Transaction, before: Visit, after: Visit): Promise<void> {
    const people = (await joinersOf(tx, before)).map(({ principalId }) => principalId);
    if (before.claim !== undefined) people.push(before.claim.by);
    for (const principalId of people) await this.#sessions.active(tx, principalId);
    await this.#endInvites(tx, after);
  }

  async #endInvites(tx: Transaction, visit: Visit): Promise<void> {
    for (const invite of await tx.invites.ofVisit(visit.id)) {
      const status = laterInviteStatus(invite.status, invite.hasEntered === true ? 'used' : 'expired');
      if (status === invite.status) continue;
      await tx.invites.save({ ...invite, status });
      tx.emit({ kind: 'invite', clinicId: invite.clinicId, inviteId: invite.id });
    }
  }
}
