import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import type { Session } from '@venterum/contract';
import { openWorld, type World } from '../../server-world.fixtures.test.ts';
import { drain, listen } from './http-server.ts';
import { openNodeSink } from './node-sink.ts';

interface Served {
  readonly world: World;
  readonly doctor: Session;
  readonly open: (headers?: Record<string, string>) => Promise<IncomingMessage>;
  readonly stop: () => Promise<void>;
}

const serve = async (t: TestContext): Promise<Served> => {
  const world = await openWorld(t, 'memory', { openSink: openNodeSink });
  const server = await listen(world.server, { port: 0, host: '127.0.0.1' });
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const doctor = await world.login('doctor');
  const open = async (headers = {}): Promise<IncomingMessage> => {
    const asked = request({
      port,
      host: '127.0.0.1',
      path: '/v1/events?clinic=clinic-lund',
      headers: { authorization: `Bearer ${doctor.token}`, ...headers },
    });
    asked.end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    return response;
  };
  return { world, doctor, open, stop: () => drain(server) };
};

const until = async (response: IncomingMessage, wanted: RegExp): Promise<string> => {
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response) {
    text += String(chunk);
    if (wanted.test(text)) return text;
  }
  return text;
};

test('events over a socket: headers, snapshot, and the stream is forgotten when the reader goes', async (t) => {
  const { world, open } = await serve(t);
  const response = await open();
  assert.equal(response.statusCode, 200);
  assert.equal(response.headers['content-type'], 'text/event-stream; charset=utf-8');
  assert.equal(response.headers['x-content-type-options'], 'nosniff');
  assert.equal(response.headers['cache-control'], 'no-store, no-transform');
  assert.equal(response.headers['content-length'], undefined);
  const text = await until(response, /event: snapshot\ndata: .*\n\n/);
  assert.match(text, /^retry: \d+\n\nid: \S+-0\nevent: snapshot\n/);
  response.destroy();
  await world.settled();
});

test('events over a socket: a reader that stopped reading is dropped before it costs more than a megabyte', async (t) => {
  const { world, open } = await serve(t);
  const response = await open();
  response.on('error', () => undefined);
  response.pause();
  await world.settled();
  const { services, ports } = world.server;
  const openStreams = (): number => services.streams.openCount;
  assert.equal(openStreams(), 1);
  // Larger than the API takes, so that the system's own buffers are full soon.
  const message = 'x'.repeat(64 * 1024);
  const event = { kind: 'opening', clinicId: 'clinic-lund' } as const;
  await ports.store.transact(async (tx) => {
    const clinic = await tx.clinics.get(event.clinicId);
    assert.ok(clinic);
    await tx.clinics.save({ ...clinic, opening: { open: true, message } });
  });
  let sent = 0;
  for (; sent < 1000 && openStreams() > 0; sent += 1) {
    ports.bus.publish([event]);
    await services.streams.settled();
    // The socket takes what it can, and tells when it is closed.
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.equal(openStreams(), 0);
  assert.ok(sent > 16, 'not before a megabyte waited');
  response.destroy();
});

test('events over a socket: a server that stops ends its streams and is gone', async (t) => {
  const { world, open, stop } = await serve(t);
  const response = await open();
  const text = until(response, /never/);
  await world.settled();
  const stopped = stop();
  await world.server.dispose();
  assert.match(await text, /retry: \d+\n\n$/);
  await stopped;
});
