import type { Clock } from '../../clock.ts';
import type { RoomPeer, VideoRoom, VideoRoomState } from '../video-provider.ts';
import type { PeerCall } from './peer-engine.ts';
import { PeerLink } from './peer-link.ts';
import { onNetworkWake } from './on-network-wake.ts';
import { PeerPatience } from './peer-patience.ts';
import { SignallingLine, type SignallingLineOptions } from './signalling-line.ts';

const TICK_MILLISECONDS = 500;
/** A call may arrive before the news of who calls; it is held back unanswered for so long, and no more than so many. */
const HELD_MILLISECONDS = 10_000;
const HELD_CALLS = 8;

/** What a {@link PeerRoom} needs. */
export interface PeerRoomOptions extends Omit<SignallingLineOptions, 'onState' | 'onCall' | 'onMissed'> {
  readonly stream: MediaStream;
  readonly clock: Clock;
  /** Tells when the page or its network is there again. Default: the browser. */
  readonly onWake?: (wake: () => void) => () => void;
}

/** A full mesh: one {@link PeerLink} to each other participant, over one signalling line. */
export class PeerRoom implements VideoRoom {
  readonly #options: PeerRoomOptions;
  readonly #line: SignallingLine;
  readonly #listeners = new Set<(state: VideoRoomState) => void>();
  readonly #links = new Map<string, PeerLink>();
  readonly #patience = new Map<string, PeerPatience>();
  readonly #held = new Map<string, PeerCall>();
  #stream: MediaStream;
  #peers: readonly RoomPeer[] = [];
  /** Under which id the links were made. */
  #linkedAs: string;
  #state: VideoRoomState = { connection: 'connecting', remotes: [] };
  #cancelTick: () => void = () => undefined;
  #stopWake: () => void = () => undefined;

  constructor(options: PeerRoomOptions) {
    this.#options = options;
    this.#stream = options.stream;
    this.#linkedAs = options.access.peerId;
    this.#line = new SignallingLine({
      ...options,
      onState: (connection) => this.#lineChanged(connection),
      onCall: (call) => this.#called(call),
      onMissed: (peerId) => this.#links.get(peerId)?.missed(),
    });
  }

  /** Enters. Rejects when the first connection fails. */
  async open(): Promise<void> {
    await this.#line.open();
    this.#scheduleTick();
    this.#stopWake = (this.#options.onWake ?? onNetworkWake)(() => this.#wake());
  }

  getState(): VideoRoomState {
    return this.#state;
  }

  subscribe(listener: (state: VideoRoomState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setPeers(peers: readonly RoomPeer[]): void {
    if (this.#state.connection === 'closed') return;
    this.#peers = peers;
    const wanted = new Map(peers.map((peer) => [peer.peerId, peer]));
    for (const [peerId, link] of this.#links) if (!wanted.has(peerId)) this.#drop(peerId, link);
    for (const peer of wanted.values()) this.#add(peer);
    this.#update();
  }

  async setLocalStream(stream: MediaStream): Promise<void> {
    this.#stream = stream;
    await Promise.all([...this.#links.values()].map((link) => link.setStream(stream)));
  }

  fingerprints(participantId: string): readonly [own: string, theirs: string] | undefined {
    for (const link of this.#links.values())
      if (link.media.participantId === participantId) return link.fingerprints;
    return undefined;
  }

  leave(): void {
    this.#line.close();
  }

  #add({ peerId, participantId, isAway }: RoomPeer): void {
    if (peerId === this.#line.peerId) return;
    const known = this.#links.get(peerId);
    if (known !== undefined) {
      known.setAway(isAway === true);
      return;
    }
    const link = new PeerLink({
      participantId,
      isCaller: this.#callsIt(peerId),
      patience: this.#patienceWith(participantId),
      others: () => this.#links.size,
      stream: this.#stream,
      dial: (stream) => this.#line.call(peerId, stream),
      changed: () => this.#update(),
      stuck: () => this.#line.refresh(),
    });
    this.#links.set(peerId, link);
    const held = this.#held.get(peerId);
    this.#held.delete(peerId);
    if (held !== undefined) link.answer(held);
  }

  #patienceWith(participantId: string): PeerPatience {
    const patience = this.#patience.get(participantId) ?? new PeerPatience();
    this.#patience.set(participantId, patience);
    return patience;
  }

  #drop(peerId: string, link: PeerLink): void {
    this.#links.delete(peerId);
    link.close();
  }

  /** Of two peers the greater id calls: both know it without asking. */
  #callsIt(peerId: string): boolean {
    return this.#line.peerId > peerId;
  }

  #called(call: PeerCall): void {
    const link = this.#links.get(call.peer);
    if (this.#callsIt(call.peer)) call.close();
    else if (link !== undefined) link.answer(call);
    else this.#hold(call);
  }

  /** Unknown so far: answered once the server says who it is, else never. */
  #hold(call: PeerCall): void {
    this.#held.get(call.peer)?.close();
    if (this.#held.size >= HELD_CALLS && !this.#held.has(call.peer)) {
      call.close();
      return;
    }
    this.#held.set(call.peer, call);
    this.#options.clock.after(HELD_MILLISECONDS, () => {
      if (this.#held.get(call.peer) !== call) return;
      this.#held.delete(call.peer);
      call.close();
    });
  }

  #lineChanged(connection: VideoRoomState['connection']): void {
    if (connection === 'closed') this.#close();
    this.#update(connection);
    if (connection !== 'connected') return;
    if (this.#linkedAs !== this.#line.peerId) this.#startOver();
    for (const link of this.#links.values()) link.wake();
  }

  /** The server knows us by another id now: every connection was under the old one. */
  #startOver(): void {
    this.#linkedAs = this.#line.peerId;
    this.#clear();
    this.setPeers(this.#peers);
  }

  /** Slept or on another network: what is not heard now is not waited for. */
  #wake(): void {
    const isCut =
      this.#state.remotes.length > 0 &&
      this.#state.remotes.every(({ connection }) => connection !== 'connected');
    if (isCut) this.#line.refresh();
    this.#line.hurry();
  }

  #close(): void {
    this.#stopWake();
    this.#cancelTick();
    this.#clear();
  }

  #clear(): void {
    for (const link of this.#links.values()) link.close();
    for (const call of this.#held.values()) call.close();
    this.#links.clear();
    this.#held.clear();
  }

  get #heard(): number {
    return this.#state.remotes.filter(({ connection }) => connection === 'connected').length;
  }

  #scheduleTick(): void {
    this.#cancelTick = this.#options.clock.after(TICK_MILLISECONDS, () => void this.#tick());
  }

  async #tick(): Promise<void> {
    const heard = this.#heard;
    await Promise.all([...this.#links.values()].map((link) => link.tick()));
    // Media that comes back shows that the network has.
    if (this.#heard > heard) this.#line.hurry();
    if (this.#state.connection !== 'closed') this.#scheduleTick();
  }

  #update(connection = this.#state.connection): void {
    this.#state = { connection, remotes: [...this.#links.values()].map(({ media }) => media) };
    for (const listener of [...this.#listeners]) listener(this.#state);
  }
}
