import assert from 'node:assert/strict';
import { once } from 'node:events';
import { suite, test } from 'node:test';
import { reachPath } from '@venterum/contract';
import { SignalServer } from './signal-server.fixtures.test.ts';

suite('whether sockets get through', { timeout: 30_000 }, () => {
  test('opens to a page of an allowed origin without a ticket, and closes at once', async (context) => {
    const server = await SignalServer.start();
    context.after(() => server.stop());
    const socket = server.open(reachPath);
    await once(socket, 'open');
    await once(socket, 'close');
    assert.equal(server.signalling.size, 0);
  });

  test('D1: nobody else is answered', async (context) => {
    const server = await SignalServer.start();
    context.after(() => server.stop());
    assert.equal(await server.statusOf(reachPath, {}), 403);
    assert.equal(await server.statusOf(reachPath, { origin: 'https://evil.example' }), 403);
  });

  test('D7: whoever does not hang up is hung up on', async (context) => {
    const server = await SignalServer.start({ reachMilliseconds: 20 });
    context.after(() => server.stop());
    const socket = server.open(reachPath);
    await once(socket, 'open');
    socket.pause();
    await once(socket, 'close');
  });
});
