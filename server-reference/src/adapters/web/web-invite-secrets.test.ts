import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInviteSecrets } from './web-invite-secrets.ts';
import { webIds } from './web-ids.ts';
import { randomSecret } from './web-peer-ids.ts';

test('C1: a token has 128 bits, comes from a name under a key, and is made again from it', async () => {
  const secrets = createInviteSecrets([randomSecret()], webIds);
  const token = await secrets.token('attempt');
  assert.equal(Buffer.from(token, 'base64url').length, 16);
  assert.equal(await secrets.tokenOf({ attemptId: 'attempt', tokenHash: await webIds.hash(token) }), token);
  assert.equal(await secrets.tokenOf({ attemptId: 'attempt', tokenHash: 'another' }), undefined);
  assert.notEqual(await createInviteSecrets([randomSecret()], webIds).token('attempt'), token);
});

test('a link outlives the change of its key, as long as the old one is given too', async () => {
  const old = randomSecret();
  const token = await createInviteSecrets([old], webIds).token('attempt');
  const link = { attemptId: 'attempt', tokenHash: await webIds.hash(token) };
  assert.equal(await createInviteSecrets([randomSecret(), old], webIds).tokenOf(link), token);
  assert.equal(await createInviteSecrets([randomSecret()], webIds).tokenOf(link), undefined);
});

test('C4: codes are six digits, spread evenly', async () => {
  const secrets = createInviteSecrets([randomSecret()], webIds);
  const codes = await Promise.all(Array.from({ length: 2000 }, (_one, index) => secrets.code(String(index))));
  for (const code of codes) assert.match(code, /^\d{6}$/);
  assert.ok(new Set(codes).size > 1990);
  for (let digit = 0; digit < 10; digit += 1) {
    const count = codes.filter((code) => code.startsWith(String(digit))).length;
    assert.ok(count > 130 && count < 280, `${String(digit)}: ${String(count)}`);
  }
});
