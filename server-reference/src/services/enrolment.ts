import type { ClinicId, Principal, PrincipalId } from '@venterum/contract';
import type { ServerClock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { MemberRecord, Membership } from '../ports/records.ts';
import type { Transaction } from '../ports/store.ts';
import type { ClinicStaffLogin, LoginPrincipal } from '../ports/token-verifier.ts';
import { Refusal } from './refusal.ts';

/** Somebody at the door, with whatever they bring. */
export interface Arrival {
  readonly id: PrincipalId;
  readonly login: LoginPrincipal;
  /** Digest of the code a manager gave them. */
  readonly codeHash?: string;
}

/** Who somebody is here, and where they work. */
export interface Enrolled {
  readonly principal: Principal;
  readonly memberships?: readonly Membership[];
}

/** What a clinic's list says of a person by their login. */
const personOf = ({
  name,
  authorisationId,
}: ClinicStaffLogin): Pick<MemberRecord, 'name' | 'authorisationId'> => ({
  name,
  ...(authorisationId === undefined ? {} : { authorisationId }),
});

/**
 * Where clinic staff work: at the clinics their login names and on the lists that a manager has put them on, but
 * nowhere they have been removed from. The lists follow the logins by themselves.
 */
export class Enrolment {
  readonly #clock: ServerClock;
  readonly #ids: Ids;

  constructor(parts: { readonly clock: ServerClock; readonly ids: Ids }) {
    this.#clock = parts.clock;
    this.#ids = parts.ids;
  }

  /** Refuses `member-code-invalid`, and `membership-required` to staff of no clinic. */
  async enrol(tx: Transaction, arrival: Arrival): Promise<Enrolled> {
    const { id, login } = arrival;
    if (login.kind !== 'clinic-staff') {
      if (arrival.codeHash !== undefined) throw new Refusal('member-code-invalid');
      return { principal: { ...login, id } };
    }
    const { kind, name, ydernumre } = login;
    if (arrival.codeHash !== undefined) await this.#redeem(tx, { id, name }, arrival.codeHash);
    const named = (await tx.clinics.withYdernumre(ydernumre)).map((clinic) => clinic.id);
    await this.#follow(tx, { id, login, named });
    const listed = (await tx.members.ofPrincipal(id)).filter(({ status }) => status === 'active');
    // Those the login names first, in its order: a person's own clinic before where they help out.
    const inOrder = [
      ...named.flatMap((clinicId) => listed.filter((one) => one.clinicId === clinicId)),
      ...listed.filter(({ clinicId }) => !named.includes(clinicId)),
    ];
    const memberships = inOrder.map(({ clinicId, role }) => ({ clinicId, role }));
    const [first] = memberships;
    if (first === undefined) throw new Refusal('membership-required');
    const clinicIds = memberships.map(({ clinicId }) => clinicId);
    return { principal: { kind, id, name, role: first.role, clinicIds }, memberships };
  }

  async #redeem(
    tx: Transaction,
    person: { readonly id: PrincipalId; readonly name: string },
    codeHash: string,
  ): Promise<void> {
    const place = await tx.members.byCodeHash(codeHash);
    // Asked once more because the first answer was lost.
    if (place?.status === 'active' && place.principalId === person.id) return;
    if (place?.status !== 'invited' || (place.codeEndsAt ?? '') <= this.#clock.now()) {
      throw new Refusal('member-code-invalid');
    }
    const places = await tx.members.ofPrincipal(person.id);
    const known = places.find(({ clinicId }) => clinicId === place.clinicId);
    if (known !== undefined) await tx.members.delete(known.id);
    await tx.members.save({ ...place, name: person.name, principalId: person.id, status: 'active' });
  }

  /** The clinics the login names now; those only an earlier one named are left. */
  async #follow(
    tx: Transaction,
    { id, login, named }: { id: PrincipalId; login: ClinicStaffLogin; named: readonly ClinicId[] },
  ): Promise<void> {
    const places = await tx.members.ofPrincipal(id);
    for (const place of places) await this.#refresh(tx, place, { login, named });
    for (const clinicId of named) {
      if (places.some((place) => place.clinicId === clinicId)) continue;
      await tx.members.save({
        id: this.#ids.id(),
        clinicId,
        principalId: id,
        ...personOf(login),
        role: login.role,
        status: 'active',
        addedBy: 'login',
        roleBy: 'login',
      });
    }
  }

  async #refresh(
    tx: Transaction,
    place: MemberRecord,
    { login, named }: { readonly login: ClinicStaffLogin; readonly named: readonly ClinicId[] },
  ): Promise<void> {
    if (place.status !== 'active') return;
    if (place.addedBy === 'login' && !named.includes(place.clinicId)) {
      await tx.members.delete(place.id);
      return;
    }
    const role = place.roleBy === 'login' ? login.role : place.role;
    const { authorisationId } = login;
    if (place.name !== login.name || place.role !== role || place.authorisationId !== authorisationId) {
      const { authorisationId: _before, ...rest } = place;
      await tx.members.save({ ...rest, ...personOf(login), role });
    }
  }
}
