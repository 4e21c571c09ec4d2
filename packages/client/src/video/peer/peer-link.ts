import { patched } from '../../stores/patched.ts';
import type { RemoteMedia } from '../video-provider.ts';
import type { PeerCall } from './peer-engine.ts';
import { PeerLeg } from './peer-leg.ts';
import type { PeerPatience } from './peer-patience.ts';

/**
 * A try that has not come through after so many ticks (6 s) makes room for the next. Once one has to end for it, the next gets twice
 * the time (up to 24 s): machines that need longer would else be called for ever, each call ending the one before.
 */
const TRY_TICKS = 12;
const LONGEST_TRY_TICKS = 48;
/** At least so many ticks (2 s) between two tries, so that a refusing peer is not called in a storm. */
const PAUSE_TICKS = 4;
/** After so many tries in a row that nobody answered, the signalling itself is in doubt; sooner where it worked before. */
const STUCK_TRIES = 2;
const STUCK_TRIES_AGAIN = 1;

/**
 * Who is called can only wait, and doubts the signalling after so many ticks (6 s) without a way through or a sign that it works, and
 * again after as many.
 */
const DOUBT_TICKS = 12;
/** Once may be a page that was just reloaded; so many in a row are somebody between us. */
const UNSAFE_REFUSALS = 2;
/** Whose signalling is gone, and whose media has been for so many ticks (5 s), has left. */
const LEFT_TICKS = 10;

const isSame = (one: RemoteMedia, other: RemoteMedia): boolean =>
  (Object.keys({ ...one, ...other }) as (keyof RemoteMedia)[]).every((key) => one[key] === other[key]);

/** What a {@link PeerLink} needs. */
export interface PeerLinkOptions {
  readonly participantId: string;
  /** Of the two, the one that calls. */
  readonly isCaller: boolean;
  readonly patience: PeerPatience;
  /** How many others are in the room. */
  readonly others: () => number;
  readonly stream: MediaStream;
  /** Calls the other side; `undefined` while that is impossible. */
  readonly dial: (stream: MediaStream) => PeerCall | undefined;
  readonly changed: () => void;
  /** Calling leads to nothing. */
  readonly stuck: () => void;
}

/**
 * The connection to one other participant over all its tries. A broken leg is not mended but replaced by a new one; the old one
 * is kept until the new one works, since a line that comes back within ICE's own time comes back there first.
 */
export class PeerLink {
  readonly #options: PeerLinkOptions;
  #stream: MediaStream;
  /** Oldest first, at most two. */
  #legs: PeerLeg[] = [];
  #shown: RemoteMedia;
  #wasConnected = false;
  #ticksWithout = 0;
  #sinceDial = Number.POSITIVE_INFINITY;
  #tries = 0;
  /** What the next try is given. */
  #tryTicks = TRY_TICKS;
  /** How long there has been nothing to hope for. */
  #hopelessTicks = 0;
  /** Connections in a row that ended over the keys. */
  #refusals = 0;
  #isAway = false;
  #closed = false;

  constructor(options: PeerLinkOptions) {
    this.#options = options;
    this.#stream = options.stream;
    this.#shown = { participantId: options.participantId, connection: 'connecting' };
    this.#dialIfDue();
  }

  /** How it is now; the same object until something changes. */
  get media(): RemoteMedia {
    return this.#shown;
  }

  /** Both ends' keys, while something comes through. */
  get fingerprints(): readonly [own: string, theirs: string] | undefined {
    const best = this.#best;
    return best?.flows === true ? best.fingerprints : undefined;
  }

  /** Answers a call from the other side. */
  answer(call: PeerCall): void {
    const leg = this.#add(call);
    leg.answer(this.#stream);
    // The signalling works, and the call is to have its time.
    this.#hopelessTicks = -this.#tryTicks;
    this.#update();
  }

  /** Half a second has passed. */
  async tick(): Promise<void> {
    this.#sinceDial += 1;
    await Promise.all(this.#legs.map((leg) => leg.tick()));
    if (this.#closed) return;
    this.#options.patience.tick(this.#best?.flows === true);
    const isLost = this.#wasConnected && this.#best?.flows !== true;
    this.#ticksWithout = isLost ? this.#ticksWithout + 1 : 0;
    this.#hopelessTicks = isLost && !this.#isAway ? this.#hopelessTicks + 1 : 0;
    if (this.#best?.lasts === true) this.#refusals = 0;
    this.#update();
    this.#dialIfDue();
    this.#doubtIfDue();
  }

  /**
   * Signalling works (again): what was under way when it broke is lost, so a call is made now; half a second later where media has
   * come through, which comes back by itself when the line does.
   */
  wake(): void {
    this.#tries = 0;
    this.#sinceDial = Number.POSITIVE_INFINITY;
    if (!this.#wasConnected) this.#dialIfDue();
  }

  /** Something sent to them has not arrived: called anew, once for all that was lost of the call before. */
  missed(): void {
    if (this.#sinceDial >= PAUSE_TICKS) this.wake();
  }

  /** Nobody who is away can be called; who is back can be at once. */
  setAway(isAway: boolean): void {
    if (this.#isAway && !isAway) this.wake();
    this.#isAway = isAway;
  }

  /** Sends these tracks from now on; where a leg has no room for them, by a new leg. */
  async setStream(stream: MediaStream): Promise<void> {
    this.#stream = stream;
    const replaced = await Promise.all(this.#legs.map((leg) => leg.replaceTracks(stream)));
    if (this.#closed || replaced.every(Boolean)) return;
    if (this.#options.isCaller) this.#dial();
    // Who answers cannot call: closing makes the caller call again.
    else for (const leg of this.#legs) leg.close();
    this.#update();
  }

  close(): void {
    this.#closed = true;
    for (const leg of this.#legs) leg.close();
    this.#legs = [];
  }

  get #newest(): PeerLeg | undefined {
    return this.#legs.at(-1);
  }

  /** The newest that works, else the one that did. */
  get #best(): PeerLeg | undefined {
    return [...this.#legs].reverse().find(({ flows }) => flows) ?? this.#legs[0];
  }

  #add(call: PeerCall): PeerLeg {
    const leg = new PeerLeg({ call, others: this.#options.others, changed: () => this.#legChanged() });
    if (this.#legs.length === 2) this.#makeRoom();
    this.#legs.push(leg);
    return leg;
  }

  /** Of three the middle one goes: the first may come back, the last is the newest hope. */
  #makeRoom(): void {
    this.#legs.pop()?.close();
    this.#tryTicks = Math.min(LONGEST_TRY_TICKS, this.#tryTicks * 2);
  }

  #legChanged(): void {
    if (this.#closed) return;
    this.#update();
    if (this.#legs.length === 0) this.#dialIfDue();
  }

  #update(): void {
    this.#countRefusals();
    this.#legs = this.#legs.filter(({ closed }) => !closed);
    if (this.#newest?.flows === true) this.#settle();
    const best = this.#best;
    const flows = best?.flows === true;
    this.#wasConnected ||= flows;
    this.#show(
      patched<RemoteMedia>(
        { participantId: this.#options.participantId, connection: this.#connection(flows) },
        {
          stream: this.#shown.stream,
          ...best?.facts,
          isStuck:
            this.#options.patience.isOver || (this.#isAway && this.#ticksWithout >= LEFT_TICKS) || undefined,
          isUnsafe: this.#refusals >= UNSAFE_REFUSALS || undefined,
        },
      ),
    );
  }

  #countRefusals(): void {
    for (const { closed, refused } of this.#legs)
      if (closed) this.#refusals = refused ? this.#refusals + 1 : 0;
  }

  #connection(connected: boolean): RemoteMedia['connection'] {
    if (connected) return 'connected';
    return this.#wasConnected ? 'reconnecting' : 'connecting';
  }

  /** The newest leg works: the others have done their duty. */
  #settle(): void {
    this.#tries = 0;
    this.#tryTicks = TRY_TICKS;
    for (const leg of this.#legs.slice(0, -1)) leg.close();
    this.#legs = this.#legs.slice(-1);
  }

  #show(media: RemoteMedia): void {
    if (isSame(media, this.#shown)) return;
    this.#shown = media;
    this.#options.changed();
  }

  /** The caller doubts by its tries. */
  #doubtIfDue(): void {
    if (this.#options.isCaller || this.#hopelessTicks < DOUBT_TICKS) return;
    this.#hopelessTicks = 0;
    this.#options.stuck();
  }

  #dialIfDue(): void {
    if (!this.#options.isCaller || this.#isAway || this.#closed) return;
    if (this.#legs.some(({ flows }) => flows)) return;
    const pause = this.#newest?.wasConnected === false ? this.#tryTicks : PAUSE_TICKS;
    if (this.#sinceDial >= pause) this.#dial();
  }

  #dial(): void {
    const isUnanswered = this.#newest?.wasAnswered !== true;
    if (isUnanswered && this.#tries >= (this.#wasConnected ? STUCK_TRIES_AGAIN : STUCK_TRIES))
      this.#options.stuck();
    const call = this.#options.dial(this.#stream);
    if (call === undefined) return;
    this.#sinceDial = 0;
    this.#tries += 1;
    this.#add(call);
  }
}
