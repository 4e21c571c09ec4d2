import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inspect } from 'node:util';
import { grantOf } from '../../services/signalling.fixtures.test.ts';
import { MemoryTickets } from './tickets.ts';

suite('tickets in memory', () => {
  test('D1: a ticket has 256 bits, redeems once, and only within 30 s', async () => {
    let now = 0;
    const tickets = new MemoryTickets(() => now);
    const [first, second] = [await tickets.issue(grantOf('doctor')), await tickets.issue(grantOf('citizen'))];
    assert.match(first, /^[A-Za-z0-9_-]{43}$/);
    now = 29_999;
    assert.deepEqual(await tickets.redeem(first), grantOf('doctor'));
    assert.equal(await tickets.redeem(first), undefined);
    now = 30_000;
    assert.equal(await tickets.redeem(second), undefined);
  });

  test('D1: of many redeeming at once one succeeds', async () => {
    const tickets = new MemoryTickets(() => 0);
    const ticket = await tickets.issue(grantOf('doctor'));
    const answers = await Promise.all(Array.from({ length: 50 }, () => tickets.redeem(ticket)));
    assert.equal(answers.filter((answer) => answer !== undefined).length, 1);
  });

  test('only hashes are kept, and what is too old is swept', async () => {
    let now = 0;
    const tickets = new MemoryTickets(() => now);
    const ticket = await tickets.issue(grantOf('doctor'));
    assert.ok(!inspect(tickets, { showHidden: true, depth: null }).includes(ticket));
    for (let index = 0; index < 99; index += 1) await tickets.issue(grantOf('doctor'));
    assert.equal(tickets.size, 100);
    now = 30_000;
    await tickets.redeem('unknown');
    assert.equal(tickets.size, 0);
  });
});
