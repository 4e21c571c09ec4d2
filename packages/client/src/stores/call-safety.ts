import type { RoomId } from '@venterum/contract';
import { safetyWords, type Fingerprints } from '../video/safety-words.ts';
import type { VideoRoom } from '../video/video-provider.ts';

/** The words by which people compare their keys, for as long as they want to (D11). */
export class CallSafety {
  readonly #changed: () => void;
  readonly #words = new Map<string, readonly string[]>();
  #on = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Begins or ends comparing. */
  compare(on: boolean): void {
    this.#on = on;
    this.#changed();
  }

  /** The words with somebody, once they are known; `changed` tells when. */
  with(participantId: string, room: VideoRoom, roomId: RoomId): readonly string[] | undefined {
    const fingerprints = this.#on ? room.fingerprints?.(participantId) : undefined;
    if (fingerprints === undefined) return undefined;
    const key = [...fingerprints, roomId].join();
    if (!this.#words.has(key)) void this.#read(key, fingerprints, roomId);
    return this.#words.get(key);
  }

  async #read(key: string, fingerprints: Fingerprints, roomId: RoomId): Promise<void> {
    const words = await safetyWords(fingerprints, roomId).catch(() => undefined);
    if (words === undefined || this.#words.has(key)) return;
    this.#words.set(key, words);
    this.#changed();
  }
}
