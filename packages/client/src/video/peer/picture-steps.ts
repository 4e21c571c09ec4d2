import type { PictureStep } from '../video-provider.ts';

/** How a line bore what was sent over the last half second. */
export interface LineReport {
  /** Bits a second that the browser believes it can send; absent before it has an opinion. */
  readonly bitrate?: number | undefined;
  /** Share of our sound that the other side did not get, from 0 to 1; absent before they said. */
  readonly lost?: number | undefined;
  /** The browser sends a picture too small to read lips or signs from. */
  readonly isTiny?: boolean;
}

/** Below so many bits a second a moving picture takes from the sound; below the second, any picture does. */
const TOO_LITTLE = { full: 110_000, small: 110_000, still: 55_000, none: 0 } as const;
/** Above such a loss speech suffers even with its redundancy: what the picture uses is what the sound is missing. */
const TOO_LOSSY = { full: 0.15, small: 0.15, still: 0.25, none: 2 } as const;
/** From so many bits a second on, a small picture could be a larger one. */
const MORE_THAN_SMALL = 400_000;
/** So many bad ticks (3 s) in a row, and the picture gives way. */
const BAD_TICKS = 6;
/** A step back up is tried after so many good ticks (10 s); twice as many after each try that failed, up to a minute. */
const TRIAL_TICKS = 20;
const LONGEST_TRIAL = 120;
/** A step up that held for so many ticks (15 s) has succeeded. */
const HELD_TICKS = 30;

/** How much picture one line bears: gives way after some bad seconds, and comes back by trying. */
export class PictureSteps {
  #step: PictureStep = 'full';
  #badTicks = 0;
  #tinyTicks = 0;
  #ticksHere = 0;
  /** Ticks to wait before a step up. */
  #trial = TRIAL_TICKS;
  /** The step was reached by going up, and has not held for long. */
  #isTrying = false;

  /** What to send now. */
  get step(): PictureStep {
    return this.#step;
  }

  /** Half a second has passed. */
  tick(report: LineReport): void {
    this.#ticksHere += 1;
    this.#badTicks = this.#isBad(report) ? this.#badTicks + 1 : 0;
    this.#tinyTicks = this.#step === 'full' && report.isTiny === true ? this.#tinyTicks + 1 : 0;
    if (this.#ticksHere === HELD_TICKS) this.#held();
    if (this.#badTicks >= BAD_TICKS) this.#giveWay(this.#step === 'still' ? 'none' : 'still');
    else if (this.#tinyTicks >= BAD_TICKS) this.#giveWay('small');
    else if (this.#mayTry(report)) this.#move(this.#step === 'none' ? 'still' : 'full', true);
  }

  /** A small picture is good enough to wait for a line that promises more, but not for ever: its opinion may be out of date. */
  #mayTry({ bitrate = MORE_THAN_SMALL }: LineReport): boolean {
    if (this.#step === 'full' || this.#badTicks > 0 || this.#ticksHere < this.#trial) return false;
    return this.#step !== 'small' || bitrate >= MORE_THAN_SMALL || this.#ticksHere >= LONGEST_TRIAL;
  }

  #held(): void {
    this.#isTrying = false;
    if (this.#step === 'full') this.#trial = TRIAL_TICKS;
  }

  #isBad({ bitrate, lost }: LineReport): boolean {
    const isNarrow = bitrate !== undefined && bitrate < TOO_LITTLE[this.#step];
    return isNarrow || (lost !== undefined && lost > TOO_LOSSY[this.#step]);
  }

  /** A try that lasted less than it takes to believe in has failed: the next one waits longer. */
  #giveWay(step: PictureStep): void {
    if (this.#step === 'none') return;
    if (this.#isTrying) this.#trial = Math.min(LONGEST_TRIAL, this.#trial * 2);
    this.#move(step, false);
  }

  #move(step: PictureStep, isTrying: boolean): void {
    this.#step = step;
    this.#isTrying = isTrying;
    this.#ticksHere = 0;
    this.#badTicks = 0;
    this.#tinyTicks = 0;
  }
}
