import { signalClose, type RoomAccess } from '@venterum/contract';
import type { Clock } from '../../clock.ts';
import type { VideoRoomState } from '../video-provider.ts';
import { callConfig } from './peer-options.ts';
import { speechSdp } from './speech-sdp.ts';
import type { PeerCall, PeerEngine, PeerEngineFactory } from './peer-engine.ts';

/** An attempt that has not opened by then counts as failed. Milliseconds. */
const OPEN_TIMEOUT = 10_000;
/** Full jitter below 0.5 s, doubling up to 15 s, so that a restarted server is not met by everybody at once. Milliseconds. */
const FIRST_DELAY = 500;
const LONGEST_DELAY = 15_000;
/** The first entry gets one more attempt: the ticket may have grown old while somebody was asked for the camera. */
const ENTRY_ATTEMPTS = 2;

/** What a {@link SignallingLine} needs. */
export interface SignallingLineOptions {
  readonly access: RoomAccess;
  readonly renewAccess: () => Promise<RoomAccess>;
  readonly createEngine: PeerEngineFactory;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly onState: (state: VideoRoomState['connection']) => void;
  readonly onCall: (call: PeerCall) => void;
  /** What was sent to this peer has not arrived. */
  readonly onMissed: (peerId: string) => void;
}

interface Entry {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Where PeerJS keeps its socket; it does not pass the close code on. */
interface WithSocket {
  readonly socket?: { readonly _socket?: Pick<WebSocket, 'addEventListener'> };
}

/** New ICE credentials are asked for once so much of the old ones' time is gone. */
const ICE_SHARE = 2 / 3;

const finalCodes: readonly number[] = [signalClose.displaced, signalClose.roomClosed];

/** The way to the signalling server: kept open with new tickets for as long as the room is open to us. */
export class SignallingLine {
  readonly #options: SignallingLineOptions;
  #engine: PeerEngine | undefined;
  /** The socket that is believed in. */
  #socket: Pick<WebSocket, 'addEventListener'> | undefined;
  #peerId: string;
  #state: VideoRoomState['connection'] = 'connecting';
  #entry: Entry | undefined;
  #attempts = 0;
  /** Between two attempts. */
  #isPausing = false;
  #cancelTimer: () => void = () => undefined;
  #cancelIce: () => void = () => undefined;

  constructor(options: SignallingLineOptions) {
    this.#options = options;
    this.#peerId = options.access.peerId;
  }

  /** The id the others know us by. */
  get peerId(): string {
    return this.#peerId;
  }

  /** Enters. Rejects when that fails twice, or when there is no second ticket to be had. */
  async open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#entry = { resolve, reject };
      this.#start(this.#options.access);
    });
  }

  /** Calls another peer; `undefined` while there is no way to it. */
  call(peerId: string, stream: MediaStream): PeerCall | undefined {
    if (this.#state !== 'connected') return undefined;
    const constraints = { offerToReceiveAudio: true, offerToReceiveVideo: true };
    return this.#engine?.call(peerId, stream, { constraints, sdpTransform: speechSdp });
  }

  /** Gives up a socket that seems open and carries nothing, and opens another. Calls already made go on. */
  refresh(): void {
    if (this.#state === 'connected') this.#lost();
  }

  /** There is reason to believe that the network is back: the next attempt is made now. */
  hurry(): void {
    if (this.#state !== 'reconnecting' || !this.#isPausing) return;
    this.#cancelTimer();
    void this.#renew();
  }

  /** Leaves, with all calls. */
  close(): void {
    this.#end();
    this.#engine?.destroy();
  }

  /** A call that is mended in its second hour must find credentials that still open a relay. */
  #keepIce({ iceSeconds }: RoomAccess): void {
    this.#cancelIce();
    if (iceSeconds === undefined) return;
    const milliseconds = iceSeconds * 1000 * ICE_SHARE;
    this.#cancelIce = this.#options.clock.after(milliseconds, () => void this.#renewIce());
  }

  async #renewIce(): Promise<void> {
    const access = await this.#options.renewAccess().catch(() => undefined);
    // A refusal is not ours to judge: the socket tells when the room is closed.
    if (access === undefined || this.#state === 'closed') return;
    if (this.#engine !== undefined) this.#engine.options.config = callConfig(access);
    this.#keepIce(access);
  }

  #start(access: RoomAccess): void {
    this.#keepIce(access);
    const engine = this.#engine;
    this.#cancelTimer = this.#options.clock.after(OPEN_TIMEOUT, () => this.#lost());
    if (engine !== undefined && !engine.destroyed && access.peerId === this.#peerId) {
      engine.options.token = encodeURIComponent(access.ticket);
      engine.options.config = callConfig(access);
      engine.reconnect();
      this.#watchCloseCode(engine);
    } else {
      engine?.destroy();
      this.#peerId = access.peerId;
      this.#use(this.#options.createEngine(access));
    }
  }

  #use(engine: PeerEngine): void {
    this.#engine = engine;
    engine.on('open', () => this.#opened());
    engine.on('disconnected', () => {
      if (this.#engine === engine) this.#lost();
    });
    engine.on('call', this.#options.onCall);
    // PeerJS names the peer in words alone, and last.
    engine.on('error', ({ message }) => this.#options.onMissed(message.split(' ').at(-1) ?? ''));
    // D16: nothing is received this way, so nobody opens it.
    engine.on('connection', (connection) => connection.close());
    this.#watchCloseCode(engine);
  }

  #watchCloseCode(engine: PeerEngine): void {
    const socket = (engine as WithSocket).socket?._socket;
    this.#socket = socket;
    socket?.addEventListener('close', ({ code }) => {
      if (socket !== this.#socket || !finalCodes.includes(code)) return;
      this.#end();
    });
  }

  #opened(): void {
    if (this.#state === 'closed') return;
    this.#cancelTimer();
    this.#attempts = 0;
    this.#entry?.resolve();
    this.#entry = undefined;
    this.#setState('connected');
  }

  #lost(): void {
    if (this.#state === 'closed') return;
    if (this.#engine?.disconnected === false) {
      // Once the network is back, the server tells the old socket that ours, the new one, has displaced it.
      this.#socket = undefined;
      // Comes back here by its event.
      this.#engine.disconnect();
      return;
    }
    this.#cancelTimer();
    this.#attempts += 1;
    if (this.#entry !== undefined && this.#attempts >= ENTRY_ATTEMPTS) {
      this.#end(new Error('signalling did not open'));
      return;
    }
    this.#isPausing = true;
    this.#cancelTimer = this.#options.clock.after(this.#delay(), () => void this.#renew());
    if (this.#entry === undefined) this.#setState('reconnecting');
  }

  #delay(): number {
    if (this.#entry !== undefined) return 0;
    return this.#options.random() * Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (this.#attempts - 1));
  }

  async #renew(): Promise<void> {
    this.#isPausing = false;
    try {
      const access = await this.#options.renewAccess();
      if (this.#state !== 'closed') this.#start(access);
    } catch (error) {
      this.#end(error);
    }
  }

  #end(reason: unknown = new Error('signalling closed')): void {
    this.#cancelTimer();
    this.#cancelIce();
    this.#entry?.reject(reason);
    this.#entry = undefined;
    this.#setState('closed');
  }

  #setState(state: VideoRoomState['connection']): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}
