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
