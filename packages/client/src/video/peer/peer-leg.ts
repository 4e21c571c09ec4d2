import { patched } from '../../stores/patched.ts';
import type { MediaQuality, RemoteMedia, TroubleCause } from '../video-provider.ts';
import {
  comingIn,
  deviceCause,
  flowSample,
  qualityBetween,
  type Coming,
  type FlowSample,
} from './media-flow.ts';
import { replaceTracks } from './media-tracks.ts';
import { PictureSteps } from './picture-steps.ts';
import { limitFor, limitSending } from './send-limits.ts';
import { speechSdp } from './speech-sdp.ts';
import type { PeerCall } from './peer-engine.ts';

/** So many ticks of half a second without anything arriving, and the leg counts as broken: 2.5 s, long before ICE gives up at 15 s. */
const SILENT_TICKS = 5;
/** Quality is judged over this many ticks. */
const QUALITY_TICKS = 6;
/** So many samples are kept: 4 s of them, to tell silence from a pause. */
const KEPT_SAMPLES = 9;

/** A line that bears this share of what a full picture may cost bears one. */
const ENOUGH = 0.3;

/** A way through that goes within so many ticks (1.5 s) was taken back: the other end refused our keys. */
const REFUSED_TICKS = 3;

/** What a {@link PeerLeg} needs. */
export interface PeerLegOptions {
  readonly call: PeerCall;
  /** How many others are in the room: they share one line and one processor. */
  readonly others: () => number;
  readonly changed: () => void;
}

const fingerprintIn = (description: RTCSessionDescription | null | undefined): string | undefined =>
  /^a=fingerprint:(.+)$/m.exec(description?.sdp ?? '')?.[1]?.trim();

/** A picture that ends after it stood still has given way to the sound; a camera that is switched off moved until then. */
const afterStill = (before: Coming, now: Coming): Coming =>
  now.hasPicture === false && (before.isStill === true || before.isSoundOnly === true)
    ? { ...now, isSoundOnly: true }
    : now;

/** One PeerJS call between us and one other participant: one try at a connection. Reports what becomes of it by `changed`. */
export class PeerLeg {
  /** Whether anything ever came through. */
  wasConnected = false;
  closed = false;
  /** One of the two ends did not accept the other's keys (D10). */
  refused = false;
  stream: MediaStream | undefined;
  quality: MediaQuality | undefined;
  cause: TroubleCause | undefined;
  coming: Coming = {};
  readonly #call: PeerCall;
  readonly #others: () => number;
  readonly #changed: () => void;
  readonly #steps = new PictureSteps();
  #silentTicks = 0;
  /** Ticks at which the picture sent was smaller than the line would bear. */
  #smallTicks = 1;
  /** The pictures sent begin anew as soon as the line carries. */
  #isStale = false;
  #connectedTicks = 0;
  #samples: FlowSample[] = [];
  /** What was last asked of the senders, and the asking: one at a time, or the browser forgets one. */
  #limited = '';
  #limiting: Promise<void> = Promise.resolve();

  constructor({ call, others, changed }: PeerLegOptions) {
    this.#call = call;
    this.#others = others;
    this.#changed = changed;
    call.on('stream', (stream) => {
      this.stream = stream;
      changed();
    });
    const end = (): void => this.#ended();
    call.on('close', end);
    call.on('error', end);
    this.#watch();
  }

  /** Connected, and something arrived lately. */
  get flows(): boolean {
    return this.#isConnected && this.#silentTicks < SILENT_TICKS;
  }

  /** Connected for long enough to be believed in. */
  get lasts(): boolean {
    return this.#connectedTicks >= REFUSED_TICKS;
  }

  /** What is known of it; what comes and goes, only while anything does. */
  get facts(): Partial<RemoteMedia> {
    const { stream, quality, cause, flows } = this;
    return patched<Partial<RemoteMedia>>(
      { ...(flows ? { ...this.coming, sends: this.#steps.step } : {}) },
      { stream, quality, cause },
    );
  }

  /** Both ends' keys, once both are known. */
  get fingerprints(): readonly [own: string, theirs: string] | undefined {
    const connection = this.#call.peerConnection;
    const own = fingerprintIn(connection?.localDescription);
    const theirs = fingerprintIn(connection?.remoteDescription);
    return own === undefined || theirs === undefined ? undefined : [own, theirs];
  }

  /** Whether the other end's answer has come, be it of no use so far. */
  get wasAnswered(): boolean {
    return this.wasConnected || (this.#call.peerConnection?.remoteDescription ?? null) !== null;
  }

  get #isConnected(): boolean {
    return this.#call.peerConnection?.connectionState === 'connected';
  }

  /** Answers the other side's call. */
  answer(stream: MediaStream): void {
    this.#call.answer(stream, { sdpTransform: speechSdp });
    this.#watch();
  }

  /** Half a second has passed: measures. */
  async tick(): Promise<void> {
    const connection = this.#call.peerConnection;
    if (connection === null || !this.#isConnected) return;
    this.#connectedTicks += 1;
    const report = await connection.getStats();
    if (this.closed) return;
    this.#judge(flowSample(report));
    if (this.#silentTicks === 0) this.#limit(connection);
  }

  /** Sends these tracks instead. Answers false when that needs a new leg. */
  async replaceTracks(stream: MediaStream): Promise<boolean> {
    const connection = this.#call.peerConnection;
    if (connection === null) return false;
    const replaced = await replaceTracks(connection, stream);
    // Another track may be of another size and another kind.
    this.#limited = '';
    this.#limit(connection);
    return replaced;
  }

  /** Ends the leg at both ends, without reporting it. Safe to call twice. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.#call.close();
  }

  /** The line was there and the keys were not: here, or, told by a way through that goes at once, at the other end. */
  get #isRefused(): boolean {
    if (this.wasConnected) return !this.lasts;
    const state = this.#call.peerConnection?.iceConnectionState;
    return state === 'connected' || state === 'completed';
  }

  /** Before an answer there is no connection yet to watch. */
  #watch(): void {
    const connection = this.#call.peerConnection;
    connection?.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'failed') this.#ended();
      if (connection.connectionState === 'connected') this.#connected(connection);
      this.#changed();
    });
  }

  /** Limits begin with the first tick: setting them makes a new encoder, and the first picture would wait for it. */
  #connected(connection: RTCPeerConnection): void {
    if (this.wasConnected) this.#limit(connection);
    this.wasConnected = true;
  }

  /**
   * A sender that stops and starts again begins with a whole picture. After a silence the other side would ask for one only once it
   * had asked in vain for every packet it misses, some two seconds.
   */
  #limit(connection: RTCPeerConnection): void {
    const [others, { step }] = [this.#others(), this.#steps];
    const wanted = `${others} ${step}`;
    if ((wanted === this.#limited && !this.#isStale) || !this.#isConnected) return;
    for (const one of this.#isStale ? (['none', step] as const) : [step])
      this.#limiting = this.#limiting.then(() => limitSending(connection, others, one));
    this.#limited = wanted;
    this.#isStale = false;
  }

  #judge(sample: FlowSample): void {
    const last = this.#samples.at(-1);
    this.#silentTicks = last?.received === sample.received ? this.#silentTicks + 1 : 0;
    this.#isStale ||= this.#silentTicks >= SILENT_TICKS || this.#mayClimb(sample);
    this.#samples = [...this.#samples, sample].slice(-KEPT_SAMPLES);
    const before = this.#samples.at(-1 - QUALITY_TICKS) ?? this.#samples[0] ?? sample;
    this.quality = qualityBetween(before, sample) ?? this.quality;
    this.cause = deviceCause(before, sample);
    this.#steps.tick({ bitrate: sample.bitrate, lost: sample.lostThere, isTiny: sample.isTiny });
    // While nothing at all arrives, the line is to blame and not the camera.
    if (this.#silentTicks === 0) this.coming = afterStill(this.coming, comingIn(this.#samples));
  }

  /**
   * Browsers begin small and climb a step every few seconds, long after the line would bear the full picture. Worth a try ever more
   * rarely: a line in between bears it for a moment each time.
   */
  #mayClimb({ isHeldBack, bitrate = 0 }: FlowSample): boolean {
    if (!isHeldBack || bitrate < ENOUGH * limitFor(this.#others(), this.#steps.step).bitrate) return false;
    this.#smallTicks += 1;
    return Number.isInteger(Math.log2(this.#smallTicks));
  }

  #ended(): void {
    if (this.closed) return;
    this.refused = this.#isRefused;
    this.close();
    this.#changed();
  }
}
