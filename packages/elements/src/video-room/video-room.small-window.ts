import type { RemoteParticipant } from '@venterum/client';
import { css, html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { personWords } from './video-room.people.ts';
import type { VideoRoomView } from './video-room.view.ts';

/** As much of the browser's window for documents as is used; the DOM types do not know it yet. */
interface DocumentPictureInPicture {
  requestWindow(size: {
    readonly width: number;
    readonly height: number;
  }): Promise<Window & typeof globalThis>;
}

declare global {
  interface Window {
    readonly documentPictureInPicture?: DocumentPictureInPicture;
  }
}

/** A picture above all other windows while one works in them. */
export interface SmallWindow {
  /** Shows the call as it is now. */
  update(view: VideoRoomView): void;
  close(): void;
}

/** What opening one needs. */
export interface SmallWindowOptions {
  readonly view: VideoRoomView;
  /** The picture to lift out where the browser has a window for pictures alone. */
  readonly video: HTMLVideoElement | null;
  /** Called once, whoever closed it. */
  readonly closed: () => void;
}

const SIZE = { width: 360, height: 300 } as const;

/** An iframe has no window of its own to give. */
const documentWindow = (): DocumentPictureInPicture | undefined =>
  window.top === window ? window.documentPictureInPicture : undefined;

/** Whether this browser can show the call above other windows. */
export const canShowSmall = (): boolean =>
  documentWindow() !== undefined || (document as Partial<Document>).pictureInPictureEnabled === true;

const styles = css`
  body {
    display: flex;
    flex-direction: column;
    block-size: 100vh;
    margin: 0;
    font:
      16px/1.3 system-ui,
      sans-serif;
    color: #fff;
    background: #10151b;
  }
  video {
    flex: 1;
    min-block-size: 0;
    inline-size: 100%;
    object-fit: contain;
  }
  p {
    margin: 0;
    padding: 6px 12px;
  }
  p.none {
    flex: 1;
  }
  div {
    display: flex;
    gap: 8px;
    padding: 8px;
  }
  button {
    flex: 1;
    min-block-size: 44px;
    font: inherit;
    font-weight: 600;
    color: inherit;
    background: #2a3642;
    border: 1px solid #8793a4;
    border-radius: 6px;
  }
  :focus-visible {
    outline: 3px solid #7fc3ee;
    outline-offset: -4px;
  }
`;

/** Who is shown: whom the room shows large, else who speaks, else the first that is there. */
const shownOf = ({ call, pinned }: VideoRoomView): RemoteParticipant | undefined => {
  const there = call.remotes.filter(({ stream, isUnsafe }) => stream !== undefined && isUnsafe !== true);
  const chosen = pinned ?? call.visit.stage?.participantId;
  return (
    there.find(({ participant }) => participant.id === chosen) ??
    there.find(({ isSpeaking }) => isSpeaking === true) ??
    there[0]
  );
};

const contentView = (view: VideoRoomView, close: () => void): TemplateResult => {
  const { call, texts, dispatch } = view;
  const shown = shownOf(view);
  const { name, role } =
    shown === undefined ? { name: texts.room, role: '' } : personWords(shown.participant, call.visit, texts);
  return html`<p><b>${name}</b> ${role}</p>
    ${
      shown === undefined || call.status !== 'connected'
        ? html`<p class="none">${call.status === 'reconnecting' ? texts.reconnecting : texts.oneMoment}</p>`
        : html`<video autoplay playsinline .muted=${true} .srcObject=${live(shown.stream ?? null)}></video>`
    }
    <div>
      <button type="button" @click=${() => dispatch({ type: 'set-muted', muted: !call.muted })}>
        ${call.muted ? texts.unmute : texts.mute}
      </button>
      <button type="button" @click=${close}>${texts.smallBack}</button>
    </div>`;
};

/** The sound stays in the page, whatever becomes of this window. */
const openDocument = async (
  source: DocumentPictureInPicture,
  { view, closed }: SmallWindowOptions,
): Promise<SmallWindow> => {
  const small = await source.requestWindow(SIZE);
  const sheet = new small.CSSStyleSheet();
  sheet.replaceSync(styles.cssText);
  small.document.adoptedStyleSheets = [sheet];
  const update = (now: VideoRoomView): void => {
    small.document.documentElement.lang = now.language;
    small.document.title = now.texts.room;
    render(
      contentView(now, () => small.close()),
      small.document.body,
    );
  };
  small.addEventListener(
    'pagehide',
    () => {
      render(nothing, small.document.body);
      closed();
    },
    { once: true },
  );
  update(view);
  return { update, close: () => small.close() };
};

const openPicture = async (video: HTMLVideoElement, closed: () => void): Promise<SmallWindow> => {
  await video.requestPictureInPicture();
  const over = new AbortController();
  video.addEventListener('leavepictureinpicture', closed, { once: true, signal: over.signal });
  return {
    update: () => undefined,
    close: () => {
      over.abort();
      closed();
      void document.exitPictureInPicture().catch(() => undefined);
    },
  };
};

/** Opens the small window after a tap. `undefined` where the browser says no. */
export const openSmallWindow = async (options: SmallWindowOptions): Promise<SmallWindow | undefined> => {
  const source = documentWindow();
  try {
    if (source !== undefined) return await openDocument(source, options);
    return options.video === null ? undefined : await openPicture(options.video, options.closed);
  } catch {
    return undefined;
  }
};
