import { createHash, randomBytes } from 'node:crypto';
import { signalLimits } from '@venterum/contract';
import type { TicketGrant, Tickets } from '../../ports/tickets.ts';

const TICKET_BYTES = 32;

interface Issued {
  readonly grant: TicketGrant;
  readonly expiresAt: number;
}

const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('base64url');

/** Tickets in memory, for one server process. They live half a minute, so a restart costs one new request. */
export class MemoryTickets implements Tickets {
  readonly #now: () => number;
  /** By hash, in the order of issue and so of expiry. */
  readonly #issued = new Map<string, Issued>();

  /** `now` in milliseconds; a monotonic source lets no clock change lengthen a ticket. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How many tickets are kept. */
  get size(): number {
    return this.#issued.size;
  }

  async issue(grant: TicketGrant): Promise<string> {
    this.#sweep();
    const ticket = randomBytes(TICKET_BYTES).toString('base64url');
    this.#issued.set(hashOf(ticket), { grant, expiresAt: this.#now() + signalLimits.ticketSeconds * 1_000 });
    return ticket;
  }

  async redeem(ticket: string): Promise<TicketGrant | undefined> {
    this.#sweep();
    const hash = hashOf(ticket);
    const grant = this.#issued.get(hash)?.grant;
    this.#issued.delete(hash);
    return grant;
  }

  #sweep(): void {
    const now = this.#now();
    for (const [hash, { expiresAt }] of this.#issued) {
      if (expiresAt > now) return;
      this.#issued.delete(hash);
    }
  }
}
