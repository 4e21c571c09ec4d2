import type {
  JoinRoomOptions,
  RemoteMedia,
  RoomPeer,
  VideoProvider,
  VideoRoom,
  VideoRoomState,
} from '@venterum/client';

/** A room without any network. Two of the same provider that know each other are connected; a test may say otherwise. */
export class ScriptedRoom implements VideoRoom {
  readonly options: JoinRoomOptions;
  /** Everybody that was set, in order, latest last. */
  readonly peerLists: (readonly RoomPeer[])[] = [];
  stream: MediaStream;
  readonly #provider: ScriptedVideoProvider;
  readonly #listeners = new Set<(state: VideoRoomState) => void>();
  #state: VideoRoomState = { connection: 'connected', remotes: [] };

  constructor(provider: ScriptedVideoProvider, options: JoinRoomOptions) {
    this.#provider = provider;
    this.options = options;
    this.stream = options.stream;
  }

  /** Who is wanted now. */
  get peers(): readonly RoomPeer[] {
    return this.peerLists.at(-1) ?? [];
  }

  get isLeft(): boolean {
    return this.#state.connection === 'closed';
  }

  getState(): VideoRoomState {
    return this.#state;
  }

  subscribe(listener: (state: VideoRoomState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  setPeers(peers: readonly RoomPeer[]): void {
    if (this.isLeft) return;
    this.peerLists.push(peers);
    const remotes = peers.map(({ participantId }): RemoteMedia => {
      const known = this.#state.remotes.find((one) => one.participantId === participantId);
      return known ?? { participantId, connection: 'connecting' };
    });
    this.become({ remotes });
    this.#provider.introduce();
  }

  async setLocalStream(stream: MediaStream): Promise<void> {
    this.stream = stream;
  }

  /** What a test says both ends' keys are, by participant. */
  readonly keys = new Map<string, readonly [string, string]>();

  fingerprints(participantId: string): readonly [string, string] | undefined {
    return this.keys.get(participantId);
  }

  leave(): void {
    this.become({ connection: 'closed', remotes: [] });
    this.#provider.introduce();
  }

  /** Changes the state, as a network would. */
  become(patch: Partial<VideoRoomState>): void {
    if (this.isLeft) return;
    this.#state = { ...this.#state, ...patch };
    for (const listener of [...this.#listeners]) listener(this.#state);
  }

  /** Changes one other participant's media, as a network would. */
  remote(participantId: string, patch: Partial<RemoteMedia>): void {
    this.become({
      remotes: this.#state.remotes.map((one) =>
        one.participantId === participantId ? { ...one, ...patch } : one,
      ),
    });
  }
}

/** A provider that does what a test says: every state of a call without a network. */
export class ScriptedVideoProvider implements VideoProvider {
  readonly name = 'peer';
  readonly rooms: ScriptedRoom[] = [];
  /** The next entries reject with it, while set. */
  refusal: Error | undefined;
  /** Entries wait for it, while set. */
  gate: Promise<void> | undefined;
  /** Rooms that know each other are connected at once, unless a test does that itself. */
  readonly #connects: boolean;

  constructor({ connects = false }: { readonly connects?: boolean } = {}) {
    this.#connects = connects;
  }

  /** The room entered last. */
  get room(): ScriptedRoom {
    const room = this.rooms.at(-1);
    if (room === undefined) throw new Error('no room was entered');
    return room;
  }

  async join(options: JoinRoomOptions): Promise<VideoRoom> {
    await this.gate;
    if (this.refusal !== undefined) throw this.refusal;
    const room = new ScriptedRoom(this, options);
    this.rooms.push(room);
    return room;
  }

  /** Connects rooms that know each other, and parts those that do so no longer. */
  introduce(): void {
    if (!this.#connects) return;
    for (const room of this.rooms)
      for (const { participantId, peerId } of room.peers) {
        const other = this.rooms.find((one) => one.options.access.peerId === peerId && !one.isLeft);
        const isMutual = other?.peers.some((peer) => peer.peerId === room.options.access.peerId) === true;
        const now = room.getState().remotes.find((one) => one.participantId === participantId)?.connection;
        if (isMutual && now !== 'connected')
          room.remote(participantId, { connection: 'connected', stream: other.stream });
        else if (!isMutual && now === 'connected') room.remote(participantId, { connection: 'reconnecting' });
      }
  }
}
