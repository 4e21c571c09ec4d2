/** Whether the system may tell somebody: not yet asked, yes, or not at all. */
export type NoticeChoice = 'ask' | 'yes' | 'no';

/** Browsers on Android have the name, and throw when a page makes one. */
const isSupported = (): boolean => 'Notification' in globalThis && !navigator.userAgent.includes('Android');

/** Tells somebody who looks at another window or program, by the system's own means. Nothing personal may be in it. */
export class SystemNotice {
  #shown: Notification | undefined;

  /** Whether it may. */
  get choice(): NoticeChoice {
    if (!isSupported() || Notification.permission === 'denied') return 'no';
    return Notification.permission === 'granted' ? 'yes' : 'ask';
  }

  /** Asks the person, by the browser; only during a tap. Settles when they have answered. */
  async ask(): Promise<void> {
    if (this.choice === 'ask') await Notification.requestPermission();
  }

  /** Tells them, unless they look at the page; a tap on it brings the page to the front. */
  show(title: string, body: string): void {
    if (this.choice !== 'yes' || this.#shown !== undefined || document.hasFocus()) return;
    const notice = new Notification(title, { body, requireInteraction: true });
    notice.onclick = () => {
      focus();
      this.close();
    };
    this.#shown = notice;
  }

  /** Takes it back: they have come, or it is over. */
  close(): void {
    this.#shown?.close();
    this.#shown = undefined;
  }
}
