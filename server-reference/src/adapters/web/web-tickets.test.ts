import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { grantOf, ManualTimers } from '../../services/signalling.fixtures.test.ts';
import { webIds } from './web-ids.ts';
import { WebTickets } from './web-tickets.ts';

suite('tickets', () => {
  test('D1: a ticket has 256 bits, redeems once, and only within 30 s', async () => {
    const timers = new ManualTimers();
    const tickets = new WebTickets(timers.clock, webIds);
    const [first, second] = [await tickets.issue(grantOf('doctor')), await tickets.issue(grantOf('citizen'))];
    assert.match(first, /^[A-Za-z0-9_-]{43}$/);
    assert.notEqual(first, second);
    timers.advance(29_999);
    assert.deepEqual(await tickets.redeem(first), grantOf('doctor'));
    assert.equal(await tickets.redeem(first), undefined);
    timers.advance(1);
    assert.equal(await tickets.redeem(second), undefined);
  });

  test('D1: of many redeeming at once one succeeds', async () => {
    const tickets = new WebTickets(new ManualTimers().clock, webIds);
    const ticket = await tickets.issue(grantOf('doctor'));
    const answers = await Promise.all(Array.from({ length: 50 }, () => tickets.redeem(ticket)));
    assert.equal(answers.filter((answer) => answer !== undefined).length, 1);
  });
});
