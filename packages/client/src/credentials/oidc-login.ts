import type { LoginProvider } from '@venterum/contract';
import { ErrorResponse, ErrorTimeout } from 'oidc-client-ts';
import { systemClock } from '../clock.ts';
import { ProblemError } from '../problem-error.ts';
import type { Credentials, GrantContext } from './credentials.ts';
import { OidcManager, type LoginPrompt } from './oidc-manager.ts';
import { createMarks, leftMark, readLeftMark, type LoginMarks } from './oidc-marks.ts';
import type { OidcLoginOptions } from './oidc-options.ts';

/** The host page has been looked at for so long: the login window is gone or forgotten. */
const GIVE_UP_MILLISECONDS = 5000;

const isCancelled = (error: unknown): boolean =>
  error instanceof ErrorResponse && error.error === 'access_denied';

/** The library's errors can hold codes and verifiers: none is passed on. */
const asProblem = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  if (error instanceof TypeError || error instanceof ErrorTimeout) return new ProblemError('offline');
  return new ProblemError(isCancelled(error) ? 'login-cancelled' : 'login-refused');
};

/** Aborts when somebody comes back to this page without having logged in. A cut-off window cannot tell by itself. */
const untilLookedAt = (): { readonly signal: AbortSignal; readonly done: () => void } => {
  const controller = new AbortController();
  let cancel: (() => void) | undefined;
  const looked = (): void => {
    cancel ??= systemClock.after(GIVE_UP_MILLISECONDS, () => {
      controller.abort(new ProblemError('login-cancelled'));
    });
  };
  const left = (): void => {
    cancel?.();
    cancel = undefined;
  };
  addEventListener('focus', looked);
  addEventListener('blur', left);
  const done = (): void => {
    left();
    removeEventListener('focus', looked);
    removeEventListener('blur', left);
  };
  return { signal: controller.signal, done };
};

class OidcLogin implements Credentials {
  readonly kind = 'login';
  readonly #options: OidcLoginOptions;
  readonly #managers = new Map<string, OidcManager>();
  #marks: LoginMarks | undefined;
  /** Whom the tokens in memory are from. */
  #provider: LoginProvider | undefined;

  constructor(options: OidcLoginOptions) {
    this.#options = options;
  }

  async grant({ deviceId, providers }: GrantContext): ReturnType<Credentials['grant']> {
    const token = await this.#token(providers);
    return token === undefined ? undefined : { grant: 'oidc', token, deviceId };
  }

  async signIn(provider: LoginProvider, again = false): Promise<void> {
    const manager = this.#manager(provider);
    // Somebody was here before: the next one says who they are, whatever the issuer remembers.
    const args: LoginPrompt = again || this.#ownMarks().has('ask-again') ? { prompt: 'login' } : {};
    try {
      await (this.#options.popup === false
        ? this.#redirect(provider, manager, args)
        : this.#popup(manager, args));
    } catch (error) {
      throw asProblem(error);
    }
    this.#remember(provider);
  }

  async forget(): Promise<void> {
    this.#provider = undefined;
    const marks = this.#ownMarks();
    marks.leave('ask-again', 'true');
    marks.take('left');
    this.#managers.clear();
  }

  async #token(providers: readonly LoginProvider[]): Promise<string | undefined> {
    if (this.#provider !== undefined) return this.#renewed(this.#provider);
    const marks = this.#ownMarks();
    const answer = marks.take('answer');
    const asked = marks.take('asked');
    const left = readLeftMark(marks.take('left'), systemClock.now());
    marks.take('return');
    const find = (wanted: string | undefined): LoginProvider | undefined =>
      providers.find(({ id }) => id === wanted);
    const redirected = find(asked);
    if (redirected !== undefined && answer !== undefined) return this.#answered(redirected, answer);
    const provider = find(left);
    const isTried = provider !== undefined && this.#options.silent !== false && !marks.has('ask-again');
    return isTried ? this.#renewed(provider) : undefined;
  }

  async #renewed(provider: LoginProvider): Promise<string | undefined> {
    try {
      const token = await this.#manager(provider).renewed();
      if (token !== undefined) this.#remember(provider);
      return token;
    } catch {
      // The issuer wants to see somebody: that is what signing in is for.
      return undefined;
    }
  }

  async #answered(provider: LoginProvider, address: string): Promise<string> {
    try {
      const token = await this.#manager(provider).answered(address);
      this.#remember(provider);
      return token;
    } catch (error) {
      throw asProblem(error);
    }
  }

  async #popup(manager: OidcManager, args: LoginPrompt): Promise<void> {
    const { signal, done } = untilLookedAt();
    try {
      await manager.popup(args, signal);
    } finally {
      done();
    }
  }

  async #redirect(provider: LoginProvider, manager: OidcManager, args: LoginPrompt): Promise<never> {
    const marks = this.#ownMarks();
    marks.leave('asked', provider.id);
    marks.leave('return', location.href);
    await manager.redirect(args);
    // The page is leaving.
    return new Promise<never>(() => undefined);
  }

  #manager(provider: LoginProvider): OidcManager {
    const manager = this.#managers.get(provider.id) ?? new OidcManager(provider, this.#options);
    this.#managers.set(provider.id, manager);
    return manager;
  }

  #remember(provider: LoginProvider): void {
    this.#ownMarks().take('ask-again');
    this.#provider = provider;
  }

  #ownMarks(): LoginMarks {
    if (this.#marks === undefined) {
      const marks = (this.#marks = createMarks(sessionStorage));
      addEventListener('pagehide', () => {
        if (this.#provider !== undefined) marks.leave('left', leftMark(this.#provider.id, systemClock.now()));
      });
    }
    return this.#marks;
  }
}

/**
 * Somebody logs in with one of the server's providers (OpenID Connect, authorization code with PKCE). Tokens are held
 * in memory only. After a reload it is tried without asking; after signing out or idling, everybody is asked anew.
 */
export const oidcLogin = (options: OidcLoginOptions): Credentials => new OidcLogin(options);
