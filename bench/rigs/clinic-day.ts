import { placesIn, type FinishedFact, type QueueFacts, type WaitEstimate } from '@venterum/contract';

/** How a clinic's morning goes: when people come, who is there to see them, and how long that takes. Minutes. */
export interface DayPattern {
  readonly name: string;
  /** When each person comes, and for when it was agreed. */
  readonly arrivals: (random: () => number) => readonly { readonly at: number; readonly agreed?: number }[];
  /** From when to when each clinician is there. */
  readonly clinicians: (random: () => number) => readonly { readonly from: number; readonly to: number }[];
  readonly duration: (random: () => number) => number;
  /** What the clinic says until the first clinician has begun. */
  readonly delay?: number;
}

/** What somebody was told, and how it turned out. */
export interface ToldWait {
  readonly estimate: WaitEstimate;
  /** Minutes from then to the call. */
  readonly wait: number;
  readonly ahead: number;
  /** Told on arrival, or later while waiting. */
  readonly onArrival: boolean;
}

interface Person {
  readonly id: string;
  readonly at: number;
  readonly agreed: number | undefined;
  calledAt?: number;
}

interface Clinician {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  freeAt: number;
  startedAt?: number;
}

/** Reproducible chance: mulberry32. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A value between two. */
export const between = (random: () => number, from: number, to: number): number =>
  from + random() * (to - from);

const tick = 0.25;
const endOfDay = 360;
const instant = (minutes: number): string =>
  new Date(Date.UTC(2026, 10, 23, 8) + Math.round(minutes * 60_000)).toISOString();

/** One morning, minute by minute, with what the people in the queue are told on the way. */
class ClinicDay {
  readonly #pattern: DayPattern;
  readonly #random: () => number;
  readonly #clinicians: readonly Clinician[];
  readonly #people: readonly Person[];
  #waiting: Person[] = [];
  readonly #finished: FinishedFact[] = [];
  readonly #told: {
    readonly person: Person;
    readonly at: number;
    readonly estimate: WaitEstimate;
    ahead: number;
  }[] = [];

  constructor(pattern: DayPattern, random: () => number) {
    this.#pattern = pattern;
    this.#random = random;
    this.#clinicians = pattern
      .clinicians(random)
      .map(({ from, to }, index) => ({ id: `clinician-${index}`, from, to, freeAt: from }));
    this.#people = pattern
      .arrivals(random)
      .map(({ at, agreed }, index) => ({ id: `person-${String(index).padStart(3, '0')}`, at, agreed }));
  }

  /** Everything anybody was told who was called in the end. */
  run(): readonly ToldWait[] {
    for (let now = 0; now < endOfDay; now += tick) this.#step(now);
    return this.#told.flatMap(({ person, at, estimate, ahead }) =>
      person.calledAt === undefined
        ? []
        : [{ estimate, ahead, wait: person.calledAt - at, onArrival: at - person.at < tick }],
    );
  }

  #step(now: number): void {
    this.#end(now);
    this.#call(now);
    const fresh = this.#people.filter(({ at }) => at <= now && at > now - tick);
    this.#waiting.push(...fresh);
    this.#tell(now, fresh);
  }

  #end(now: number): void {
    for (const clinician of this.#clinicians) {
      const { startedAt, freeAt, id } = clinician;
      if (startedAt === undefined || freeAt > now) continue;
      this.#finished.unshift({ minutes: freeAt - startedAt, endedAt: instant(freeAt), claimedBy: id });
      delete clinician.startedAt;
      // The note is written, and the list looked at.
      clinician.freeAt = freeAt + between(this.#random, 0.5, 3.5);
    }
  }

  #call(now: number): void {
    for (const clinician of this.#clinicians) {
      const { from, to, freeAt, startedAt } = clinician;
      if (startedAt !== undefined || freeAt > now || now < from || now >= to) continue;
      const [first] = placesIn(this.#facts(now)).keys();
      const next = this.#waiting.find(({ id }) => id === first);
      // A time that was agreed is kept, a few minutes early at most.
      if (next === undefined || (next.agreed ?? now) > now + 5) continue;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      next.calledAt = now;
      clinician.startedAt = now;
      clinician.freeAt = now + this.#pattern.duration(this.#random);
    }
  }

  #tell(now: number, fresh: readonly Person[]): void {
    if (this.#waiting.length === 0) return;
    const isMinute = Math.abs(now - Math.round(now)) < tick / 2;
    const places = placesIn(this.#facts(now));
    for (const person of this.#waiting) {
      const { waitEstimate, position } = places.get(person.id) ?? {};
      if (waitEstimate === undefined || position === undefined) continue;
      if (isMinute || fresh.includes(person))
        this.#told.push({ person, at: now, estimate: waitEstimate, ahead: position - 1 });
    }
  }

  #facts(now: number): QueueFacts {
    const running = this.#clinicians.filter(({ startedAt }) => startedAt !== undefined);
    const { delay } = this.#pattern;
    const isDelayed = delay !== undefined && running.length === 0 && this.#finished.length === 0;
    return {
      now: instant(now),
      opening: { open: true, ...(isDelayed ? { delayMinutes: delay } : {}) },
      waiting: this.#waiting.map(({ id, at, agreed }) => ({
        id,
        arrivedAt: instant(at),
        test: false,
        ...(agreed === undefined ? {} : { agreedAt: instant(agreed) }),
      })),
      running: running.map(({ id, startedAt = now }) => ({ claimedBy: id, startedAt: instant(startedAt) })),
      finished: this.#finished,
    };
  }
}

/** One simulated morning. */
export const simulateDay = (pattern: DayPattern, seed: number): readonly ToldWait[] =>
  new ClinicDay(pattern, seededRandom(seed)).run();
