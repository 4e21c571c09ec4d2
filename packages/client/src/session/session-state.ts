import type { Instant, Principal, SessionEnd } from '@venterum/contract';
import type { Credentials } from '../credentials/credentials.ts';
import type { Failure } from '../stores/failure.ts';

/** How it stands with the session. The token is in nobody's hands but the transport's. */
export type SessionState =
  /** Nobody has asked for a session yet. */
  | { readonly status: 'none' }
  | { readonly status: 'starting' }
  /** Somebody must sign in, or redeem the invitation. */
  | { readonly status: 'signed-out' }
  | { readonly status: 'signing-in' }
  | {
      readonly status: 'active';
      readonly principal: Principal;
      readonly expiresAt: Instant;
      /** An invitation that this device had redeemed before. */
      readonly resumed?: boolean;
      /** The server's warning: it ends then unless somebody stays. */
      readonly endsAt?: Instant;
    }
  | { readonly status: 'ended'; readonly reason: SessionEnd }
  /** The exchange failed; asked for again by the next request. */
  | { readonly status: 'failed'; readonly failure: Failure };

/** The one session of a client: made when first needed, renewed when the credentials can. */
export interface ClientSession {
  /** Of the credentials. */
  readonly kind: Credentials['kind'];
  /** An invitation without a link: its six digits are needed to redeem it. */
  readonly asksCode: boolean;
  getState(): SessionState;
  /** Calls the listener after every change; the answer ends it. */
  subscribe(listener: (state: SessionState) => void): () => void;
  /**
   * Makes sure that there is a session. Rejects with a `ProblemError`: `unauthenticated` when somebody must sign in or
   * redeem first, `session-ended` after an end (see {@link renew}), `login-refused`, `offline` and the like.
   */
  ensure(): Promise<Principal>;
  /**
   * Asks the credentials afresh: after an end, and when a host brings a newer login for what `sign-in-again` refused.
   * A session there is gets replaced. Rejects as {@link ensure} does.
   */
  renew(): Promise<Principal>;
  /**
   * Lets somebody sign in with a provider of the server's; who is signed in proves again who they are, as
   * `sign-in-again` demands. Rejects with `login-cancelled` when they give up.
   */
  signIn(providerId: string): Promise<Principal>;
  /**
   * Puts whoever is signed in on the list of the clinic whose manager gave them this code. Rejects as {@link ensure}
   * does, and with `member-code-invalid`.
   */
  enrol(memberCode: string): Promise<Principal>;
  /** Redeems the invitation under a first name; `code`: its six digits, where they were asked for. */
  redeem(name: string, code?: string): Promise<Principal>;
  /**
   * "I am not who this is for": voids the invitation's link for everybody, and ends what came of it. Rejects with a
   * `ProblemError` when there is no link, or the server refuses.
   */
  decline(): Promise<void>;
  /** Ends the session on the server and forgets everything here; done here also when the server does not answer. */
  signOut(): Promise<void>;
  /** Tells the server that somebody is there. */
  stay(): Promise<void>;
}
