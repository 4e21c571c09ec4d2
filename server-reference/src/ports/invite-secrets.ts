/** Which link of an invitation: each message has another. */
export interface InviteLink {
  /** Changes with every message sent. */
  readonly attemptId: string;
  /** SHA-256 of the token. */
  readonly tokenHash: string;
}

/**
 * Makes the secrets of invitations from names under a key of their own, so that none has to be kept: what is stored
 * finds a secret that is brought along, and makes none without the key.
 */
export interface InviteSecrets {
  /** The token of a new link: 128 bits as 22 characters of base64url. */
  token(attemptId: string): Promise<string>;
  /** The token of a link there is already; `undefined` when its key has been given up since. */
  tokenOf(link: InviteLink): Promise<string | undefined>;
  /** Six digits. */
  code(seed: string): Promise<string>;
  /** What digits are found by. Keyed: a million hashes are soon tried. */
  digest(digits: string): Promise<string>;
}
