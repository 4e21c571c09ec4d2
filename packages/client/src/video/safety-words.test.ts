import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { words } from './safety-word-list.ts';
import { safetyWords } from './safety-words.ts';

const here = 'sha-256 AA:01';
const there = 'sha-256 BB:02';

describe('safety words', () => {
  it('D11: are the same at both ends, whatever the case the browser writes keys in', async () => {
    const own = await safetyWords([here, there], 'room');
    assert.deepEqual(await safetyWords([there.toLowerCase(), here], 'room'), own);
    assert.equal(own.length, 3);
  });

  it('D11: are others for another key and for another room', async () => {
    const own = await safetyWords([here, there], 'room');
    assert.notDeepEqual(await safetyWords([here, 'sha-256 CC:03'], 'room'), own);
    assert.notDeepEqual(await safetyWords([here, there], 'another room'), own);
  });

  it('D11: have one word for each byte, each once', () => {
    assert.equal(new Set(words).size, 256);
    assert.ok(words.every((word) => /^[a-zæøå]{2,}$/.test(word)));
  });
});
