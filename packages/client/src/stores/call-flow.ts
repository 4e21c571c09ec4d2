import {
  isOver,
  type RoomAccess,
  type SequencedEvent,
  type VisitId,
  type VisitView,
} from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { instantOf } from '../instant-of.ts';
import { ProblemError, toFailure } from '../problem-error.ts';
import type { RoomPeer, VideoProviderLoader, VideoRoom, VideoRoomState } from '../video/video-provider.ts';
import { findMe, peersOf, peopleAtTheDoor, remotesOf, statusInRoom } from './call-people.ts';
import type { CallState, CallStatus } from './call-state.ts';
import { createCell, type Cell } from './cell.ts';
import type { DeviceStore } from './device-store.ts';
import type { Failure } from './failure.ts';
import { patched, type Patch } from './patched.ts';
import { isPassing } from './sign-in.ts';

/** What a call is made from. */
export interface CallStoreOptions {
  readonly client: VenterumClient;
  /** The visit as it is known now; followed from here on. */
  readonly visit: VisitView;
  /** The way into the room, when there is one already. Default: asked for. */
  readonly access?: RoomAccess | undefined;
  /** Devices that may be warm already. */
  readonly devices: DeviceStore;
  readonly loadProvider: VideoProviderLoader;
}

/** A server that does not answer is asked again for a ticket after so many milliseconds. */
const ASK_AGAIN = 2000;

const isInCall = ({ state }: VisitView): boolean => state === 'called' || state === 'in-consultation';

const sameJson = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** One call from the first download to the end: joins visit, room and devices into one state. */
export class CallFlow {
  readonly cell: Cell<CallState>;
  readonly #options: CallStoreOptions;
  readonly #visitId: VisitId;
  readonly #stops: (() => void)[];
  /** What the room is doing apart from media: preparing, ended and failed are not its to tell. */
  #phase: 'preparing' | 'in-room' | 'ended' | 'failed' = 'preparing';
  /** Grows with every entry and every end: what an older entry comes to does not count. */
  #run = 0;
  #access: RoomAccess | undefined;
  #room: VideoRoom | undefined;
  #stopRoom: (() => void) | undefined;
  #peers: readonly RoomPeer[] = [];
  readonly #knownPeers = new Map<string, string>();
  #cancelTimer: (() => void) | undefined;
  #heardOfCall = false;

  constructor(options: CallStoreOptions) {
    const { client, visit, access, devices } = options;
    this.#options = options;
    this.#visitId = visit.id;
    this.#access = access;
    this.cell = createCell<CallState>({
      status: 'preparing',
      visit,
      muted: false,
      cameraOff: false,
      remotes: [],
      atTheDoor: peopleAtTheDoor(visit),
      busy: false,
    });
    const scope = visit.view === 'clinic' ? { clinicId: visit.clinicId } : {};
    this.#stops = [
      client.events(scope).listen({ event: (event) => this.#hear(event) }),
      devices.subscribe(({ stream }) => {
        if (stream !== this.cell.get().local) void this.#useStream(stream);
      }),
    ];
  }

  /** Enters, or enters again after a failure or having hung up. Never rejects. */
  async enter(): Promise<void> {
    if (this.#room !== undefined || !isInCall(this.cell.get().visit)) return;
    const run = this.#next('preparing');
    try {
      await this.#join(run);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  /** Leaves the room and lets the devices go (D17). */
  hangUp(): void {
    this.#leave('ended');
    void this.#options.devices.dispatch({ type: 'stop' });
  }

  /** Held back, a microphone sends silence. */
  setMuted(muted: boolean): void {
    this.patch({ muted });
    this.#applySending();
  }

  /** Switches the camera itself off, light and all, or on again. Never rejects. */
  async setCameraOff(cameraOff: boolean): Promise<void> {
    this.patch({ cameraOff });
    this.#applySending();
    if (this.#phase === 'ended') return;
    await this.#options.devices.dispatch({ type: 'set-camera', on: !cameraOff });
  }

  /** Asks the server for something about the visit and takes its answer for the visit's state. Never rejects. */
  async ask(request: () => Promise<VisitView>): Promise<void> {
    if (this.cell.get().busy) return;
    this.patch({ busy: true, failure: undefined });
    const failure = await request().then(
      (visit) => {
        this.#follow(visit);
        return undefined;
      },
      (error: unknown) => toFailure(error),
    );
    this.patch({ busy: false, failure });
  }

  /** Released, the devices are whoever waits'; else they are let go. */
  dispose(): void {
    if (this.#phase !== 'ended') this.hangUp();
    for (const stop of this.#stops) stop();
  }

  patch(patch: Patch<CallState>): void {
    this.cell.set(patched(this.cell.get(), patch));
  }

  async #join(run: number): Promise<void> {
    const { client, loadProvider } = this.#options;
    const loading = loadProvider();
    // Heard of below; a refusal must not count as unhandled while the person is asked for the camera.
    loading.catch(() => undefined);
    // Asked for at once while the devices are warm; a person who is asked for the camera may take longer than a ticket lasts.
    const early =
      this.#options.devices.getState().stream === undefined ? undefined : this.#ticketUnlessGiven();
    early?.catch(() => undefined);
    const stream = await this.#warmStream();
    const [provider, access] = await Promise.all([loading, early ?? this.#ticketUnlessGiven()]);
    if (run !== this.#run) return;
    this.#access = access;
    this.#phase = 'in-room';
    this.#show({ connection: 'connecting', remotes: [] });
    const renewAccess = (): Promise<RoomAccess> => this.#renew(run);
    const room = await provider.join({ server: client.server, access, stream, renewAccess });
    if (run === this.#run) this.#use(room);
    else room.leave();
  }

  async #warmStream(): Promise<MediaStream> {
    const { devices } = this.#options;
    // Hanging up let everything go; who comes back without a picture comes back without one.
    if (this.cell.get().cameraOff) await devices.dispatch({ type: 'set-camera', on: false });
    if (devices.getState().stream === undefined) await devices.dispatch({ type: 'start' });
    const { stream } = devices.getState();
    this.patch({ local: stream });
    this.#applySending();
    // Without any device one can still see and hear the others.
    return stream ?? new MediaStream();
  }

  #ticketUnlessGiven(): Promise<RoomAccess> {
    return this.#access === undefined ? this.#ticket() : Promise.resolve(this.#access);
  }

  #ticket(): Promise<RoomAccess> {
    return this.#options.client.request('visits.ticket', { id: this.#visitId, background: true });
  }

  /** Waits until the server is there again; a refusal means that the room is closed to us. */
  async #renew(run: number): Promise<RoomAccess> {
    for (;;) {
      try {
        return await this.#ticket();
      } catch (error) {
        if (run !== this.#run || !isPassing(toFailure(error).code)) throw error;
        await this.#pause();
      }
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.#cancelTimer = this.#options.client.clock.after(ASK_AGAIN, resolve);
    });
  }

  #use(room: VideoRoom): void {
    this.#room = room;
    this.#stopRoom = room.subscribe((state) => this.#roomChanged(state));
    // The devices may have changed while the room was entered.
    void this.#useStream(this.#options.devices.getState().stream);
    this.#roomChanged(room.getState());
  }

  #roomChanged(state: VideoRoomState): void {
    if (state.connection === 'closed') {
      this.#fail(new ProblemError('video-unavailable'));
      void this.#refresh();
      return;
    }
    this.#show(state);
    this.#syncPeers(state);
  }

  #syncPeers({ remotes: media }: VideoRoomState): void {
    if (this.#access === undefined) return;
    const { visit } = this.cell.get();
    const peers = peersOf(visit, this.#access.participantId, { known: this.#knownPeers, media });
    if (sameJson(peers, this.#peers)) return;
    this.#peers = peers;
    this.#room?.setPeers(peers);
  }

  async #useStream(stream: MediaStream | undefined): Promise<void> {
    const changed = stream !== this.cell.get().local;
    this.patch({ local: stream });
    this.#applySending();
    if (changed) await this.#room?.setLocalStream(stream ?? new MediaStream());
  }

  /** Black is for devices of an integrator's own that do not know how to let the camera go. */
  #applySending(): void {
    const { local, muted, cameraOff } = this.cell.get();
    for (const track of local?.getTracks() ?? [])
      track.enabled = track.kind === 'audio' ? !muted : !cameraOff;
  }

  #hear(event: SequencedEvent): void {
    if (event.type === 'visit' && event.visit.id === this.#visitId) this.#hearOf(event.visit);
    if (event.type === 'session-ended') this.hangUp();
    if (event.type !== 'snapshot') return;
    const visit = event.visits.find(({ id }) => id === this.#visitId);
    if (visit === undefined) void this.#refresh();
    else this.#hearOf(visit);
  }

  /** The answer to the call can be here before the stream has told of it: until then the stream may speak of the time before. */
  #hearOf(visit: VisitView): void {
    this.#heardOfCall ||= isInCall(visit) || isOver(visit.state);
    if (this.#heardOfCall) this.#follow(visit);
    else void this.#refresh();
  }

  /** Not in a snapshot, or put out of the room: what is true now has to be asked for. */
  async #refresh(): Promise<void> {
    const { client } = this.#options;
    await client.request('visits.get', { id: this.#visitId, background: true }).then(
      (visit) => this.#follow(visit),
      (error: unknown) => {
        if (toFailure(error).code === 'visit-not-found') this.hangUp();
      },
    );
  }

  #follow(visit: VisitView): void {
    this.patch({ visit, atTheDoor: peopleAtTheDoor(visit) });
    if (isOver(visit.state)) this.hangUp();
    // Released to the queue: the devices stay warm for whoever waits.
    else if (!isInCall(visit)) this.#leave('ended');
    else if (this.#run === 0) void this.enter();
    else if (this.#room === undefined) this.#show({ connection: 'connecting', remotes: [] });
    else this.#roomChanged(this.#room.getState());
  }

  #leave(phase: 'ended' | 'failed', failure?: Failure): void {
    const room = this.#room;
    this.#next(phase, failure);
    this.#stopRoom?.();
    this.#room = undefined;
    this.#access = undefined;
    this.#peers = [];
    room?.leave();
  }

  #fail(error: unknown): void {
    this.#leave('failed', error instanceof ProblemError ? toFailure(error) : { code: 'video-unavailable' });
  }

  #next(phase: 'preparing' | 'ended' | 'failed', failure?: Failure): number {
    this.#cancelTimer?.();
    this.#phase = phase;
    this.patch({ status: phase, remotes: [], failure });
    this.#run += 1;
    return this.#run;
  }

  #show(room: VideoRoomState): void {
    const { visit, connectedAt } = this.cell.get();
    const me = findMe(visit, this.#access?.participantId);
    const remotes = remotesOf(visit, me?.id, room.remotes);
    const status: CallStatus =
      this.#phase === 'in-room' ? statusInRoom(room.connection, remotes) : this.#phase;
    const began = status === 'connected' ? instantOf(this.#options.client.clock) : undefined;
    this.patch({ status, me, remotes, connectedAt: connectedAt ?? began });
  }
}
