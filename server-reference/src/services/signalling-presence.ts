import type { RoomMembers } from '../ports/room-members.ts';
import type { TicketGrant } from '../ports/tickets.ts';

/** Tells the rooms who came and went, for each peer in the order it happened. */
export class PresenceReports {
  readonly #members: RoomMembers;
  readonly #tails = new Map<string, Promise<void>>();

  constructor(members: RoomMembers) {
    this.#members = members;
  }

  /** Reports a socket that opened. Rejects when the rooms could not take it. */
  connected(grant: TicketGrant): Promise<void> {
    return this.#next(grant.peerId, () => this.#members.connected(grant));
  }

  /** Reports that a peer's last socket is gone. Rejects when the rooms could not take it. */
  disconnected(grant: TicketGrant): Promise<void> {
    return this.#next(grant.peerId, () => this.#members.disconnected(grant));
  }

  /** Resolves when every report so far has been taken or refused. */
  async settled(): Promise<void> {
    await Promise.all(this.#tails.values());
  }

  #next(peerId: string, report: () => Promise<void>): Promise<void> {
    const outcome = (this.#tails.get(peerId) ?? Promise.resolve()).then(report);
    const tail = outcome
      .catch(() => undefined)
      .then(() => {
        if (this.#tails.get(peerId) === tail) this.#tails.delete(peerId);
      });
    this.#tails.set(peerId, tail);
    return outcome;
  }
}
