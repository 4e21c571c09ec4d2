import type { ClinicId, PrincipalId } from '@venterum/contract';
import { Audience } from './audience.ts';

const clinicRing = 1000;
const joinerRing = 100;
const keptMilliseconds = 10 * 60_000;

const clinicKey = (id: ClinicId): string => `clinic:${id}`;
const principalKey = (id: PrincipalId): string => `principal:${id}`;

/** Whose stream it is: a clinic's, or a joining principal's. */
export type AudienceOf = { readonly clinicId: ClinicId } | { readonly principalId: PrincipalId };

const keyOf = (of: AudienceOf): string =>
  'clinicId' in of ? clinicKey(of.clinicId) : principalKey(of.principalId);

/** All audiences that listen, or did so in the last ten minutes. */
export class Audiences {
  readonly #audiences = new Map<string, Audience>();
  readonly #streamId: () => string;

  constructor(streamId: () => string) {
    this.#streamId = streamId;
  }

  clinic(id: ClinicId): Audience | undefined {
    return this.#audiences.get(clinicKey(id));
  }

  principal(id: PrincipalId): Audience | undefined {
    return this.#audiences.get(principalKey(id));
  }

  /** The audience, made when there is none. */
  open(of: AudienceOf): Audience {
    const key = keyOf(of);
    const known = this.#audiences.get(key);
    if (known !== undefined) return known;
    const limit = 'clinicId' in of ? clinicRing : joinerRing;
    const fresh = new Audience({ key, stream: this.#streamId(), limit });
    this.#audiences.set(key, fresh);
    return fresh;
  }

  [Symbol.iterator](): Iterator<Audience> {
    return this.#audiences.values();
  }

  get isEmpty(): boolean {
    return this.#audiences.size === 0;
  }

  /** Forgets those whose last reader left so long ago that nobody is expected back. `now` in milliseconds. */
  forgetLeft(now: number): void {
    for (const { key, emptySince } of this.#audiences.values()) {
      if (emptySince !== undefined && now - emptySince >= keptMilliseconds) this.#audiences.delete(key);
    }
  }

  clear(): void {
    this.#audiences.clear();
  }
}
