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
import {
  causeOfAll,
  findMe,
  isBad,
  isLetIn,
  peersOf,
  peopleAtTheDoor,
  remotesOf,
  statusInRoom,
} from './call-people.ts';
import { CallSafety } from './call-safety.ts';
import { CallSending, type ScreenSource } from './call-sending.ts';
import type { CallState, CallStatus } from './call-state.ts';
import { CallWayIn } from './call-way-in.ts';
import { createCell, type Cell } from './cell.ts';
import type { DeviceState } from './device-state.ts';
import type { DeviceStore } from './device-store.ts';
import type { Failure } from './failure.ts';
import { OwnLine } from './own-line.ts';
import { patched, type Patch } from './patched.ts';
import { isPassing } from './sign-in.ts';

/** What a call is made from. */
export interface CallStoreOptions {
  readonly client: VenterumClient;
  /** The visit as it is known now; followed from here on. */
  readonly visit: VisitView;
  /** The way into the room, when there is one already or on its way. Default: asked for. */
  readonly access?: RoomAccess | Promise<RoomAccess> | undefined;
  /** Devices that may be warm already. */
  readonly devices: DeviceStore;
  readonly loadProvider: VideoProviderLoader;
  /** Where a screen to show comes from. Default: the browser's own choice. */
  readonly captureScreen?: ScreenSource | undefined;
}

/** After an entry that came to nothing the next is tried after so many milliseconds, and after twice as many each time. */
const FIRST_PAUSE = 4000;
const LONGEST_PAUSE = 32_000;

const isInCall = ({ state }: VisitView): boolean => state === 'called' || state === 'in-consultation';

const sameJson = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const isLost = ({ camera, microphone }: DeviceState): boolean => camera === 'lost' || microphone === 'lost';

/** What the room is doing apart from media; all but `in-room` are statuses themselves. */
type Phase = 'preparing' | 'at-the-door' | 'in-room' | 'ended' | 'failed';

/** One call from the first download to the end: joins visit, room and devices into one state. */
export class CallFlow {
  readonly cell: Cell<CallState>;
  readonly sending: CallSending;
  readonly safety = new CallSafety(() => this.#showRoom());
  readonly #options: CallStoreOptions;
  readonly #visitId: VisitId;
  readonly #wayIn: CallWayIn;
  readonly #line: OwnLine;
  readonly #stops: (() => void)[];
  #phase: Phase = 'preparing';
  /** Grows with every entry and every end: what an older entry comes to does not count. */
  #run = 0;
  #access: RoomAccess | undefined;
  #room: VideoRoom | undefined;
  #stopRoom: (() => void) | undefined;
  #peers: readonly RoomPeer[] = [];
  readonly #knownPeers = new Map<string, string>();
  #heardOfCall = false;
  /** How often the stream has told of the visit: an answer asked for before that is older than what is known. */
  #timesHeard = 0;
  #pause = FIRST_PAUSE;
  #cancelPause: () => void = () => undefined;

  constructor(options: CallStoreOptions) {
    const { client, visit, access, devices } = options;
    this.#options = options;
    this.#visitId = visit.id;
    this.#wayIn = new CallWayIn(client, visit.id, access);
    this.#line = new OwnLine(client, () => this.#showRoom());
    this.cell = createCell<CallState>({
      status: 'preparing',
      visit,
      muted: false,
      cameraOff: false,
      sharing: false,
      interrupted: isLost(devices.getState()),
      remotes: [],
      atTheDoor: peopleAtTheDoor(visit),
      busy: false,
    });
    this.sending = new CallSending({
      cell: this.cell,
      devices,
      captureScreen: options.captureScreen,
      send: async (stream) => this.#room?.setLocalStream(stream),
      sharingChanged: (sharing) => void this.#stageScreen(sharing),
    });
    const scope = visit.view === 'clinic' ? { clinicId: visit.clinicId } : {};
    this.#stops = [
      client.events(scope).listen({ event: (event) => this.#hear(event) }),
      devices.subscribe((state) => this.#devicesChanged(state)),
      client.session.subscribe(({ status }) => {
        if (status === 'ended' || status === 'signed-out') this.hangUp();
      }),
    ];
  }

  /**
   * Enters, or enters again after a failure or having hung up; who is not let in waits at the door. What fails for no lasting
   * reason is tried again unasked. Never rejects.
   */
  async enter(): Promise<void> {
    const { visit } = this.cell.get();
    if (this.#room !== undefined || !isInCall(visit)) return;
    const run = this.#next('preparing');
    try {
      if (isLetIn(visit)) await this.#join(run);
      else await this.#waitAtTheDoor();
    } catch (error) {
      if (run !== this.#run) return;
      this.#fail(error);
      if (isPassing(toFailure(error).code)) this.#enterLater();
    }
  }

  /** Leaves the room and lets the devices go (D17). */
  hangUp(): void {
    this.#leave('ended');
    this.#letDevicesGo();
  }

  /** Opens again what the system took away. Never rejects. */
  async resume(): Promise<void> {
    if (this.#phase !== 'ended') await this.#options.devices.dispatch({ type: 'start' });
  }

  /** Asks the server for something about the visit and takes its answer for the visit's state. Never rejects. */
  async ask(request: () => Promise<VisitView>): Promise<void> {
    if (this.cell.get().busy) return;
    this.patch({ busy: true, failure: undefined });
    const failure = await this.#answered(request).then(
      () => undefined,
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

  #enterLater(): void {
    this.#cancelPause = this.#options.client.clock.after(this.#pause, () => void this.enter());
    this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
  }

  async #join(run: number): Promise<void> {
    const { client, loadProvider, devices } = this.#options;
    const loading = loadProvider();
    // Heard of below; a refusal must not count as unhandled while the person is asked for the camera.
    loading.catch(() => undefined);
    // Asked for at once while the devices are warm; a person who is asked for the camera may take longer than a ticket lasts.
    const early = devices.getState().stream === undefined ? undefined : this.#wayIn.first();
    early?.catch(() => undefined);
    await this.#warm();
    const [provider, access] = await Promise.all([loading, early ?? this.#wayIn.first()]);
    if (run !== this.#run) return;
    this.#access = access;
    this.#phase = 'in-room';
    this.#show({ connection: 'connecting', remotes: [] });
    const renewAccess = (): Promise<RoomAccess> => this.#wayIn.renew(() => run === this.#run);
    const { stream } = this.sending;
    const room = await provider.join({ server: client.server, access, stream, renewAccess });
    if (run === this.#run) this.#use(room);
    else room.leave();
  }

  async #warm(): Promise<void> {
    const { devices } = this.#options;
    // Hanging up let everything go; who comes back without a picture comes back without one.
    if (this.cell.get().cameraOff) await devices.dispatch({ type: 'set-camera', on: false });
    if (devices.getState().stream === undefined) await devices.dispatch({ type: 'start' });
    await this.sending.use(devices.getState().stream);
  }

  /** Nothing is sent from here; the code is ready for when the door opens. */
  async #waitAtTheDoor(): Promise<void> {
    this.#phase = 'at-the-door';
    this.#show({ connection: 'connecting', remotes: [] });
    await this.#options.loadProvider();
  }

  #use(room: VideoRoom): void {
    this.#room = room;
    this.#pause = FIRST_PAUSE;
    this.#stopRoom = room.subscribe((state) => this.#roomChanged(state));
    // The devices may have changed while the room was entered.
    void this.sending.use(this.#options.devices.getState().stream);
    this.#roomChanged(room.getState());
  }

  #roomChanged(state: VideoRoomState): void {
    if (state.connection === 'closed') {
      this.#fail(new ProblemError('video-unavailable'));
      this.#letDevicesGo();
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

  #devicesChanged(state: DeviceState): void {
    this.patch({ interrupted: isLost(state) });
    if (state.stream !== this.cell.get().local) void this.sending.use(state.stream);
  }

  /** A screen is nothing to anybody in a small tile: while the clinician shows one, it is what all see first. */
  async #stageScreen(sharing: boolean): Promise<void> {
    const { visit, me } = this.cell.get();
    if (visit.view !== 'clinic' || me === undefined || !isInCall(visit)) return;
    const body = sharing ? { stage: { participantId: me.id, as: 'screen' as const } } : {};
    await this.ask(() => this.#options.client.request('visits.stage', { id: this.#visitId, body }));
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
    this.#timesHeard += 1;
    this.#heardOfCall ||= isInCall(visit) || isOver(visit.state);
    if (this.#heardOfCall) this.#follow(visit);
    else void this.#refresh();
  }

  /** Not in a snapshot, or put out of the room: what is true now has to be asked for. */
  async #refresh(): Promise<void> {
    const { client } = this.#options;
    const ask = (): Promise<VisitView> =>
      client.request('visits.get', { id: this.#visitId, background: true });
    await this.#answered(ask).catch((error: unknown) => {
      if (toFailure(error).code === 'visit-not-found') this.hangUp();
    });
  }

  /** Follows the answer, unless the stream was faster: then it may tell of the time before somebody came in. */
  async #answered(request: () => Promise<VisitView>): Promise<void> {
    const before = this.#timesHeard;
    const visit = await request();
    if (before === this.#timesHeard) this.#follow(visit);
  }

  #follow(visit: VisitView): void {
    const { visit: before } = this.cell.get();
    this.patch({ visit, atTheDoor: peopleAtTheDoor(visit) });
    if (isOver(visit.state)) this.hangUp();
    // Released to the queue: the devices stay warm for whoever waits.
    else if (!isInCall(visit)) this.#leave('ended');
    else if (this.#run === 0) void this.enter();
    else if (isLetIn(visit) !== isLetIn(before)) this.#doorMoved(isLetIn(visit));
    else if (this.#room === undefined) this.#show({ connection: 'connecting', remotes: [] });
    else this.#roomChanged(this.#room.getState());
  }

  /** Let in: enters, unless the person themselves had left. Sent out: nothing goes out from here any more (D17). */
  #doorMoved(isOpen: boolean): void {
    if (this.#phase === 'ended') return;
    if (!isOpen) {
      this.#leave('at-the-door');
      this.#letDevicesGo();
    }
    void this.enter();
  }

  #letDevicesGo(): void {
    void this.sending.endShare();
    void this.#options.devices.dispatch({ type: 'stop' });
  }

  #leave(phase: Exclude<Phase, 'in-room'>, failure?: Failure): void {
    const room = this.#room;
    this.#line.doubt(false);
    this.#next(phase, failure);
    this.#stopRoom?.();
    this.#room = undefined;
    this.#access = undefined;
    this.#wayIn.drop();
    this.#peers = [];
    room?.leave();
  }

  #fail(error: unknown): void {
    this.#leave('failed', error instanceof ProblemError ? toFailure(error) : { code: 'video-unavailable' });
  }

  #next(phase: Exclude<Phase, 'in-room'>, failure?: Failure): number {
    this.#wayIn.rest();
    this.#cancelPause();
    this.#phase = phase;
    this.patch({ status: phase, remotes: [], failure });
    this.#run += 1;
    return this.#run;
  }

  #showRoom(): void {
    if (this.#room !== undefined) this.#show(this.#room.getState());
  }

  #show(room: VideoRoomState): void {
    this.#line.doubt(room.remotes.some(isBad));
    const { visit, connectedAt } = this.cell.get();
    const me = findMe(visit, this.#access?.participantId);
    const remotes = remotesOf(visit, me?.id, {
      media: room.remotes,
      // The way to the room itself is gone, so it is not theirs.
      lineCause: room.connection === 'reconnecting' ? 'own-network' : this.#line.cause,
      safetyWordsWith: (participantId) => this.#safetyWordsWith(participantId),
    });
    const status: CallStatus =
      this.#phase === 'in-room' ? statusInRoom(room.connection, remotes) : this.#phase;
    const began = status === 'connected' ? instantOf(this.#options.client.clock) : undefined;
    const cause = status === 'reconnecting' ? causeOfAll(remotes) : undefined;
    this.patch({ status, me, remotes, cause, connectedAt: connectedAt ?? began });
  }

  #safetyWordsWith(participantId: string): readonly string[] | undefined {
    const { visit } = this.cell.get();
    if (this.#room === undefined || visit.roomId === undefined) return undefined;
    return this.safety.with(participantId, this.#room, visit.roomId);
  }
}
