import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** What is taken back together with a grant. */
const GRANTED = ['AccessToken:', 'AuthorizationCode:', 'RefreshToken:'];
const MAX_ENTRIES = 10_000;

/** What an issuer remembers, until it stops. */
export class IssuerMemory {
  readonly #entries = new Map<string, Kept>();

  /** The part of the memory for one kind of thing, as oidc-provider asks for it. */
  adapterFor(kind: string): Adapter {
    const keyOf = (id: string): string => `${kind}:${id}`;
    return {
      upsert: async (id, payload, expiresIn) => {
        this.#keep(keyOf(id), payload, expiresIn);
      },
      find: async (id) => this.#find(keyOf(id)),
      findByUid: async (uid) => this.#search(kind, (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => this.#search(kind, (payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = this.#find(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      destroy: async (id) => {
        this.#entries.delete(keyOf(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of this.#entries)
          if (payload.grantId === grantId && GRANTED.some((granted) => key.startsWith(granted)))
            this.#entries.delete(key);
      },
    };
  }

  #keep(key: string, payload: AdapterPayload, expiresIn = Infinity): void {
    // Counted from the latest change, so that the first is what has been left alone longest.
    this.#entries.delete(key);
    this.#entries.set(key, { payload, expiresAt: Date.now() + expiresIn * 1_000 });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MAX_ENTRIES && oldest !== undefined) this.#entries.delete(oldest);
  }

  #find(key: string): AdapterPayload | undefined {
    const kept = this.#entries.get(key);
    if (kept === undefined || kept.expiresAt > Date.now()) return kept?.payload;
    this.#entries.delete(key);
    return undefined;
  }

  #search(kind: string, fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload }] of this.#entries)
      if (key.startsWith(`${kind}:`) && fits(payload)) return this.#find(key);
    return undefined;
  }
}
