import type { JoinState, VenterumClient } from '@venterum/client';
import type { JoinerVisit, RoomAccess, VisitId } from '@venterum/contract';

/** Milliseconds. A ticket lasts 30 s (`signalLimits`): an older one may be void before it has been shown. */
const FRESH = 20_000;

interface Asked {
  readonly visitId: VisitId;
  readonly access: Promise<RoomAccess>;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The way into the room, asked for as soon as somebody is called: whoever goes in then waits for no answer. */
export class JoinWayIn {
  /** The way to go in by; `undefined`: the room is to ask for one itself. */
  access: Promise<RoomAccess> | undefined;
  #asked: Asked | undefined;

  /** Follows what is on the screen. */
  follow(state: JoinState, client: VenterumClient): void {
    const asked = this.#asked;
    if (state.step === 'in-call') {
      if (asked !== undefined && client.clock.now() - asked.at < FRESH) this.access = asked.access;
      this.#asked = undefined;
      return;
    }
    this.access = undefined;
    if (state.step === 'called') this.#askFor(state.visit, client);
    else this.#asked = undefined;
  }

  #askFor({ id, me, participants }: JoinerVisit, client: VenterumClient): void {
    const isLetIn = participants.some((one) => one.id === me && one.admitted);
    if (!isLetIn || this.#asked?.visitId === id) return;
    const access = client.request('visits.ticket', { id, background: true });
    // The room asks again.
    access.catch(() => undefined);
    this.#asked = { visitId: id, access, at: client.clock.now() };
  }
}
