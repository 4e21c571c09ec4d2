/** After so many ticks (20 s) without a way through, people are told what else to do. */
const LONG_TICKS = 40;
/** A way through counts from so many ticks (1.5 s) on: where one end refuses the other's keys, the other sees it come and go. */
const LASTING_TICKS = 3;

/** How long there has been no way through to somebody, over all links: signalling that comes and goes makes new ones. */
export class PeerPatience {
  #ticksWithout = 0;
  #ticksThrough = 0;

  /** Half a second has passed, with something coming through or not. */
  tick(isThrough: boolean): void {
    this.#ticksThrough = isThrough ? this.#ticksThrough + 1 : 0;
    this.#ticksWithout = this.#ticksThrough < LASTING_TICKS ? this.#ticksWithout + 1 : 0;
  }

  /** Too long. */
  get isOver(): boolean {
    return this.#ticksWithout >= LONG_TICKS;
  }
}
