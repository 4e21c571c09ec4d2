import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { signalClose } from '@venterum/contract';
import { candidateTo, offerTo, Rig } from './signalling.fixtures.test.ts';

suite('signalling: limits of a client', () => {
  test('D7: beyond 50 a second and a burst of 150 the socket is closed', async () => {
    const rig = new Rig();
    const { connection, socket } = await rig.enter('doctor');
    const heartbeat = JSON.stringify({ type: 'HEARTBEAT' });
    for (let index = 0; index < 150; index += 1) connection.receive(heartbeat);
    rig.timers.advance(1_000);
    for (let index = 0; index < 50; index += 1) connection.receive(heartbeat);
    assert.equal(socket.closed, undefined);
    connection.receive(heartbeat);
    assert.equal(socket.closed, signalClose.tooFast);
  });

  for (const [what, frame] of [
    ['what is no JSON', '{not json'],
    ['a binary frame', undefined],
    ['EXPIRE, which is the server’s', JSON.stringify({ type: 'EXPIRE', dst: 'peer-citizen' })],
    ['OPEN, which is the server’s', JSON.stringify({ type: 'OPEN' })],
    ['a type of nobody’s', JSON.stringify({ type: 'toString', dst: 'peer-citizen' })],
    ['a list', '[]'],
    ['null', 'null'],
    ['a destination that is no id', JSON.stringify(offerTo('a b'))],
    ['a destination that is an object', JSON.stringify({ ...offerTo('x'), dst: { toString: 'x' } })],
    ['an offer that says it is an answer', JSON.stringify({ ...offerTo('x'), type: 'ANSWER' })],
    ['nesting deeper than 8', `{"type":"HEARTBEAT","x":${'['.repeat(8)}${']'.repeat(8)}}`],
    ['a key that reaches a prototype', '{"type":"HEARTBEAT","__proto__":{"polluted":1}}'],
    ['one written with escapes', '{"type":"HEARTBEAT","\\u005f_proto__":{"polluted":1}}'],
  ] as const)
    test(`D6: ${what} closes the socket`, async () => {
      const rig = new Rig();
      const { connection, socket } = await rig.enter('doctor');
      connection.receive(frame);
      assert.equal(socket.closed, signalClose.malformed);
      assert.equal(rig.signalling.size, 0);
    });

  test('D9: a description or candidate that is not sound closes the socket and reaches nobody', async () => {
    for (const message of [
      {
        ...offerTo('peer-citizen'),
        payload: { type: 'media', connectionId: 'mc_1', sdp: { type: 'offer', sdp: 'v=0\r\n' } },
      },
      candidateTo('peer-citizen', 'candidate:1 1 udp 1 192.0.2.7 1 typ host\r\na=x'),
    ]) {
      const rig = new Rig();
      const citizen = await rig.enter('citizen');
      const doctor = await rig.enter('doctor');
      await doctor.say(message);
      assert.equal(doctor.socket.closed, signalClose.malformed);
      assert.deepEqual(citizen.socket.frames, [{ type: 'OPEN' }]);
    }
  });
});
