import type { RoomAccess } from '@venterum/contract';
import type { Clock } from '../../clock.ts';
import type { PeerCall, PeerEngine } from './peer-engine.ts';

type Listener = (...given: never[]) => void;

/** Calls listeners by name, as PeerJS's emitter does. */
class Emitter {
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  emit(event: string, ...given: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? [])
      (listener as (...all: unknown[]) => void)(...given);
  }
}

/** Keeps what it was told to send. */
class FakeSender {
  readonly track: object;
  encodings: RTCRtpEncodingParameters[] = [{}];
  preference: RTCDegradationPreference | undefined;
  /** Whether it was to send, time after time. */
  readonly switched: (boolean | undefined)[] = [];

  constructor(kind: string) {
    this.track = { kind, contentHint: '', getSettings: () => ({ height: 720 }) };
  }

  getParameters(): { encodings: RTCRtpEncodingParameters[] } {
    return { encodings: structuredClone(this.encodings) };
  }

  async setParameters({ encodings, degradationPreference }: RTCRtpSendParameters): Promise<void> {
    this.encodings = encodings;
    this.preference = degradationPreference;
    this.switched.push(encodings[0]?.active);
  }
}

/** A connection whose state and counters a test sets. */
export class FakeConnection extends EventTarget {
  connectionState = 'new';
  iceConnectionState = 'checking';
  readonly localDescription = { sdp: 'v=0\r\na=fingerprint:sha-256 AA:BB\r\n' };
  /** Absent until the other side has answered. */
  remoteDescription: { readonly sdp: string } | null = null;
  readonly pictureSender = new FakeSender('video');
  readonly soundSender = new FakeSender('audio');
  /** Bytes received so far; grows with every reading while it flows. */
  received = 0;
  flowing = true;
  lost = 0;
  packets = 0;
  /** What comes while it flows. */
  picture = true;
  sound = true;
  moving = true;
  slow = false;
  heldBack = false;
  /** Lines of the picture sent. */
  lines = 720;
  bitrate = 0;
  pictures = 0;
  frames = 0;
  energy = 0;
  played = 0;

  /** The other side has answered; nothing has come through yet. */
  answer(): void {
    this.remoteDescription = { sdp: 'v=0\r\na=fingerprint:sha-256 CC:DD\r\n' };
  }

  become(state: string): void {
    if (state === 'connected') this.answer();
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  async getStats(): Promise<Map<string, object>> {
    if (this.flowing) {
      this.received += 1000;
      this.packets += 50;
      this.played += 0.5;
      if (this.picture) {
        this.pictures += 25;
        this.frames += this.moving ? 15 : 1;
      }
      if (this.sound) this.energy += 0.001;
    }
    const { received: bytesReceived, packets, pictures, lost: packetsLost } = this;
    const { energy: totalAudioEnergy, played: totalSamplesDuration } = this;
    const type = 'inbound-rtp';
    const sound = { kind: 'audio', packetsReceived: packets, totalAudioEnergy, totalSamplesDuration };
    return new Map([
      ['sound', { type, bytesReceived, packetsLost, ...sound }],
      ['picture', { type, kind: 'video', packetsReceived: pictures, framesDecoded: this.frames }],
      ['way', { type: 'candidate-pair', availableOutgoingBitrate: this.bitrate }],
      [
        'sent',
        {
          type: 'outbound-rtp',
          frameWidth: (this.lines * 16) / 9,
          frameHeight: this.lines,
          qualityLimitationReason: this.slow ? 'cpu' : this.heldBack ? 'bandwidth' : 'none',
        },
      ],
    ]);
  }

  getSenders(): readonly FakeSender[] {
    return [this.soundSender, this.pictureSender];
  }

  getTransceivers(): readonly never[] {
    return [];
  }
}

/** A call that does what a test says. */
export class FakeCall extends Emitter {
  readonly peer: string;
  readonly connection = new FakeConnection();
  answered: unknown;
  closed = false;

  constructor(peer: string) {
    super();
    this.peer = peer;
  }

  get peerConnection(): RTCPeerConnection | null {
    return this.closed ? null : (this.connection as unknown as RTCPeerConnection);
  }

  answer(stream: MediaStream): void {
    this.answered = stream;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.emit('close');
  }

  /** As the link takes it. */
  get asCall(): PeerCall {
    return this;
  }
}

/** A PeerJS `Peer` that does what a test says. */
export class FakeEngine extends Emitter {
  destroyed = false;
  disconnected = false;
  reconnects = 0;
  readonly options: { token?: string; config?: RTCConfiguration };
  readonly calls: FakeCall[] = [];
  readonly socket: { _socket: EventTarget } = { _socket: new EventTarget() };

  constructor(access: RoomAccess) {
    super();
    this.options = { token: access.ticket };
  }

  disconnect(): void {
    if (this.disconnected) return;
    this.disconnected = true;
    this.emit('disconnected');
  }

  reconnect(): void {
    this.reconnects += 1;
    this.disconnected = false;
  }

  destroy(): void {
    this.destroyed = true;
    this.disconnect();
  }

  call(peer: string): FakeCall | undefined {
    const call = new FakeCall(peer);
    this.calls.push(call);
    return call;
  }

  /** The socket closes with a code that PeerJS keeps to itself. */
  closeSocket(code: number): void {
    this.disconnect();
    this.socket._socket.dispatchEvent(Object.assign(new Event('close'), { code }));
  }

  /** As the line takes it. */
  get asEngine(): PeerEngine {
    return this;
  }
}

/** A clock that a test moves; what was asked for is kept for looking at. */
export class MovedClock implements Clock {
  readonly asked: number[] = [];
  #now = 0;
  #due: { readonly at: number; readonly run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    this.asked.push(milliseconds);
    const entry = { at: this.#now + milliseconds, run };
    this.#due.push(entry);
    return () => (this.#due = this.#due.filter((one) => one !== entry));
  }

  /** Moves on, and lets what was promised settle. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    for (;;) {
      const [next] = this.#due.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
      if (next === undefined) break;
      this.#due = this.#due.filter((one) => one !== next);
      this.#now = next.at;
      next.run();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    this.#now = until;
  }
}
