import type { InvitationGrant, ProblemCode, Session, SessionGrant } from '@venterum/contract';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { DataStore, Transaction } from '../ports/store.ts';
import type { LoginRefusal, TokenVerifier, VerifiedLogin } from '../ports/token-verifier.ts';
import type { Enrolment } from './enrolment.ts';
import type { GuestEntry, Redemption } from './guest-entry.ts';
import type { InviteCodes } from './invite-codes.ts';
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
  readonly codes: InviteCodes;
  readonly store: DataStore;
}

/** How a sign-in was asked for. */
export interface SignInRequest {
  /** Where it comes from, as the network tells. */
  readonly address: string;
  /** The same when it is asked again. */
  readonly key: string | undefined;
  /** Does the one unit of work. */
  readonly write: Write;
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

  /**
   * Refuses `login-refused`, `login-too-weak`, `login-too-old`, `membership-required`, `member-code-invalid`,
   * `unavailable`; for links `invite-not-found`, `invite-used`, `invite-ended`; for codes
   * `code-unknown` and `limit-reached`; for both `invite-early`.
   */
  async exchange(grant: SessionGrant, request: SignInRequest): Promise<Session> {
    const { deviceId } = grant;
    const deviceHash = deviceId === undefined ? undefined : await this.#parts.ids.hash(deviceId);
    if (grant.grant === 'oidc') return this.#login(grant, deviceHash, request.write);
    return this.#redeem(grant, deviceHash ?? '', request);
  }

  async #redeem(grant: InvitationGrant, deviceHash: string, request: SignInRequest): Promise<Session> {
    const { codes, guests, ids, sessions } = this.#parts;
    const secret = await sessions.secret();
    const by: Redemption['by'] =
      grant.grant === 'invite'
        ? { inviteHash: await ids.hash(grant.token) }
        : { inviteId: await codes.try(grant.code, { address: request.address, deviceHash }) };
    const asked = { name: grant.name, key: request.key };
    try {
      return await request.write((tx) => guests.redeem(tx, { ...secret, by, deviceHash, ...asked }));
    } catch (error) {
      throw await this.#told(error, grant, by);
    }
  }

  /** The refusal undid its unit of work; that there was a second device is kept in one of its own. */
  async #told(error: unknown, { grant }: InvitationGrant, by: Redemption['by']): Promise<unknown> {
    if (!(error instanceof Refusal)) return error;
    if (error.code === 'invite-used')
      await this.#parts.store.transact((tx) => this.#parts.guests.noteOtherDevice(tx, by));
    const aboutInvite = error.code === 'invite-used' || error.code === 'invite-ended';
    return grant === 'code' && aboutInvite ? new Refusal('code-unknown') : error;
  }

  async #login(
    { token, memberCode, device, replaces }: Extract<SessionGrant, { readonly grant: 'oidc' }>,
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
    const replaced = replaces === undefined ? undefined : await ids.hash(replaces);
    return write(async (tx) => {
      const enrolled = await enrolment.enrol(tx, arrival);
      const continues = replaced === undefined ? [] : await sessions.replace(tx, replaced);
      return sessions.start(tx, {
        ...secret,
        ...enrolled,
        ...(continues.length === 0 ? {} : { continues }),
        ...(cpr === undefined ? {} : { cpr }),
        ...(deviceHash === undefined ? {} : { deviceHash }),
        ...(authenticatedAt === undefined ? {} : { authenticatedAt }),
        ...(device === 'personal' ? { device } : {}),
      });
    });
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
