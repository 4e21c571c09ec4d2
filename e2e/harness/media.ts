import type { BrowserContext, Page } from 'playwright-core';
import { until } from './until.ts';

declare global {
  interface Window {
    /** Every connection the page has made; put there by {@link recordConnections}. */
    recordedConnections?: RTCPeerConnection[];
  }
}

/** Enough frames that it is a moving picture and not a leftover of one. */
const MOVING_FRAMES = 10;

/** Runs in a page before its own scripts: keeps every connection the page makes. */
export const keepConnections = (): void => {
  const made: RTCPeerConnection[] = [];
  window.recordedConnections = made;
  window.RTCPeerConnection = class extends window.RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      made.push(this);
    }
  };
};

/** Lets tests reach the statistics of calls that the page keeps to itself. */
export const recordConnections = (context: BrowserContext): Promise<void> =>
  context.addInitScript(keepConnections).then(() => undefined);

/** Video frames decoded so far, over all connections that are open. */
export const framesDecoded = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let frames = 0;
    for (const connection of window.recordedConnections ?? []) {
      if (connection.connectionState === 'closed') continue;
      for (const report of (await connection.getStats()).values() as Iterable<Record<string, unknown>>)
        if (report['type'] === 'inbound-rtp' && report['kind'] === 'video')
          frames += Number(report['framesDecoded'] ?? 0);
    }
    return frames;
  });

/** Bytes of sound and picture received so far, over all connections ever made. */
export const bytesReceived = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let bytes = 0;
    for (const connection of window.recordedConnections ?? [])
      for (const report of (await connection.getStats()).values() as Iterable<Record<string, unknown>>)
        if (report['type'] === 'inbound-rtp') bytes += Number(report['bytesReceived'] ?? 0);
    return bytes;
  });

/** Waits until the page decodes a moving picture from somebody else. */
export const seesMovingPicture = async (page: Page, who: string): Promise<void> => {
  const before = await framesDecoded(page);
  await until(
    `${who} sees a moving picture`,
    async () => (await framesDecoded(page)) >= before + MOVING_FRAMES,
  );
};

/** Sound the page plays: received over connections that are open, in a picture that plays with its sound on. */
const soundPlayed = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const rooms = [
      document,
      ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
    ];
    const inside = rooms.flatMap((root) => [...root.querySelectorAll('video-room')]);
    const videos = inside.flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll<HTMLVideoElement>('.tile video') ?? []),
    ]);
    if (!videos.some(({ paused, muted, volume }) => !paused && !muted && volume > 0)) return 0;
    let seconds = 0;
    for (const connection of window.recordedConnections ?? [])
      for (const report of (await connection.getStats()).values() as Iterable<Record<string, unknown>>)
        if (report['type'] === 'inbound-rtp' && report['kind'] === 'audio')
          seconds +=
            Number(report['totalAudioEnergy'] ?? 0) > 0 ? Number(report['totalSamplesDuration'] ?? 0) : 0;
    return seconds;
  });

/** Waits until the page plays a second more of sound from somebody else. */
export const soundHeard = async (page: Page, who: string): Promise<void> => {
  const before = await until(`${who} hears something`, async () => {
    const seconds = await soundPlayed(page);
    return seconds > 0 && seconds;
  });
  await until(`${who} goes on hearing`, async () => (await soundPlayed(page)) >= before + 1);
};

/** Takes sound and picture away without a word, as a network that changes does. */
export const dropConnections = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const connection of window.recordedConnections ?? []) connection.close();
  });

/** Whether every camera and microphone track the page ever sent has ended: the lights are off. */
export const devicesReleased = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    (window.recordedConnections ?? [])
      .flatMap((connection) => connection.getSenders())
      .every(({ track }) => track === null || track.readyState === 'ended'),
  );

/**
 * Asks for the smallest picture that is one, and for sound as it comes: several people on two cores are to be about people, not about
 * pixels and echoes.
 */
export const smallCamera = (context: BrowserContext): Promise<void> =>
  context
    .addInitScript(() => {
      // Pages without HTTPS have none.
      const { mediaDevices } = navigator as Partial<Navigator>;
      if (mediaDevices === undefined) return;
      const ask = mediaDevices.getUserMedia.bind(mediaDevices);
      const small = { width: 160, height: 120, frameRate: 5 };
      const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
      const changed = (
        wanted: boolean | MediaTrackConstraints | undefined,
        change: MediaTrackConstraints,
      ): boolean | MediaTrackConstraints =>
        wanted === undefined || wanted === false ? false : { ...(wanted === true ? {} : wanted), ...change };
      mediaDevices.getUserMedia = ({ video, audio, ...rest } = {}) =>
        ask({ ...rest, video: changed(video, small), audio: changed(audio, plain) });
    })
    .then(() => undefined);

/** Video frames decoded so far over each connection that is open. */
const framesByConnection = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    const all: number[] = [];
    for (const connection of window.recordedConnections ?? []) {
      let frames = 0;
      if (connection.connectionState !== 'closed')
        for (const report of (await connection.getStats()).values() as Iterable<Record<string, unknown>>)
          if (report['type'] === 'inbound-rtp' && report['kind'] === 'video')
            frames += Number(report['framesDecoded'] ?? 0);
      all.push(frames);
    }
    return all;
  });

/** Waits until the page decodes so many moving pictures at once, each over a connection of its own. */
export const seesMovingPictures = async (page: Page, who: string, count: number): Promise<void> => {
  const before = await framesByConnection(page);
  await until(`${who} sees ${count} moving pictures`, async () => {
    const now = await framesByConnection(page);
    return now.filter((frames, index) => frames >= (before[index] ?? 0) + MOVING_FRAMES).length === count;
  });
};

/** How many connections to others are open. */
export const liveConnections = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (window.recordedConnections ?? []).filter(({ connectionState }) => connectionState === 'connected')
        .length,
  );
