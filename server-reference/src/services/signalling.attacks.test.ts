import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { candidateTo, offerTo, people, Rig, settled } from './signalling.fixtures.test.ts';

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Time from a probe to its answer, in the order the probes are given. */
const probe = async (rig: Rig, targets: readonly string[]): Promise<ReadonlyMap<string, number[]>> => {
  const prober = await rig.enter('doctor');
  const times = new Map<string, number[]>();
  for (const dst of targets) {
    rig.timers.advance(20);
    const started = performance.now();
    await prober.say(candidateTo(dst));
    times.set(dst, [...(times.get(dst) ?? []), performance.now() - started]);
    const answer = prober.socket.frames.at(-1);
    assert.deepEqual(answer, { type: 'EXPIRE', src: dst, dst: people.doctor.peerId });
  }
  return times;
};

suite('signalling under attack', () => {
  test('D3: 10,000 probes tell nothing about who exists, by answer or by time', async () => {
    const rig = new Rig();
    const stranger = await rig.enter('stranger');
    const [exists, unknown] = ['peer-stranger', 'peer-strangez'];
    const times = await probe(
      rig,
      Array.from({ length: 10_000 }, (_, index) => (index % 2 === 0 ? exists : unknown)),
    );
    const [a, b] = [median(times.get(exists) ?? []), median(times.get(unknown) ?? [])];
    assert.ok(Math.abs(a - b) < 0.1 * Math.max(a, b) + 0.01, `medians ${a} and ${b} ms`);
    assert.deepEqual(stranger.socket.frames, [{ type: 'OPEN' }]);
  });

  test('D6: 20,000 mutated messages end in a close or an answer, never in an exception', async () => {
    const rig = new Rig();
    const seeds = [offerTo('peer-citizen'), candidateTo('peer-citizen'), { type: 'LEAVE', dst: 'x' }].map(
      (seed) => JSON.stringify(seed),
    );
    const mutation = fc.record({
      seed: fc.constantFrom(...seeds),
      at: fc.nat(),
      cut: fc.nat({ max: 20 }),
      insert: fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.json({ maxDepth: 3 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 10, maxLength: 10 }), async (mutations) => {
        for (const { seed, at, cut, insert } of mutations) {
          const { connection, socket } = await rig.enter('doctor');
          const start = at % seed.length;
          connection.receive(seed.slice(0, start) + insert + seed.slice(start + cut));
          await settled();
          assert.ok(socket.closed === undefined || socket.closed >= 1_000);
          connection.lost();
        }
      }),
      { numRuns: 2_000 },
    );
    await settled();
    assert.equal(rig.signalling.size, 0);
  });

  test('D6: any JSON value as message or payload leaves other sockets alone', async () => {
    const rig = new Rig();
    const citizen = await rig.enter('citizen');
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (value) => {
        for (const message of [value, { type: 'OFFER', dst: 'peer-citizen', payload: value }]) {
          const doctor = await rig.enter('doctor');
          await doctor.say(message);
          doctor.connection.lost();
        }
      }),
      { numRuns: 500 },
    );
    assert.deepEqual(citizen.socket.frames, [{ type: 'OPEN' }]);
    assert.equal(citizen.socket.closed, undefined);
  });
});
