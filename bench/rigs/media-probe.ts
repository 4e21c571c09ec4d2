/** What one page hears and sees of the other over some seconds. */
export interface Heard {
  /** Pictures a second, and their height at the end. */
  readonly fps: number;
  readonly height: number;
  /** The longest silence in a tone that never stops, in milliseconds. */
  readonly gap: number;
}

declare global {
  /** Set by {@link probeMedia} in the page. */
  var mediaProbe: {
    /** Listens and looks for so many milliseconds. */
    measure(milliseconds: number): Promise<Heard>;
    /** Pictures decoded so far. */
    frames(): Promise<number>;
  };
}

/**
 * Runs in a page before its own scripts: gives it a tone that never stops and a picture of 1280×720 instead of what it asks for, and
 * measures what comes from the other side. Self-contained: it is sent to the page as text.
 */
export const probeMedia = (): void => {
  const connections: RTCPeerConnection[] = [];
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.push(this);
    }
  };

  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const tracks: MediaStreamTrack[] = [];
    if (constraints?.video !== undefined && constraints.video !== false)
      tracks.push(...(await ask({ video: { width: 1280, height: 720, frameRate: 30 } })).getTracks());
    if (constraints?.audio !== undefined && constraints.audio !== false) {
      const context = new AudioContext();
      const tone = context.createOscillator();
      const out = context.createMediaStreamDestination();
      tone.connect(out);
      tone.start();
      tracks.push(...out.stream.getTracks());
    }
    return new MediaStream(tracks);
  };

  /** A connection that was closed tells nothing any more: what it had decoded is remembered. */
  const decoded = new Map<RTCPeerConnection, number>();
  const pictures = async (): Promise<{ readonly frames: number; readonly height: number }> => {
    let height = 0;
    for (const connection of connections)
      for (const stat of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (stat['type'] !== 'inbound-rtp' || stat['kind'] !== 'video') continue;
        decoded.set(connection, Number(stat['framesDecoded'] ?? 0));
        if (connection.connectionState === 'connected') height = Number(stat['frameHeight'] ?? 0);
      }
    return { frames: [...decoded.values()].reduce((sum, one) => sum + one, 0), height };
  };

  const soundTrack = (): MediaStreamTrack | undefined =>
    connections
      .filter(({ connectionState }) => connectionState === 'connected')
      .flatMap((connection) => connection.getReceivers())
      .map(({ track }) => track)
      .find(({ kind }) => kind === 'audio');

  /** Runs beside the sound itself, so that a busy page misses nothing: tells the level of every 128 samples. */
  const meterCode = `registerProcessor('meter', class extends AudioWorkletProcessor {
    process([[samples]]) {
      const sum = (samples ?? []).reduce((all, one) => all + one * one, 0);
      this.port.postMessage(Math.sqrt(sum / 128));
      return true;
    }
  });`;

  /** Quiet is a tenth of the tone as it usually is. */
  const longestGap = async (milliseconds: number): Promise<number> => {
    const track = soundTrack();
    if (track === undefined) return Number.POSITIVE_INFINITY;
    const context = new AudioContext();
    await context.audioWorklet.addModule(
      URL.createObjectURL(new Blob([meterCode], { type: 'text/javascript' })),
    );
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const meter = new AudioWorkletNode(context, 'meter');
    const levels: number[] = [];
    meter.port.onmessage = ({ data }: MessageEvent<number>) => levels.push(data);
    source.connect(meter).connect(context.destination);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    meter.port.onmessage = null;
    const usual = [...levels].sort((one, other) => one - other)[Math.floor(levels.length / 2)] ?? 0;
    const blockTime = (128 * 1000) / context.sampleRate;
    await context.close();
    let [longest, current] = [0, 0];
    for (const level of levels) {
      current = level < usual / 10 ? current + 1 : 0;
      longest = Math.max(longest, current);
    }
    return usual === 0 ? Number.POSITIVE_INFINITY : longest * blockTime;
  };

  globalThis.mediaProbe = {
    frames: async () => (await pictures()).frames,
    measure: async (milliseconds) => {
      const [before, began] = [await pictures(), performance.now()];
      const gap = await longestGap(milliseconds);
      const after = await pictures();
      const seconds = (performance.now() - began) / 1000;
      return { fps: (after.frames - before.frames) / seconds, height: after.height, gap };
    },
  };
};
