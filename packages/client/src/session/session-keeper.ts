import type { Instant, Principal, PublicConfig, Session, SessionEnd } from '@venterum/contract';
import type { Credentials } from '../credentials/credentials.ts';
import { ProblemError, toFailure } from '../problem-error.ts';
import { randomId } from '../random-id.ts';
import { createCell } from '../stores/cell.ts';
import type { Send } from '../transport/transport.ts';
import type { ClientSession, SessionState } from './session-state.ts';

/** What the keeper needs. */
export interface KeeperParts {
  readonly credentials: Credentials;
  readonly deviceId: string;
  readonly config: () => Promise<PublicConfig>;
  readonly send: Send;
}

const signedOut = (): ProblemError => new ProblemError('unauthenticated');

const asProblem = (error: unknown): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError('login-refused', { cause: error });

/** Keeps the session and its token: one exchange at a time, whoever asks. */
export class SessionKeeper implements ClientSession {
  readonly kind: Credentials['kind'];
  readonly #parts: KeeperParts;
  readonly #cell = createCell<SessionState>({ status: 'none' });
  #session: Session | undefined;
  #pending: Promise<Session> | undefined;
  #asked: { readonly request: string; readonly id: string } | undefined;
  /** Counts what has been forgotten: an exchange that began before is void. */
  #generation = 0;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.kind = parts.credentials.kind;
  }

  getState(): SessionState {
    return this.#cell.get();
  }

  subscribe(listener: (state: SessionState) => void): () => void {
    return this.#cell.subscribe(listener);
  }

  async ensure(): Promise<Principal> {
    return (await this.#current()).principal;
  }

  async renew(): Promise<Principal> {
    if (this.getState().status === 'ended') this.#cell.set({ status: 'starting' });
    return this.ensure();
  }

  async signIn(providerId: string): Promise<Principal> {
    const { credentials, config } = this.#parts;
    const provider = (await config()).providers.find(({ id }) => id === providerId);
    if (provider === undefined || credentials.signIn === undefined) throw new ProblemError('login-refused');
    this.#cell.set({ status: 'signing-in' });
    try {
      await credentials.signIn(provider);
    } catch (error) {
      this.#cell.set({ status: 'signed-out' });
      throw asProblem(error);
    }
    return this.ensure();
  }

  get asksCode(): boolean {
    return this.#parts.credentials.asksCode === true;
  }

  redeem(name: string, code?: string): Promise<Principal> {
    this.#parts.credentials.redeem?.(name, code);
    return this.renew();
  }

  async decline(): Promise<void> {
    const { credentials, deviceId, send } = this.#parts;
    const body = credentials.decline?.(deviceId);
    if (body === undefined) throw new ProblemError('invite-not-found');
    await send({ name: 'invites.decline', body });
    await credentials.forget();
    this.ended('revoked');
  }

  async signOut(): Promise<void> {
    const token = this.#session?.token;
    this.forget();
    this.#cell.set(
      this.kind === 'login' ? { status: 'signed-out' } : { status: 'ended', reason: 'logged-out' },
    );
    await this.#parts.credentials.forget();
    if (token !== undefined) await this.#endOnServer(token);
  }

  async stay(): Promise<void> {
    const token = await this.token();
    try {
      await this.#parts.send({ name: 'sessions.activity', token });
      this.stayed();
    } catch (error) {
      if (toFailure(error).code === 'session-ended') this.ended('idle');
      throw error;
    }
  }

  /** The bearer token, for the transport and the event stream alone. */
  async token(): Promise<string> {
    return (await this.#current()).token;
  }

  /**
   * A token in place of one that was refused: another's renewal, or one of its own where the credentials can without
   * asking. `background`: nobody asked, so an idle session is not brought back to life.
   */
  async replace(used: string, background = false): Promise<string> {
    if (this.#session?.token === used) {
      this.#session = undefined;
      if (background || this.kind === 'invitation') this.ended('expired');
    }
    return this.token();
  }

  /** The server warned. */
  ending(endsAt: Instant): void {
    const state = this.getState();
    if (state.status === 'active') this.#cell.set({ ...state, endsAt });
  }

  /** The warning is off. */
  stayed(): void {
    if (this.#session !== undefined && Object.hasOwn(this.getState(), 'endsAt'))
      this.#activate(this.#session);
  }

  /** The session is over, on the server's word. `token`: which one; an earlier one's end concerns nobody. */
  ended(reason: SessionEnd, token = this.#session?.token): void {
    if (token !== this.#session?.token) return;
    this.forget();
    // A login is asked for anew, or the next at this device would come in as the last; an invitation stays good.
    if (this.kind === 'login') void this.#parts.credentials.forget();
    this.#cell.set({ status: 'ended', reason });
  }

  /** Forgets the session here. */
  forget(): void {
    this.#generation += 1;
    this.#session = this.#pending = this.#asked = undefined;
  }

  #current(): Promise<Session> {
    if (this.#session !== undefined) return Promise.resolve(this.#session);
    if (this.getState().status === 'ended') return Promise.reject(new ProblemError('session-ended'));
    this.#pending ??= this.#exchange(this.#generation);
    return this.#pending;
  }

  async #exchange(generation: number): Promise<Session> {
    const { status } = this.getState();
    if (status !== 'active' && status !== 'signing-in') this.#cell.set({ status: 'starting' });
    try {
      const session = await this.#trade();
      if (generation === this.#generation) return this.#activate(session);
      void this.#endOnServer(session.token);
      throw signedOut();
    } catch (error) {
      const problem = asProblem(error);
      if (generation === this.#generation) this.#failed(problem);
      throw problem;
    } finally {
      if (generation === this.#generation) this.#pending = undefined;
    }
  }

  async #trade(): Promise<Session> {
    const { credentials, deviceId, config, send } = this.#parts;
    const { providers } = await config();
    const body = await credentials.grant({ deviceId, providers });
    if (body === undefined) throw signedOut();
    const request = JSON.stringify(body);
    // Asked again after a lost answer it is the same request: an invitation is redeemed for the first time only once.
    const { id: idempotencyKey } = (this.#asked =
      this.#asked?.request === request ? this.#asked : { request, id: randomId() });
    const session = (await send({ name: 'sessions.create', body, idempotencyKey })) as Session;
    this.#asked = undefined;
    return session;
  }

  #activate(session: Session): Session {
    this.#session = session;
    const { principal, expiresAt, resumed = false } = session;
    this.#cell.set({ status: 'active', principal, expiresAt, ...(resumed ? { resumed } : {}) });
    return session;
  }

  #failed(problem: ProblemError): void {
    const missing = problem.code === 'unauthenticated';
    this.#cell.set(missing ? { status: 'signed-out' } : { status: 'failed', failure: toFailure(problem) });
  }

  #endOnServer(token: string): Promise<unknown> {
    // Without an answer the server ends it by itself.
    return this.#parts.send({ name: 'sessions.end', token }).catch(() => undefined);
  }
}
