import type { DeviceStatus } from '../stores/device-state.ts';

/** A camera or a microphone. */
export type DeviceKind = 'video' | 'audio';

/** The part of `navigator.mediaDevices` that is used. */
export type MediaSource = Pick<
  MediaDevices,
  'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>;

/** Tells whether the person has forbidden a kind of device for good; `undefined` when the browser does not say. */
export type PermissionQuery = (kind: DeviceKind) => Promise<PermissionState | undefined>;

/** One device that was asked for. */
export interface OpenedDevice {
  readonly status: DeviceStatus;
  readonly track?: MediaStreamTrack;
}

/** Camera and microphone that were asked for. */
export type OpenedDevices = Readonly<Record<DeviceKind, OpenedDevice>>;

/** Which devices to prefer, or to insist on. */
export type DeviceChoices = Readonly<Partial<Record<DeviceKind, ConstrainDOMString>>>;

const statusByError: Readonly<Record<string, DeviceStatus>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** Why a device did not come, by the names of W3C mediacapture-streams. What has no name there is a device that does not work. */
export const deviceStatusOf = (error: unknown): DeviceStatus =>
  (error instanceof Error ? statusByError[error.name] : undefined) ?? 'busy';

const choice = (deviceId: ConstrainDOMString | undefined): MediaTrackConstraints =>
  deviceId === undefined ? {} : { deviceId };

const constraintsFor = (choices: DeviceChoices): Record<DeviceKind, MediaTrackConstraints> => ({
  video: { width: { ideal: 1280 }, height: { ideal: 720 }, ...choice(choices.video) },
  audio: { echoCancellation: true, noiseSuppression: true, ...choice(choices.audio) },
});

const trackOf = (stream: MediaStream, kind: DeviceKind): OpenedDevice => {
  const track = stream.getTracks().find((one) => one.kind === kind);
  return track === undefined ? { status: 'missing' } : { status: 'on', track };
};

/** Opens one device. Never rejects. */
export const openDevice = async (
  source: MediaSource,
  kind: DeviceKind,
  choices: DeviceChoices,
): Promise<OpenedDevice> => {
  try {
    return trackOf(await source.getUserMedia({ [kind]: constraintsFor(choices)[kind] }), kind);
  } catch (error) {
    return { status: deviceStatusOf(error) };
  }
};

/** After a refusal: only a kind that is not forbidden, beside one that is, is asked for again; nobody is asked twice for the same. */
const mayAskAgain = async (query: PermissionQuery, kind: DeviceKind): Promise<boolean> => {
  const other = kind === 'video' ? 'audio' : 'video';
  const [own, others] = await Promise.all([query(kind), query(other)]);
  return others === 'denied' && own !== 'denied' && own !== undefined;
};

/**
 * Opens camera and microphone with one question to the person; where that fails, each by itself, so that somebody without a camera
 * is still heard. Never rejects.
 */
export const openDevices = async (
  source: MediaSource,
  query: PermissionQuery,
  choices: DeviceChoices,
): Promise<OpenedDevices> => {
  try {
    const stream = await source.getUserMedia(constraintsFor(choices));
    return { audio: trackOf(stream, 'audio'), video: trackOf(stream, 'video') };
  } catch (error) {
    const status = deviceStatusOf(error);
    const retry = async (kind: DeviceKind): Promise<OpenedDevice> =>
      status !== 'denied' || (await mayAskAgain(query, kind))
        ? openDevice(source, kind, choices)
        : { status };
    const audio = await retry('audio');
    return { audio, video: await retry('video') };
  }
};
