import type { Clock, JoinState, VenterumClient } from '@venterum/client';
import type { Instant, VisitId } from '@venterum/contract';
import { SystemNotice } from '../shared/system-notice.ts';
import { JoinWayIn } from './queue-join.way-in.ts';
import { OtherWindows } from './queue-join.windows.ts';

const placeOf = (state: JoinState): VisitId | undefined =>
  state.step === 'waiting' || state.step === 'called' || state.step === 'in-call'
    ? state.visit.id
    : undefined;

/** Milliseconds. Timers of a month and more go off at once. */
const longestTimer = 86_400_000;

/** What reaches beyond the screen while there is a place: other windows, the system, the room, and a time that comes. */
export class JoinReach {
  /** Told by the system. */
  readonly notice = new SystemNotice();
  readonly wayIn = new JoinWayIn();
  readonly #windows: OtherWindows;
  readonly #changed: () => void;
  #awaited: Instant | undefined;
  #cancel: (() => void) | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#windows = new OtherWindows(changed);
  }

  /** Whether another window shows the same place. */
  get isElsewhere(): boolean {
    return this.#windows.any;
  }

  /** Follows what is on the screen. */
  show(state: JoinState, client: VenterumClient): void {
    this.wayIn.follow(state, client);
    this.#windows.show(placeOf(state));
    this.#await(state.step === 'waiting' ? state.visit.agreedAt : undefined, client.clock);
  }

  /** Asks whether the system may tell of being called. */
  askForNotice(): void {
    void this.notice.ask().then(this.#changed);
  }

  /** Nothing is on the screen any more. */
  end(): void {
    this.#windows.show(undefined);
    this.notice.close();
    this.#await();
  }

  /** Once the agreed time has come, other words are true. */
  #await(agreedAt?: Instant, clock?: Clock): void {
    if (agreedAt === this.#awaited) return;
    this.#cancel?.();
    this.#awaited = undefined;
    const left = clock === undefined ? 0 : Date.parse(agreedAt ?? '') - clock.now();
    if (!(left > 0)) return;
    this.#awaited = agreedAt;
    this.#cancel = clock?.after(Math.min(left, longestTimer), () => {
      this.#awaited = undefined;
      this.#changed();
    });
  }
}
