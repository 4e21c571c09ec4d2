import type { ClinicId, MemberId, PrincipalId } from '@venterum/contract';
import { byMemberName } from '../../ports/member-order.ts';
import type { MemberRecord } from '../../ports/records.ts';
import type { Transaction } from '../../ports/store.ts';
import type { Rows } from './memory-table.ts';

type MemberKeeper = Transaction['members'];

/** Members of clinics in memory. */
export class MemoryMembers implements MemberKeeper {
  readonly #rows: Rows<MemberRecord>;

  constructor(rows: Rows<MemberRecord>) {
    this.#rows = rows;
  }

  get(id: MemberId): Promise<MemberRecord | undefined> {
    return Promise.resolve(this.#rows.get(id));
  }

  byCodeHash(hash: string): Promise<MemberRecord | undefined> {
    return Promise.resolve(this.#where((one) => one.codeHash === hash)[0]);
  }

  ofClinic(clinicId: ClinicId, limit: number): Promise<readonly MemberRecord[]> {
    const listed = this.#where((one) => one.clinicId === clinicId && one.status !== 'removed');
    return Promise.resolve(listed.sort(byMemberName).slice(0, limit));
  }

  ofPrincipal(principalId: PrincipalId): Promise<readonly MemberRecord[]> {
    return Promise.resolve(this.#where((one) => one.principalId === principalId));
  }

  save(member: MemberRecord): Promise<void> {
    this.#rows.set(member.id, member);
    return Promise.resolve();
  }

  delete(id: MemberId): Promise<void> {
    this.#rows.delete(id);
    return Promise.resolve();
  }

  #where(matches: (member: MemberRecord) => boolean): MemberRecord[] {
    return [...this.#rows.values()].filter(matches);
  }
}
