/** Unguessable names and their digests. */
export interface Ids {
  /** 128 random bits as 22 characters of base64url: ids of things. */
  id(): string;
  /** 256 random bits as 43 characters of base64url: secrets of people. */
  token(): string;
  /** A whole number from 0 to `maximum`, both included, for spreading things out. */
  jitter(maximum: number): number;
  /** SHA-256 as 43 characters of base64url. */
  hash(text: string): Promise<string>;
  /** SHA-256 as 64 characters of lower-case hex. */
  hexHash(text: string): Promise<string>;
}
