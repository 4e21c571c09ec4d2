import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Bus } from '../../ports/bus.ts';
import { AesFieldCipher, type MasterKey } from '../node/aes-field-cipher.ts';
import { SqliteStore } from './sqlite-store.ts';

/** A key for tests. */
export const testKey: MasterKey = { id: 'test-key', bytes: new Uint8Array(32).fill(7) };

/** A folder that is gone when the test is over. */
export const temporaryFolder = (t: TestContext): string => {
  const folder = mkdtempSync(join(tmpdir(), 'venterum-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};

/** A store in a file. */
export const openStoreAt = (path: string, bus: Bus): SqliteStore =>
  new SqliteStore({
    path,
    bus,
    cipher: new AesFieldCipher([testKey]),
    now: () => '2026-11-23T08:00:00.000Z',
  });

/** A store in a file that is gone when the test is over. */
export const temporaryStore = (t: TestContext, bus: Bus): SqliteStore => {
  const store = openStoreAt(join(temporaryFolder(t), 'store.sqlite'), bus);
  t.after(() => store.close());
  return store;
};
