import type { DeclineRequest, LoginProvider, SessionGrant } from '@venterum/contract';

/** What credentials may ask about the moment of use. */
export interface GrantContext {
  /** Names this browser to the server. */
  readonly deviceId: string;
  readonly providers: readonly LoginProvider[];
}

/**
 * Where sessions come from: an injected source, never a string in an attribute.
 * `grant` is called when a session is needed and again when one has ended.
 */
export interface Credentials {
  /** `host`: there without asking. `login`: somebody must choose a provider. `invitation`: a name and a tap. */
  readonly kind: 'host' | 'login' | 'invitation';
  /** What to exchange, or `undefined` when somebody must sign in first. */
  grant(context: GrantContext): Promise<SessionGrant | undefined>;
  /** Lets somebody sign in; `again`: they prove who they are, whatever the issuer remembers. Rejects with `login-cancelled` when they give up. */
  signIn?(provider: LoginProvider, again?: boolean): Promise<void>;
  /** An invitation without a link: whoever has it is asked for its six digits. */
  readonly asksCode?: boolean;
  /** Adds what the person said on redeeming. */
  redeem?(name: string, code?: string): void;
  /** What voids the link that the person holds by mistake; `undefined` when it is none. */
  decline?(deviceId: string): DeclineRequest | undefined;
  /** Forgets everything held in memory. */
  forget(): Promise<void>;
}
