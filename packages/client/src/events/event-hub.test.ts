import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Instant, SequencedEvent } from '@venterum/contract';
import { createTestWorld, settle, type TestWorld } from '@venterum/testing';
import type { VenterumClient } from '../client.ts';
import type { SharedEvents } from './shared-events.ts';

interface Ear {
  readonly events: SequencedEvent[];
  readonly offline: (Instant | undefined)[];
  /** Resolves when there are so many events. */
  readonly heard: (count: number) => Promise<void>;
  readonly stop: () => void;
}

const listenTo = (shared: SharedEvents): Ear => {
  const events: SequencedEvent[] = [];
  const offline: (Instant | undefined)[] = [];
  let notify = (): void => undefined;
  const stop = shared.listen({
    event: (event) => {
      events.push(event);
      notify();
    },
    offline: (since) => offline.push(since),
  });
  const heard = (count: number): Promise<void> =>
    new Promise((resolve) => {
      notify = () => {
        if (events.length >= count) resolve();
      };
      notify();
    });
  return { events, offline, heard, stop };
};

const setUp = async (t: TestContext): Promise<TestWorld> => {
  const world = await createTestWorld();
  t.after(() => world.dispose());
  return world;
};

const setOpening = (client: VenterumClient, delayMinutes: number): Promise<unknown> =>
  client.request('clinics.opening', { id: 'clinic-lund', body: { open: true, delayMinutes } });

const streams = (world: TestWorld): number => world.network.to('GET', '/v1/events').length;
const lastIds = (world: TestWorld): readonly (string | null)[] =>
  world.network.to('GET', '/v1/events').map(({ headers }) => headers.get('last-event-id'));
const types = ({ events }: Ear): readonly string[] => events.map(({ type }) => type);

/** Moves time on until there was another attempt. */
const attempts = async (world: TestWorld, count: number): Promise<void> => {
  while (streams(world) < count) await world.advance(100);
};

const frame = (id: string, event: object): string => `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`;
const sse = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/event-stream' } });
const snapshot = { type: 'snapshot', visits: [], invites: [] };

describe('SharedEvents: one connection for all', () => {
  test('opens with the first listener, and late ones hear what is known', async (t) => {
    const world = await setUp(t);
    const client = world.client('doctor');
    assert.equal(streams(world), 0);
    const first = listenTo(client.events({ clinicId: 'clinic-lund' }));
    await first.heard(1);
    await setOpening(client, 10);
    await first.heard(2);
    const late = listenTo(client.events({ clinicId: 'clinic-lund' }));
    await late.heard(1);
    assert.deepEqual(types(first), ['snapshot', 'opening']);
    const [known] = late.events;
    assert.ok(known?.type === 'snapshot');
    assert.equal(known.clinic?.delayMinutes, 10);
    assert.equal(known.seq, first.events[1]?.seq);
    assert.equal(streams(world), 1);
  });

  test('E11: closes with the last listener, but not while an element only moves', async (t) => {
    const world = await setUp(t);
    const shared = world.client('doctor').events({ clinicId: 'clinic-lund' });
    const first = listenTo(shared);
    await first.heard(1);
    first.stop();
    const moved = listenTo(shared);
    await moved.heard(1);
    await world.advance(1);
    assert.equal(streams(world), 1);
    moved.stop();
    await world.advance(1);
    const again = listenTo(shared);
    await again.heard(1);
    assert.equal(streams(world), 2);
    assert.deepEqual(lastIds(world), [null, null]);
  });

  test('one stream per scope', async (t) => {
    const world = await setUp(t);
    const client = world.client('doctor');
    assert.equal(client.events({ clinicId: 'a' }), client.events({ clinicId: 'a' }));
    assert.notEqual(client.events({ clinicId: 'a' }), client.events());
  });
});

describe('SharedEvents: lost and found', () => {
  test('resumes after what it heard last, and hears what it missed', async (t) => {
    const world = await setUp(t);
    const client = world.client('doctor');
    const ear = listenTo(client.events({ clinicId: 'clinic-lund' }));
    await ear.heard(1);
    world.network.cut();
    await setOpening(world.client('colleague', { fetch: world.aside }), 15);
    await attempts(world, 2);
    await ear.heard(2);
    assert.deepEqual(types(ear), ['snapshot', 'opening']);
    const [, resumed] = lastIds(world);
    assert.match(resumed ?? '', /^.+-\d+$/);
    assert.deepEqual(ear.offline, [], 'a loss of half a second is nobody’s concern');
  });

  test('says since when it is gone, and when it is back', async (t) => {
    const world = await setUp(t);
    const ear = listenTo(world.client('doctor').events({ clinicId: 'clinic-lund' }));
    await ear.heard(1);
    const lostAt = world.clock.now();
    world.network.offline = true;
    world.network.cut();
    await settle();
    await world.advance(2000);
    assert.deepEqual(ear.offline, [lostAt]);
    world.network.offline = false;
    while (ear.offline.length < 2) await world.advance(100);
    assert.deepEqual(ear.offline, [lostAt, undefined]);
  });

  test('tries at once, then within 5 s, then within 10 s: at random', async (t) => {
    const world = await setUp(t);
    const client = world.client('doctor', { random: () => 1 });
    const ear = listenTo(client.events({ clinicId: 'clinic-lund' }));
    await ear.heard(1);
    await world.advance(10_000);
    world.network.offline = true;
    world.network.cut();
    await settle();
    const expected: readonly (readonly [number, number])[] = [
      [499, 1],
      [1, 2],
      [4999, 2],
      [1, 3],
      [9999, 3],
      [1, 4],
      [9999, 4],
      [1, 5],
    ];
    for (const [milliseconds, count] of expected) {
      await world.advance(milliseconds);
      assert.equal(streams(world), count);
    }
  });

  test('a page that wakes up tries at once', async (t) => {
    const world = await setUp(t);
    const ear = listenTo(world.client('doctor').events({ clinicId: 'clinic-lund' }));
    await ear.heard(1);
    world.wake();
    assert.equal(streams(world), 1, 'a stream that is alive is left alone');
    world.network.cut();
    await settle();
    world.wake();
    await setOpening(world.client('colleague', { fetch: world.aside }), 15);
    await ear.heard(2);
    assert.equal(streams(world), 2);
  });

  test('a page that slept does not wait for the watchdog', async (t) => {
    const world = await setUp(t);
    const ear = listenTo(world.client('doctor').events({ clinicId: 'clinic-lund' }));
    await ear.heard(1);
    world.clock.jump(25_000);
    world.wake();
    await settle();
    assert.equal(streams(world), 2);
  });

  test('a stream silent for 35 s is dead', async (t) => {
    const world = await setUp(t);
    world.network.fault(
      ({ path }) => path.startsWith('/v1/events'),
      new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } }),
    );
    listenTo(world.client('doctor').events({ clinicId: 'clinic-lund' }));
    while (streams(world) < 1) await settle();
    await settle();
    await world.advance(34_000);
    assert.equal(streams(world), 1);
    await world.advance(2000);
    assert.equal(streams(world), 2);
  });

  test('pings keep it alive', async (t) => {
    const world = await setUp(t);
    const ear = listenTo(world.client('doctor').events({ clinicId: 'clinic-lund' }));
    await ear.heard(1);
    await world.advance(5 * 60_000);
    assert.equal(streams(world), 1);
  });

  test('a missing event: it starts afresh, without an id', async (t) => {
    const world = await setUp(t);
    const gap =
      frame('a-1', { ...snapshot, seq: 1 }) +
      frame('a-3', { type: 'reset', seq: 3 }).replace('reset', 'visit');
    world.network.fault(({ path }) => path.startsWith('/v1/events'), sse(gap));
    const ear = listenTo(world.client('doctor').events({ clinicId: 'clinic-lund' }));
    await ear.heard(1);
    await attempts(world, 2);
    await ear.heard(2);
    assert.deepEqual(types(ear), ['snapshot', 'snapshot']);
    assert.deepEqual(lastIds(world), [null, null]);
  });

  test('a server that restarted sends a reset and a snapshot', async (t) => {
    const world = await setUp(t);
    const old = frame('old-7', { ...snapshot, seq: 7 });
    world.network.fault(({ path }) => path.startsWith('/v1/events'), sse(old));
    const ear = listenTo(world.client('doctor').events({ clinicId: 'clinic-lund' }));
    await ear.heard(1);
    await attempts(world, 2);
    await ear.heard(3);
    assert.deepEqual(types(ear), ['snapshot', 'reset', 'snapshot']);
    assert.deepEqual(lastIds(world), [null, 'old-7']);
  });
});

describe('SharedEvents: with the session', () => {
  test('A3: stops when the session has ended, and begins again with the next', async (t) => {
    const world = await setUp(t);
    const deviceId = 'the-desk-in-the-clinic';
    const client = world.client('doctor', { deviceId });
    const ear = listenTo(client.events({ clinicId: 'clinic-lund' }));
    await ear.heard(1);
    await world.client('colleague', { deviceId }).session.ensure();
    await ear.heard(2);
    assert.equal(types(ear)[1], 'session-ended');
    assert.deepEqual(client.session.getState(), { status: 'ended', reason: 'taken-over' });
    await world.advance(60_000);
    assert.equal(streams(world), 1);
    await client.session.renew();
    await ear.heard(3);
    assert.equal(types(ear)[2], 'snapshot');
  });

  test('an earlier session’s end is not the end of this one', async (t) => {
    const world = await setUp(t);
    const ended =
      frame('a-1', { ...snapshot, seq: 1 }) + frame('a-1', { type: 'session-ended', reason: 'idle', seq: 1 });
    let release = (): void => undefined;
    const client = world.client('doctor');
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        release = () => {
          controller.enqueue(new TextEncoder().encode(ended));
        };
      },
    });
    const fetchOnce = world.network.fetch;
    let isFirst = true;
    const held = world.client('doctor', {
      fetch: (input, init) => {
        const isStream = new Request(input).url.includes('/v1/events') && isFirst;
        if (isStream) isFirst = false;
        return isStream ? Promise.resolve(new Response(body)) : fetchOnce(input, init);
      },
    });
    const ear = listenTo(held.events({ clinicId: 'clinic-lund' }));
    await held.session.ensure();
    await settle();
    // The session is renewed under the open stream, as after a 401.
    world.network.fault(
      ({ path }) => path === '/v1/visits?clinic=clinic-lund',
      Response.json({ code: 'session-ended' }, { status: 401 }),
    );
    await held.request('visits.list', { query: { clinic: 'clinic-lund' } });
    release();
    await ear.heard(3);
    assert.deepEqual(types(ear), ['snapshot', 'session-ended', 'snapshot']);
    assert.equal(held.session.getState().status, 'active');
    client.dispose();
  });

  test('is renewed once when the token is refused', async (t) => {
    const world = await setUp(t);
    const refusal = Response.json({ code: 'session-ended' }, { status: 401 });
    world.network.fault(({ path }) => path.startsWith('/v1/events'), refusal);
    const ear = listenTo(world.client('doctor').events({ clinicId: 'clinic-lund' }));
    await ear.heard(1);
    assert.equal(world.network.to('POST', '/v1/sessions').length, 2);
    assert.equal(streams(world), 2);
  });

  test('A12: the token is in the header and never in the address', async (t) => {
    const world = await setUp(t);
    const ear = listenTo(world.client('doctor').events({ clinicId: 'clinic-lund' }));
    await ear.heard(1);
    const [request] = world.network.to('GET', '/v1/events');
    assert.equal(request?.path, '/v1/events?clinic=clinic-lund');
    assert.match(request.headers.get('authorization') ?? '', /^Bearer .{43}$/);
  });
});
