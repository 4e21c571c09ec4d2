import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReportGuard, isNetwork, reportAddress, type ReportGuardSettings } from './report-guard.ts';

const secret = 'a-secret-of-the-reports-of-a-test';

const asked = (path: readonly string[], from = '192.0.2.1', authorization?: string) => ({
  path,
  query: new URLSearchParams(),
  headers: new Headers(authorization === undefined ? {} : { authorization }),
  body: '',
  from,
});

const guardOf = (change: Partial<ReportGuardSettings>) =>
  createReportGuard({ secret, place: 'path', networks: [], ...change });

test('C8: the secret stands first in the address, and what follows is the report’s', () => {
  const guard = guardOf({});
  assert.deepEqual(guard(asked([secret, 'attempt'])), ['attempt']);
  for (const wrong of [[], [''], ['attempt', secret], [`${secret}x`], [secret.toUpperCase()]])
    assert.equal(guard(asked(wrong)), undefined);
});

test('C8: or it is the password of Basic authentication, and the address has none', () => {
  const guard = guardOf({ place: 'basic' });
  const basic = (text: string): string => `Basic ${btoa(text)}`;
  assert.deepEqual(guard(asked(['attempt'], '192.0.2.1', basic(`reports:${secret}`))), ['attempt']);
  for (const wrong of [undefined, basic('reports:'), basic(secret.slice(1)), `Bearer ${secret}`, 'Basic %'])
    assert.equal(guard(asked([secret], '192.0.2.1', wrong)), undefined, wrong);
  assert.equal(
    reportAddress('https://video.example.dk', 'cpsms', { secret, place: 'basic', networks: [] }),
    `https://reports:${secret}@video.example.dk/v1/sms/reports/cpsms`,
  );
});

test('C8: where networks are named, reports come from there alone, with the secret', () => {
  const guard = guardOf({ networks: ['192.0.2.0/28', '198.51.100.7', '2001:db8:1:2::/64'] });
  for (const from of ['192.0.2.15', '198.51.100.7', '2001:db8:1:2'])
    assert.deepEqual(guard(asked([secret], from)), [], from);
  for (const from of ['192.0.2.16', '198.51.100.8', '2001:db8:1:3', 'unknown', ''])
    assert.equal(guard(asked([secret], from)), undefined, from);
  assert.equal(guard(asked(['another'], '192.0.2.1')), undefined);
});

test('networks are addresses, with or without a number of bits', () => {
  for (const right of ['192.0.2.1', '192.0.2.0/24', '::/0', '2001:db8::/64'])
    assert.ok(isNetwork(right), right);
  for (const wrong of ['', 'host', '192.0.2.0/33', '192.0.2.0/', '192.0.2.0/1/1', '2001:db8::/65', '192.0.2'])
    assert.ok(!isNetwork(wrong), wrong);
});
