/** Messages and channel are named as in oidc-client-ts, so that a host's callback page may use that instead. */
const SOURCE = 'oidc-client';
const channelFor = (state: string): BroadcastChannel => new BroadcastChannel(`oidc-client-popup-${state}`);

/** Nothing when it is no address at all. `URL.canParse` is not there yet on iPhones with iOS 16. */
const stateOf = (address: string): string | null | undefined => {
  try {
    return new URL(address).searchParams.get('state');
  } catch {
    return undefined;
  }
};

const WIDTHS = [800, 720, 600, 480];
const HEIGHT = 640;

/** A login window in the middle of this one; to be opened during a tap. Throws when the browser allows none. */
export const openLoginWindow = (): Window => {
  const width = WIDTHS.find((wide) => wide <= outerWidth / 1.618) ?? 360;
  const left = Math.max(0, Math.round(screenX + (outerWidth - width) / 2));
  const top = Math.max(0, Math.round(screenY + (outerHeight - HEIGHT) / 2));
  const opened = open(undefined, '_blank', `popup,width=${width},height=${HEIGHT},left=${left},top=${top}`);
  if (opened === null) throw new Error('No login window');
  return opened;
};

/** A frame nobody sees, for asking whether somebody is logged in already. */
export const addHiddenFrame = (): { readonly view: Window; readonly remove: () => void } => {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const remove = (): void => {
    frame.remove();
  };
  if (frame.contentWindow !== null) return { view: frame.contentWindow, remove };
  throw new Error('No frame');
};

const addressIn = ({ data, origin }: MessageEvent<unknown>): string | undefined => {
  const isOurs = origin === location.origin && typeof data === 'object' && data !== null;
  if (!isOurs || !('source' in data) || data.source !== SOURCE || !('url' in data)) return undefined;
  return typeof data.url === 'string' ? data.url : undefined;
};

/** An authorization request on its way. */
export interface LoginRequest {
  readonly url: string;
  /** Which request an answer is to. */
  readonly state: string;
  /** Gives up; its reason is what {@link askIn} rejects with. */
  readonly signal: AbortSignal;
}

/** Sends a window to the issuer and waits for the address with which it comes back to this origin. */
export const askIn = async (target: Window, { url, state, signal }: LoginRequest): Promise<string> => {
  signal.throwIfAborted();
  const channel = channelFor(state);
  const settled = new AbortController();
  try {
    return await new Promise<string>((resolve, reject) => {
      const hear = (message: MessageEvent<unknown>): void => {
        const address = addressIn(message) ?? '';
        const theirs = stateOf(address);
        if (theirs === state || (theirs !== undefined && message.source === target)) resolve(address);
      };
      addEventListener('message', hear, { signal: settled.signal });
      channel.addEventListener('message', hear);
      signal.addEventListener(
        'abort',
        () => {
          reject(signal.reason as Error);
        },
        { signal: settled.signal },
      );
      target.location.replace(url);
    });
  } finally {
    settled.abort();
    channel.close();
  }
};

/** For the callback page: hands the issuer's answer over to the page that asked, by whichever way there is to it. */
export const handOver = (url: string): void => {
  const message = { source: SOURCE, url, keepOpen: false };
  const asker = window.parent === window ? (window.opener as Window | null) : window.parent;
  if (asker !== null) {
    asker.postMessage(message, location.origin);
    return;
  }
  // A window that was cut off from the page that opened it (Cross-Origin-Opener-Policy).
  const channel = channelFor(stateOf(url) ?? '');
  channel.postMessage(message);
  channel.close();
  window.close();
};
