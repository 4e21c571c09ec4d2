import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

describe('what is shipped', () => {
  it('D18: has nothing that records', () => {
    const shipped = globSync('{packages/{contract,client,elements}/src,examples}/**/*.{ts,js}', {
      cwd: root,
    }).filter((file) => !file.endsWith('.test.ts') && !file.includes('node_modules'));
    assert.ok(shipped.length > 100, 'the files were found');
    const recording = shipped.filter((file) =>
      /MediaRecorder|captureStream/.test(readFileSync(root + file, 'utf8')),
    );
    assert.deepEqual(recording, []);
  });
});
