/** Hash functions a DTLS fingerprint may use, with their length in bytes. RFC 8122; MD5 and SHA-1 are too weak. */
const FINGERPRINT_BYTES: ReadonlyMap<string, number> = new Map([
  ['sha-256', 32],
  ['sha-384', 48],
  ['sha-512', 64],
]);
const MAX_SDP = 48 * 1024;
const MAX_LINES = 2_000;
const MAX_LINE = 2_048;
const MAX_CANDIDATE = 1_024;

const LINE = /^[a-z]=[\x20-\x7e]+$/;
/** Only media protected by DTLS. RFC 8827 § 6.5. */
const MEDIA =
  /^m=(?:audio|video|application) \d{1,5} (?:UDP|TCP)\/(?:TLS\/RTP\/SAVPF|DTLS\/SCTP) [\x20-\x7e]+$/;
const FINGERPRINT = /^a=fingerprint:([a-z0-9-]+) ([0-9A-F]{2}(?::[0-9A-F]{2})*)$/i;
/** RFC 8839 § 5.1. */
const CANDIDATE =
  /^candidate:[\x21-\x7e]{1,40} \d{1,3} (?:udp|tcp) \d{1,10} [0-9A-Za-z.:%_-]{1,253} \d{1,5} typ (?:host|srflx|prflx|relay)(?: [\x21-\x7e]+)*$/i;

/** Whether this is one ICE candidate as browsers write it. The empty string, which ends the candidates, is one too. */
export const isIceCandidate = (text: string): boolean =>
  text === '' || (text.length <= MAX_CANDIDATE && CANDIDATE.test(text));

const isStrongFingerprint = (line: string): boolean => {
  const match = FINGERPRINT.exec(line);
  const [, hash = '', digest = ''] = match ?? [];
  return digest.split(':').length === FINGERPRINT_BYTES.get(hash.toLowerCase());
};

const isAcceptableLine = (line: string): boolean => {
  if (line.length > MAX_LINE || !LINE.test(line)) return false;
  if (line.startsWith('m=')) return MEDIA.test(line);
  if (line.startsWith('a=fingerprint:')) return isStrongFingerprint(line);
  if (line.startsWith('a=candidate:')) return isIceCandidate(line.slice(2));
  return !line.startsWith('a=crypto:');
};

/** The lines of the session, then those of each medium. */
const sectionsOf = (lines: readonly string[]): readonly (readonly string[])[] => {
  const sections: string[][] = [[]];
  for (const line of lines) {
    if (line.startsWith('m=')) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections;
};

const hasFingerprint = (section: readonly string[]): boolean =>
  section.some((line) => line.startsWith('a=fingerprint:'));

/** A medium with port 0 is refused, or rides on another's transport. */
const hasTransport = (section: readonly string[]): boolean => !/^m=\S+ 0 /.test(section[0] ?? '');

const everyTransportIsBound = (lines: readonly string[]): boolean => {
  const [session = [], ...media] = sectionsOf(lines);
  if (media.length === 0) return false;
  if (hasFingerprint(session)) return true;
  return media.some(hasFingerprint) && media.filter(hasTransport).every(hasFingerprint);
};

/**
 * Whether this is a session description a browser may be given: RFC 8866 lines ended by CRLF and nothing hidden
 * between them, DTLS media only, and a fingerprint of SHA-256 or better for every transport.
 */
export const isSessionDescription = (sdp: string): boolean => {
  if (sdp.length > MAX_SDP || !sdp.endsWith('\r\n')) return false;
  const lines = sdp.slice(0, -2).split('\r\n');
  if (lines.length > MAX_LINES || lines[0] !== 'v=0') return false;
  return lines.every(isAcceptableLine) && everyTransportIsBound(lines);
};
