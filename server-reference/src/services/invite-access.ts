import type { InviteAccess, InviteId } from '@venterum/contract';
import type { Ids } from '../ports/ids.ts';
import type { InviteLink, InviteSecrets } from '../ports/invite-secrets.ts';
import type { QrImages } from '../ports/qr-images.ts';
import type { Transaction } from '../ports/store.ts';
import type { Caller } from './caller.ts';
import type { CodeCandidate, InviteCodes } from './invite-codes.ts';
import { inviteLink } from './invite-messages.ts';
import type { Invites } from './invites.ts';
import { found } from './refusal.ts';

/** What the ways in need. */
export interface InviteAccessParts {
  readonly ids: Ids;
  readonly inviteSecrets: InviteSecrets;
  readonly qrImages: QrImages;
  readonly invites: Invites;
  readonly codes: InviteCodes;
  /** Address of the guest page, without fragment. */
  readonly guestPage: string;
  /** Where codes are typed. */
  readonly codePage: string;
}

/** What an answer is made from: no secret, so that it can be kept for a retry. */
export interface OpenedAccess extends InviteLink {
  readonly seed: string;
  readonly codeExpiresAt: string;
}

/** The ways in besides the SMS, for a member of the clinic to show or read aloud. */
export class InviteAccesses {
  readonly #parts: InviteAccessParts;

  constructor(parts: InviteAccessParts) {
    this.#parts = parts;
  }

  /** Codes to choose from; made before the unit of work. */
  candidates(): Promise<readonly CodeCandidate[]> {
    return this.#parts.codes.candidates();
  }

  /** Gives a new code. Refuses `invite-not-found`, `invite-ended`, `invite-used`. */
  async open(
    tx: Transaction,
    caller: Caller,
    given: { readonly id: InviteId; readonly candidates: readonly CodeCandidate[] },
  ): Promise<OpenedAccess> {
    const invite = await this.#parts.invites.own(tx, caller, given.id);
    const { seed, expiresAt: codeExpiresAt } = await this.#parts.codes.issue(tx, invite, given.candidates);
    const { attemptId, tokenHash } = invite;
    return { attemptId, tokenHash, seed, codeExpiresAt };
  }

  /** The secrets themselves. Refuses `invite-ended` when the link's key has been given up. */
  async answer({ seed, codeExpiresAt, ...link }: OpenedAccess): Promise<InviteAccess> {
    const { guestPage, codePage, inviteSecrets, qrImages } = this.#parts;
    const address = inviteLink(guestPage, found(await inviteSecrets.tokenOf(link), 'invite-ended'));
    const code = await inviteSecrets.code(seed);
    return { link: address, qr: qrImages.of(address), code, codePage, codeExpiresAt };
  }

  /** What a link's token and a device are known by. */
  async digests(token: string, deviceId: string): Promise<{ tokenHash: string; deviceHash: string }> {
    const { ids } = this.#parts;
    const [tokenHash, deviceHash] = await Promise.all([ids.hash(token), ids.hash(deviceId)]);
    return { tokenHash, deviceHash };
  }
}
