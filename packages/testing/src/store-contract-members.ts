import assert from 'node:assert/strict';
import type { MemberRecord } from '@venterum/server-reference';
import { later, seed, type StoreCase } from './store-contract-world.ts';

const member: MemberRecord = {
  id: 'member-1',
  clinicId: 'clinic-lund',
  name: 'Læge Test Åen',
  role: 'doctor',
  status: 'active',
  principalId: 'principal-1',
  addedBy: 'login',
  roleBy: 'login',
};

const invited: MemberRecord = {
  id: 'member-2',
  clinicId: 'clinic-lund',
  name: 'Læge Test Zar',
  role: 'staff',
  status: 'invited',
  addedBy: 'clinic',
  roleBy: 'clinic',
  codeHash: 'code-hash',
  codeEndsAt: later,
};

/** How members are kept and found again. */
export const memberCases: readonly StoreCase[] = [
  {
    title: 'lists members of one clinic in the Danish order of names, those removed left out',
    run: async ({ store }) => {
      await seed(store);
      await store.transact(async (tx) => {
        await tx.members.save(member);
        await tx.members.save(invited);
        await tx.members.save({ ...member, id: 'foreign', clinicId: 'clinic-mark' });
        await tx.members.save({ ...member, id: 'removed', name: '', status: 'removed' });
      });
      const list = (limit: number): Promise<readonly MemberRecord[]> =>
        store.read((tx) => tx.members.ofClinic('clinic-lund', limit));
      assert.deepEqual(await list(10), [invited, member]);
      assert.deepEqual(await list(1), [invited]);
    },
  },
  {
    title: 'finds a member by id, by code and by who it is, and forgets those that are deleted',
    run: async ({ store }) => {
      await seed(store);
      const gone: MemberRecord = {
        ...member,
        id: 'removed',
        clinicId: 'clinic-mark',
        name: '',
        status: 'removed',
      };
      await store.transact(async (tx) => {
        for (const one of [member, invited, gone]) await tx.members.save(one);
      });
      await store.read(async (tx) => {
        assert.deepEqual(await tx.members.get('member-1'), member);
        assert.deepEqual(await tx.members.byCodeHash('code-hash'), invited);
        assert.equal(await tx.members.byCodeHash('other'), undefined);
        assert.deepEqual(new Set(await tx.members.ofPrincipal('principal-1')), new Set([member, gone]));
      });
      await store.transact((tx) => tx.members.delete('member-2'));
      assert.equal(await store.read((tx) => tx.members.byCodeHash('code-hash')), undefined);
    },
  },
];
