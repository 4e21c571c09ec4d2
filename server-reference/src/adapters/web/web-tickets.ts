import { instantPlus, signalLimits, type Instant } from '@venterum/contract';
import type { ServerClock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { TicketGrant, Tickets } from '../../ports/tickets.ts';

interface Issued {
  readonly grant: TicketGrant;
  readonly until: Instant;
}

/** One-time tickets in the memory of one process, browsers included. Kept by digest. */
export class WebTickets implements Tickets {
  readonly #clock: ServerClock;
  readonly #ids: Ids;
  readonly #issued = new Map<string, Issued>();

  constructor(clock: ServerClock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  async issue(grant: TicketGrant): Promise<string> {
    this.#forgetOld();
    const ticket = this.#ids.token();
    const until = instantPlus(this.#clock.now(), signalLimits.ticketSeconds * 1000);
    this.#issued.set(await this.#ids.hash(ticket), { grant, until });
    return ticket;
  }

  async redeem(ticket: string): Promise<TicketGrant | undefined> {
    const hash = await this.#ids.hash(ticket);
    this.#forgetOld();
    const grant = this.#issued.get(hash)?.grant;
    this.#issued.delete(hash);
    return grant;
  }

  #forgetOld(): void {
    const now = this.#clock.now();
    for (const [hash, { until }] of this.#issued) if (until <= now) this.#issued.delete(hash);
  }
}
