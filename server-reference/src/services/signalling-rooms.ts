import type { RoomId } from '@venterum/contract';
import type { RoomMember, RoomMembers } from '../ports/room-members.ts';

/** How old an answer may be when no event said that it is out of date; bounds what a lost event can do. */
const MAX_AGE = 1_000;
const MAX_RELOADS = 3;

interface Loaded {
  readonly at: number;
  readonly members: Promise<readonly RoomMember[]>;
}

/** Remembers who is in which room, so that a burst of candidates costs one question. */
export class RoomCache {
  readonly #source: RoomMembers;
  readonly #now: () => number;
  readonly #rooms = new Map<RoomId, Loaded>();

  constructor(source: RoomMembers, now: () => number) {
    this.#source = source;
    this.#now = now;
  }

  /**
   * The room's members. An answer that was overtaken by an event while it was on its way is asked for again;
   * `undefined` when the room keeps changing or cannot be asked for.
   */
  async members(roomId: RoomId): Promise<readonly RoomMember[] | undefined> {
    for (let attempt = 0; attempt < MAX_RELOADS; attempt += 1) {
      const loaded = this.#load(roomId);
      try {
        const members = await loaded.members;
        if (this.#rooms.get(roomId) === loaded) return members;
      } catch {
        if (this.#rooms.get(roomId) === loaded) this.#rooms.delete(roomId);
        return undefined;
      }
    }
    return undefined;
  }

  /** What is remembered of this room may be wrong. */
  invalidate(roomId: RoomId): void {
    this.#rooms.delete(roomId);
  }

  #load(roomId: RoomId): Loaded {
    const known = this.#rooms.get(roomId);
    if (known !== undefined && this.#now() - known.at < MAX_AGE) return known;
    const loaded = { at: this.#now(), members: this.#source.peers(roomId) };
    this.#rooms.set(roomId, loaded);
    return loaded;
  }
}
