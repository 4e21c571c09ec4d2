import type { Principal, PrincipalId, Session, SessionGrant } from '@venterum/contract';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { ReadTransaction, Transaction } from '../ports/store.ts';
import type { LoginPrincipal, LoginRefusal, TokenVerifier, VerifiedLogin } from '../ports/token-verifier.ts';
import type { GuestEntry } from './guest-entry.ts';
import { Refusal } from './refusal.ts';
import type { Sessions } from './sessions.ts';

/** What signing in needs. */
export interface SignInParts {
  readonly ids: Ids;
  readonly log: Log;
  readonly verifier: TokenVerifier;
  readonly sessions: Sessions;
  readonly guests: GuestEntry;
}

type Write = (work: (tx: Transaction) => Promise<Session>) => Promise<Session>;

const principalIdLength = 22;

/** Turns what somebody brings along, a login or an invitation, into a session. */
export class SignIn {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  /** `write` does the one unit of work. Refuses `login-refused`, `unavailable`, and for invitations `invite-not-found`, `invite-used`, `invite-ended`. */
  async exchange(grant: SessionGrant, write: Write): Promise<Session> {
    const { ids, guests } = this.#parts;
    const deviceHash = grant.deviceId === undefined ? undefined : await ids.hash(grant.deviceId);
    if (grant.grant === 'oidc') return this.#login(grant.token, deviceHash, write);
    const secret = await this.#parts.sessions.secret();
    const inviteHash = await ids.hash(grant.token);
    const named = grant.name === undefined ? {} : { name: grant.name };
    return write((tx) =>
      guests.redeem(tx, { ...secret, inviteHash, deviceHash: deviceHash ?? '', ...named }),
    );
  }

  async #login(token: string, deviceHash: string | undefined, write: Write): Promise<Session> {
    const { ids, sessions } = this.#parts;
    const login = await this.#verified(token);
    const id = (await ids.hash(`${login.issuer}|${login.subject}`)).slice(0, principalIdLength);
    const secret = await sessions.secret();
    return write(async (tx) =>
      sessions.start(tx, {
        ...secret,
        principal: await this.#principalOf(tx, id, login.principal),
        ...(login.cpr === undefined ? {} : { cpr: login.cpr }),
        ...(deviceHash === undefined ? {} : { deviceHash }),
      }),
    );
  }

  async #verified(token: string): Promise<VerifiedLogin> {
    const { verifier, log } = this.#parts;
    let why: { reason?: LoginRefusal } = {};
    const note = (reason: LoginRefusal): void => {
      why = { reason };
    };
    const login = await verifier.verify(token, note).catch(() => {
      throw new Refusal('unavailable', { retryAfter: 5 });
    });
    if (login !== undefined) return login;
    // The log alone learns why: whoever tries tokens out is told nothing.
    log.write({ event: 'login-refused', ...why });
    throw new Refusal('login-refused');
  }

  async #principalOf(tx: ReadTransaction, id: PrincipalId, login: LoginPrincipal): Promise<Principal> {
    if (login.kind !== 'clinic-staff') return { ...login, id };
    const { ydernumre, ...staff } = login;
    const clinics = await tx.clinics.withYdernumre(ydernumre);
    return { ...staff, id, clinicIds: clinics.map((clinic) => clinic.id) };
  }
}
