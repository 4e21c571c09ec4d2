import { CallSound } from '../shared/sound.ts';
import { SystemNotice } from '../shared/system-notice.ts';

/** Tells a clinician who looks elsewhere that somebody is at the door: once by sound, and by the system where it may. */
export class Knock {
  readonly #sound = new CallSound();
  readonly #notice = new SystemNotice();

  /** Whoever looks at the page reads it there. Nothing personal may be in the words. */
  async tell(title: string, body: string): Promise<void> {
    if (document.hasFocus()) return;
    this.#notice.show(title, body);
    await this.#sound.prepare();
    this.#sound.chime();
  }

  /** Nobody knocks any more: takes the notice back and lets go of the sound. */
  stop(): void {
    this.#notice.close();
    this.#sound.dispose();
  }
}
