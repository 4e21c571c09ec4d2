/** Limits on what an issuer is asked. */
export interface GuardedFetchOptions {
  /** @defaultValue 262,144 */
  readonly maxBytes?: number;
  /** Milliseconds until the whole answer must be there. @defaultValue 5,000 */
  readonly timeout?: number;
  /** Milliseconds during which an address that failed is not asked again. @defaultValue 5,000 */
  readonly cooldown?: number;
  readonly fetch?: typeof fetch;
}

const DEFAULTS = { maxBytes: 256 * 1024, timeout: 5_000, cooldown: 5_000 };

const readLimited = async (response: Response, maxBytes: number): Promise<string> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    const part = chunk as Uint8Array;
    bytes += part.byteLength;
    if (bytes > maxBytes) throw new Error('The answer is larger than allowed.');
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
};

/** GETs JSON of configured addresses: no redirects, bounded in size and time, and not again right after a failure. */
export class GuardedFetch {
  readonly #options: typeof DEFAULTS;
  readonly #fetch: typeof fetch;
  readonly #failedAt = new Map<string, number>();

  constructor({ fetch: fetchImplementation, ...limits }: GuardedFetchOptions = {}) {
    this.#options = { ...DEFAULTS, ...limits };
    this.#fetch = fetchImplementation ?? fetch;
  }

  /** The body of a 200 answer. Rejects for every other outcome. */
  async text(address: string): Promise<string> {
    const { cooldown, maxBytes, timeout } = this.#options;
    const failedAt = this.#failedAt.get(address);
    if (failedAt !== undefined && performance.now() - failedAt < cooldown)
      throw new Error('The address failed a moment ago.');
    try {
      const response = await this.#fetch(address, {
        redirect: 'error',
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(timeout),
      });
      if (response.status !== 200) throw new Error(`The address answered ${response.status}.`);
      const text = await readLimited(response, maxBytes);
      this.#failedAt.delete(address);
      return text;
    } catch (cause) {
      this.#failedAt.set(address, performance.now());
      throw cause;
    }
  }
}
