import type { ParticipantId, RoomId } from '@venterum/contract';
import type { SignalTimers } from './signalling-types.ts';

/** What may wait for a member of the room who is not connected just now. */
export const waitingLimits = { messages: 32, bytes: 64 * 1024, milliseconds: 10_000 } as const;

/** One frame that waits for its receiver. */
export interface HeldFrame {
  readonly roomId: RoomId;
  /** Peer id and participant it is for; nobody else ever gets it. */
  readonly dst: string;
  readonly participantId: ParticipantId;
  readonly src: string;
  readonly frame: string;
}

interface Held extends HeldFrame {
  readonly bytes: number;
  readonly cancel: () => void;
}

/** Frames for absent members: few, small, for seconds. */
export class WaitingFrames {
  readonly #timers: SignalTimers;
  readonly #onExpired: (frame: HeldFrame) => void;
  readonly #queues = new Map<string, Held[]>();

  constructor(timers: SignalTimers, onExpired: (frame: HeldFrame) => void) {
    this.#timers = timers;
    this.#onExpired = onExpired;
  }

  /** Keeps a frame; `false` when its receiver has too much waiting already. */
  hold(frame: HeldFrame): boolean {
    const queue = this.#queues.get(frame.dst) ?? [];
    const bytes = Buffer.byteLength(frame.frame);
    const total = queue.reduce((sum, held) => sum + held.bytes, bytes);
    if (queue.length >= waitingLimits.messages || total > waitingLimits.bytes) return false;
    const held: Held = {
      ...frame,
      bytes,
      cancel: this.#timers.after(waitingLimits.milliseconds, () => {
        this.#expire(held);
      }),
    };
    this.#queues.set(frame.dst, [...queue, held]);
    return true;
  }

  /** Whether anything waits for this peer. */
  has(dst: string): boolean {
    return this.#queues.has(dst);
  }

  /** Takes out what waits for this peer; what was meant for another participant or room is thrown away. */
  take(receiver: Pick<HeldFrame, 'roomId' | 'dst' | 'participantId'>): readonly HeldFrame[] {
    const queue = this.#queues.get(receiver.dst) ?? [];
    this.#drop(receiver.dst);
    return queue.filter(
      (held) => held.roomId === receiver.roomId && held.participantId === receiver.participantId,
    );
  }

  /** Throws away everything that waits in a room. */
  dropRoom(roomId: RoomId): void {
    for (const [dst, queue] of this.#queues)
      if (queue.some((held) => held.roomId === roomId)) this.#drop(dst);
  }

  #drop(dst: string): void {
    for (const held of this.#queues.get(dst) ?? []) held.cancel();
    this.#queues.delete(dst);
  }

  #expire(held: Held): void {
    const rest = (this.#queues.get(held.dst) ?? []).filter((other) => other !== held);
    if (rest.length === 0) this.#queues.delete(held.dst);
    else this.#queues.set(held.dst, rest);
    this.#onExpired(held);
  }
}
