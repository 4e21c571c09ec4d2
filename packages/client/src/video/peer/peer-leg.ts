import type { MediaQuality } from '../video-provider.ts';
import { comingIn, flowSample, qualityBetween, type Coming, type FlowSample } from './media-flow.ts';
import { preferSoundAndMovement, replaceTracks } from './media-tracks.ts';
import type { PeerCall } from './peer-engine.ts';

/** So many ticks of half a second without anything arriving, and the leg counts as broken: 2.5 s, long before ICE gives up at 15 s. */
const SILENT_TICKS = 5;
/** Quality is judged over this many ticks. */
const QUALITY_TICKS = 6;
/** So many samples are kept: 4 s of them, to tell silence from a pause. */
const KEPT_SAMPLES = 9;

/** One PeerJS call between us and one other participant: one try at a connection. Reports what becomes of it by `changed`. */
export class PeerLeg {
  /** Whether anything ever came through. */
  wasConnected = false;
  closed = false;
  stream: MediaStream | undefined;
  quality: MediaQuality | undefined;
  coming: Coming = {};
  readonly #call: PeerCall;
  readonly #changed: () => void;
  #silentTicks = 0;
  #samples: FlowSample[] = [];

  constructor(call: PeerCall, changed: () => void) {
    this.#call = call;
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

  get #isConnected(): boolean {
    return this.#call.peerConnection?.connectionState === 'connected';
  }

  /** Answers the other side's call. */
  answer(stream: MediaStream): void {
    this.#call.answer(stream);
    this.#watch();
  }

  /** Half a second has passed: measures. */
  async tick(): Promise<void> {
    const connection = this.#call.peerConnection;
    if (connection === null || !this.#isConnected) return;
    const report = await connection.getStats();
    if (!this.closed) this.#judge(flowSample(report));
  }

  /** Sends these tracks instead. Answers false when that needs a new leg. */
  async replaceTracks(stream: MediaStream): Promise<boolean> {
    const connection = this.#call.peerConnection;
    return connection === null ? false : replaceTracks(connection, stream);
  }

  /** Ends the leg at both ends, without reporting it. Safe to call twice. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.#call.close();
  }

  /** Before an answer there is no connection yet to watch. */
  #watch(): void {
    const connection = this.#call.peerConnection;
    connection?.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'failed') this.#ended();
      if (connection.connectionState === 'connected' && !this.wasConnected) this.#connected(connection);
      this.#changed();
    });
  }

  #connected(connection: RTCPeerConnection): void {
    this.wasConnected = true;
    void preferSoundAndMovement(connection);
  }

  #judge(sample: FlowSample): void {
    const last = this.#samples.at(-1);
    this.#silentTicks = last?.received === sample.received ? this.#silentTicks + 1 : 0;
    this.#samples = [...this.#samples, sample].slice(-KEPT_SAMPLES);
    const before = this.#samples.at(-1 - QUALITY_TICKS) ?? this.#samples[0] ?? sample;
    this.quality = qualityBetween(before, sample) ?? this.quality;
    // While nothing at all arrives, the line is to blame and not the camera.
    if (this.#silentTicks === 0) this.coming = comingIn(this.#samples);
  }

  #ended(): void {
    if (this.closed) return;
    this.close();
    this.#changed();
  }
}
