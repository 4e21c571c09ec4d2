import type { ClinicId, MemberId, PrincipalId } from '@venterum/contract';
import type { FieldCipher } from '../../ports/field-cipher.ts';
import { byMemberName } from '../../ports/member-order.ts';
import type { MemberRecord } from '../../ports/records.ts';
import type { Transaction } from '../../ports/store.ts';
import { bytesOf, textOf, type Statements } from './statements.ts';

type MemberKeeper = Transaction['members'];

type Sealed = Pick<MemberRecord, 'name' | 'authorisationId'>;

/** Members of clinics in SQLite; names and authorisation ids are sealed. */
export class SqliteMembers implements MemberKeeper {
  readonly #sql: Statements;
  readonly #cipher: FieldCipher;

  constructor(sql: Statements, cipher: FieldCipher) {
    this.#sql = sql;
    this.#cipher = cipher;
  }

  get(id: MemberId): Promise<MemberRecord | undefined> {
    return Promise.resolve(this.#where('id = ?', id)[0]);
  }

  byCodeHash(hash: string): Promise<MemberRecord | undefined> {
    return Promise.resolve(this.#where('code_hash = ?', hash)[0]);
  }

  ofClinic(clinicId: ClinicId, limit: number): Promise<readonly MemberRecord[]> {
    const listed = this.#where('listed = 1 AND clinic_id = ?', clinicId);
    return Promise.resolve(listed.sort(byMemberName).slice(0, limit));
  }

  ofPrincipal(principalId: PrincipalId): Promise<readonly MemberRecord[]> {
    return Promise.resolve(this.#where('principal_id = ?', principalId));
  }

  save(member: MemberRecord): Promise<void> {
    const { name, authorisationId, ...facts } = member;
    this.#sql.upsert('members', {
      id: member.id,
      clinic_id: member.clinicId,
      principal_id: member.principalId,
      code_hash: member.codeHash,
      listed: member.status === 'removed' ? 0 : 1,
      facts: JSON.stringify(facts),
      personal: this.#cipher.seal(JSON.stringify({ name, authorisationId }), this.#place(member.id)),
    });
    return Promise.resolve();
  }

  delete(id: MemberId): Promise<void> {
    this.#sql.run('DELETE FROM members WHERE id = ?', id);
    return Promise.resolve();
  }

  #place(id: string): { table: string; column: string; rowId: string } {
    return { table: 'members', column: 'personal', rowId: id };
  }

  #where(where: string, value: string): MemberRecord[] {
    return this.#sql.all(`SELECT id, facts, personal FROM members WHERE ${where}`, value).map((row) => {
      const facts = JSON.parse(textOf(row, 'facts')) as Omit<MemberRecord, keyof Sealed>;
      const opened = this.#cipher.open(bytesOf(row, 'personal'), this.#place(textOf(row, 'id')));
      return { ...facts, ...(JSON.parse(opened) as Sealed) };
    });
  }
}
