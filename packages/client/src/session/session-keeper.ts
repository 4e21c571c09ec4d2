import type { Instant, Principal, PublicConfig, Session, SessionEnd } from '@venterum/contract';
import type { Credentials } from '../credentials/credentials.ts';
import { ProblemError, toFailure } from '../problem-error.ts';
import { randomId } from '../random-id.ts';
import { patched } from '../stores/patched.ts';
import { createCell } from '../stores/cell.ts';
import type { Clock } from '../clock.ts';
import type { Send } from '../transport/transport.ts';
import type { ClientSession, SessionState } from './session-state.ts';

/** What the keeper needs. */
export interface KeeperParts {
  readonly credentials: Credentials;
  readonly device: 'shared' | 'personal';
  readonly deviceId: string;
  readonly clock: Clock;
  readonly config: () => Promise<PublicConfig>;
  readonly send: Send;
}

/** The server's own end comes within a second of its time; only without a connection it does not come. */
const GRACE = 3000;

/** It ended because time went by, and not because somebody meant it to. */
const ofItself = (reason: SessionEnd): boolean => reason === 'idle' || reason === 'expired';

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
  /** The token of the session that the next one replaces. */
  #before: string | undefined;
  #memberCode: string | undefined;
  #cancelEnd: (() => void) | undefined;
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
    this.#letGo();
    if (this.getState().status === 'ended') this.#cell.set({ status: 'starting' });
    return this.ensure();
  }

  async signIn(providerId: string): Promise<Principal> {
    const { credentials, config } = this.#parts;
    const provider = (await config()).providers.find(({ id }) => id === providerId);
    if (provider === undefined || credentials.signIn === undefined) throw new ProblemError('login-refused');
    const again = this.#session !== undefined;
    if (!again) this.#cell.set({ status: 'signing-in' });
    try {
      await credentials.signIn(provider, again);
    } catch (error) {
      if (!again) this.#cell.set({ status: 'signed-out' });
      throw asProblem(error);
    }
    this.#letGo();
    return this.ensure();
  }

  get asksCode(): boolean {
    return this.#parts.credentials.asksCode === true;
  }

  enrol(memberCode: string): Promise<Principal> {
    this.#memberCode = memberCode;
    return this.renew();
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
   * asking. `background`: nobody asked, so on a shared device an idle session is not brought back to life.
   */
  async replace(
    used: string,
    { background, reason }: { readonly background: boolean; readonly reason: SessionEnd },
  ): Promise<string> {
    if (this.#session?.token === used) {
      if (this.#mayRenew(background, reason)) this.forget();
      else this.ended(reason, used);
    }
    return this.token();
  }

  /** The server warned. Ended here as well when it cannot say so any more. */
  ending(endsAt: Instant): void {
    const state = this.getState();
    const token = this.#session?.token;
    if (state.status !== 'active') return;
    this.#cell.set({ ...state, endsAt });
    this.#cancelEnd?.();
    this.#cancelEnd = this.#parts.clock.after(Date.parse(endsAt) + GRACE - this.#parts.clock.now(), () => {
      this.ended('idle', token);
    });
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
    if (this.#parts.device === 'personal' && this.kind !== 'invitation' && ofItself(reason)) {
      this.#cell.set({ status: 'none' });
      return;
    }
    // A login is asked for anew, or the next at this device would come in as the last; an invitation stays good.
    if (this.kind === 'login') void this.#parts.credentials.forget();
    this.#cell.set({ status: 'ended', reason });
  }

  /** Forgets the session here. */
  forget(): void {
    this.#generation += 1;
    this.#session = this.#pending = this.#asked = undefined;
    this.#cancelEnd?.();
  }

  /** A host is asked whenever somebody does something: who is there is its to know. */
  #mayRenew(background: boolean, reason: SessionEnd): boolean {
    if (this.kind === 'invitation' || !ofItself(reason)) return false;
    return this.#parts.device === 'personal' || (this.kind === 'host' && !background);
  }

  /** The next session comes after this one. */
  #letGo(): void {
    this.#before = this.#session?.token;
    this.#session = undefined;
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
    const { credentials, device, deviceId, config, send } = this.#parts;
    const { providers } = await config();
    const grant = await credentials.grant({ deviceId, providers });
    if (grant === undefined) throw signedOut();
    const ours = { device, replaces: this.#before, memberCode: this.#memberCode };
    const body = grant.grant === 'oidc' ? patched<typeof grant>(grant, ours) : grant;
    const request = JSON.stringify(body);
    // Asked again after a lost answer it is the same request: an invitation is redeemed for the first time only once.
    const { id: idempotencyKey } = (this.#asked =
      this.#asked?.request === request ? this.#asked : { request, id: randomId() });
    const session = (await send({ name: 'sessions.create', body, idempotencyKey })) as Session;
    this.#asked = this.#before = this.#memberCode = undefined;
    return session;
  }

  #activate(session: Session): Session {
    this.#cancelEnd?.();
    this.#session = session;
    const { principal, expiresAt, resumed = false } = session;
    const before = this.getState();
    // The host brings somebody else by now: first everything of the last one goes.
    if (before.status === 'active' && before.principal.id !== principal.id)
      this.#cell.set({ status: 'ended', reason: 'taken-over' });
    this.#cell.set({ status: 'active', principal, expiresAt, ...(resumed ? { resumed } : {}) });
    return session;
  }

  #failed(problem: ProblemError): void {
    // Whoever typed it types it again; the login by itself may be good enough.
    this.#memberCode = undefined;
    const missing = problem.code === 'unauthenticated';
    this.#cell.set(missing ? { status: 'signed-out' } : { status: 'failed', failure: toFailure(problem) });
  }

  #endOnServer(token: string): Promise<unknown> {
    // Without an answer the server ends it by itself.
    return this.#parts.send({ name: 'sessions.end', token }).catch(() => undefined);
  }
}
