import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { clientAddress } from './client-address.ts';
import type { AppEnv } from './context.ts';

const addressOf = async (
  given: { readonly socket?: string; readonly forwarded?: string },
  trustedProxies = 0,
): Promise<string> => {
  const app = new Hono<AppEnv>().get('/', (c) => c.text(clientAddress(c, trustedProxies)));
  const headers = given.forwarded === undefined ? {} : { 'x-forwarded-for': given.forwarded };
  const env = { incoming: { socket: { remoteAddress: given.socket } } };
  return (await app.request('/', { headers }, env)).text();
};

test('the other end of the socket, whatever the sender says of itself', async () => {
  assert.equal(await addressOf({ socket: '203.0.113.9', forwarded: '198.51.100.1' }), '203.0.113.9');
  assert.equal(await addressOf({}), 'unknown');
});

test('what the outermost trusted proxy wrote, never what stands left of it', async () => {
  const forwarded = '10.0.0.1, 198.51.100.1, 203.0.113.9';
  assert.equal(await addressOf({ socket: '::1', forwarded }, 1), '203.0.113.9');
  assert.equal(await addressOf({ socket: '::1', forwarded }, 2), '198.51.100.1');
  assert.equal(await addressOf({ socket: '192.0.2.1' }, 1), '192.0.2.1', 'no proxy was there');
});

test('IPv6 by its network, IPv4 in IPv6 as IPv4', async () => {
  assert.equal(await addressOf({ socket: '::ffff:203.0.113.9' }), '203.0.113.9');
  assert.equal(await addressOf({ socket: '2001:0db8:1:2:aaaa::1' }), '2001:db8:1:2');
  assert.equal(await addressOf({ socket: '2001:db8::1' }), '2001:db8:0:0');
  assert.equal(await addressOf({ socket: '::1' }), '0:0:0:0');
});
