import type { RollupOptions } from 'rollup';
import type { Weight } from './weigh.mjs';

/** Rollup configurations of the guest page. */
export function guestPage(): readonly RollupOptions[];

/** All that the built page needs until it waits, each file as it goes over the wire. */
export function weighGuestPage(): Weight & { readonly files: readonly string[] };
