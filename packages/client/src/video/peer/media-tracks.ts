const kinds = ['audio', 'video'] as const;

const transceiverFor = (connection: RTCPeerConnection, kind: string): RTCRtpTransceiver | undefined =>
  connection.getTransceivers().find(({ receiver }) => receiver.track.kind === kind);

const sends = (transceiver: RTCRtpTransceiver | undefined): boolean =>
  transceiver?.direction === 'sendrecv' || transceiver?.direction === 'sendonly';

/** Sends these tracks instead, in place. Answers false when the connection has no room for one: it must be made anew. */
export const replaceTracks = async (connection: RTCPeerConnection, stream: MediaStream): Promise<boolean> => {
  const replaced = await Promise.all(
    kinds.map(async (kind) => {
      const track = stream.getTracks().find((one) => one.kind === kind) ?? null;
      const transceiver = transceiverFor(connection, kind);
      if (transceiver === undefined || !sends(transceiver)) return track === null;
      await transceiver.sender.replaceTrack(track);
      return true;
    }),
  );
  return replaced.every(Boolean);
};

/**
 * Sound goes before picture, and a picture on a weak line loses sharpness before it loses movement
 * (EN 301 549, 6.5: signs must stay readable). Browsers that know less of it do less of it.
 */
export const preferSoundAndMovement = async (connection: RTCPeerConnection): Promise<void> => {
  const settings = connection.getSenders().map(async (sender) => {
    const parameters = sender.getParameters();
    const isSound = sender.track?.kind === 'audio';
    for (const encoding of parameters.encodings) encoding.priority = isSound ? 'high' : 'low';
    if (!isSound) parameters.degradationPreference = 'maintain-framerate';
    await sender.setParameters(parameters);
  });
  await Promise.allSettled(settings);
};
