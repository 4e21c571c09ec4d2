import type { ProblemCode, Session, SessionGrant } from '@venterum/contract';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { Transaction } from '../ports/store.ts';
import type { LoginRefusal, TokenVerifier, VerifiedLogin } from '../ports/token-verifier.ts';
import type { Enrolment } from './enrolment.ts';
import type { GuestEntry } from './guest-entry.ts';
import type { Members } from './members.ts';
import { Refusal } from './refusal.ts';
import type { Sessions } from './sessions.ts';

/** What signing in needs. */
export interface SignInParts {
  readonly ids: Ids;
  readonly log: Log;
  readonly verifier: TokenVerifier;
  readonly sessions: Sessions;
  readonly guests: GuestEntry;
  readonly members: Members;
  readonly enrolment: Enrolment;
}

type Write = (work: (tx: Transaction) => Promise<Session>) => Promise<Session>;

const principalIdLength = 22;

/**
 * What a person can do something about, and whose token was good otherwise, is told. Of everything else the log alone
 * learns why: whoever tries tokens out is told nothing.
 */
const explained: Partial<Record<LoginRefusal, ProblemCode>> = {
  assurance: 'login-too-weak',
  'authentication-age': 'login-too-old',
};

/** Turns what somebody brings along, a login or an invitation, into a session. */
export class SignIn {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  /** `write` does the one unit of work. Refuses `login-refused`, `login-too-weak`, `login-too-old`, `membership-required`, `member-code-invalid`, `unavailable`, and for invitations `invite-not-found`, `invite-used`, `invite-ended`. */
  async exchange(grant: SessionGrant, write: Write): Promise<Session> {
    const { ids, guests } = this.#parts;
    const deviceHash = grant.deviceId === undefined ? undefined : await ids.hash(grant.deviceId);
    if (grant.grant === 'oidc') return this.#login(grant, deviceHash, write);
    const secret = await this.#parts.sessions.secret();
    const inviteHash = await ids.hash(grant.token);
    const named = grant.name === undefined ? {} : { name: grant.name };
    return write((tx) =>
      guests.redeem(tx, { ...secret, inviteHash, deviceHash: deviceHash ?? '', ...named }),
    );
  }

  async #login(
    { token, memberCode }: Extract<SessionGrant, { readonly grant: 'oidc' }>,
    deviceHash: string | undefined,
    write: Write,
  ): Promise<Session> {
    const { ids, sessions, members, enrolment } = this.#parts;
    const { issuer, subject, principal: login, cpr, authenticatedAt } = await this.#verified(token);
    const id = (await ids.hash(`${issuer}|${subject}`)).slice(0, principalIdLength);
    const arrival = {
      id,
      login,
      ...(memberCode === undefined ? {} : { codeHash: await members.codeHash(memberCode) }),
    };
    const secret = await sessions.secret();
    return write(async (tx) =>
      sessions.start(tx, {
        ...secret,
        ...(await enrolment.enrol(tx, arrival)),
        ...(cpr === undefined ? {} : { cpr }),
        ...(deviceHash === undefined ? {} : { deviceHash }),
        ...(authenticatedAt === undefined ? {} : { authenticatedAt }),
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
    log.write({ event: 'login-refused', ...why });
    throw new Refusal(
      why.reason === undefined ? 'login-refused' : (explained[why.reason] ?? 'login-refused'),
    );
  }
}
