import type { Consent, ConsentRequest } from '@venterum/contract';
import type { Failure } from './failure.ts';

/** State of one consent form. */
export interface ConsentState {
  readonly status: 'open' | 'recording' | 'given' | 'withdrawing' | 'withdrawn';
  /** As the server recorded it. */
  readonly consent?: Consent;
  readonly failure?: Failure;
}

/** What can be asked of a consent form. */
export type ConsentCommand =
  { readonly type: 'give'; readonly request: ConsentRequest } | { readonly type: 'withdraw' };
