import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { signalClose, signalLimits } from '@venterum/contract';
import {
  candidateTo,
  FakeSocket,
  grantOf,
  offerTo,
  people,
  Rig,
  sdp,
  settled,
} from './signalling.fixtures.test.ts';

const expire = (missing: string, sender: string) => ({ type: 'EXPIRE', src: missing, dst: sender });

suite('signalling: who may enter', () => {
  test('D1: a ticket lets its peer id in, once', async () => {
    const rig = new Rig();
    const grant = grantOf('doctor');
    const ticket = await rig.tickets.issue(grant);
    const request = { peerId: grant.peerId, ticket };
    assert.deepEqual(await rig.signalling.admit(request), grant);
    assert.equal(await rig.signalling.admit(request), undefined);
  });

  test('D1: a ticket is worth nothing after 30 s, nor once its room is closed', async () => {
    const rig = new Rig();
    const grant = grantOf('doctor');
    const old = await rig.tickets.issue(grant);
    rig.timers.advance(signalLimits.ticketSeconds * 1_000);
    assert.equal(await rig.signalling.admit({ peerId: grant.peerId, ticket: old }), undefined);
    const late = await rig.tickets.issue(grant);
    rig.members.close('room-1');
    assert.equal(await rig.signalling.admit({ peerId: grant.peerId, ticket: late }), undefined);
    assert.deepEqual(rig.incidents, ['refused', 'refused']);
  });

  test('D2: another peer id than the issued one is refused and costs the ticket', async () => {
    const rig = new Rig();
    const ticket = await rig.tickets.issue(grantOf('stranger'));
    assert.equal(await rig.signalling.admit({ peerId: people.doctor.peerId, ticket }), undefined);
    assert.equal(await rig.signalling.admit({ peerId: people.stranger.peerId, ticket }), undefined);
  });

  test('a store that is down is said, not taken for a refusal', async () => {
    const rig = new Rig();
    const ticket = await rig.tickets.issue(grantOf('doctor'));
    rig.members.failing = true;
    await assert.rejects(rig.signalling.admit({ peerId: people.doctor.peerId, ticket }));
  });

  test('OPEN comes at once, before anything else is asked', () => {
    const rig = new Rig();
    const socket = new FakeSocket();
    rig.signalling.accept(grantOf('doctor'), socket);
    assert.deepEqual(socket.frames, [{ type: 'OPEN' }]);
  });

  test('D1: a room that closed while the socket was being upgraded closes it', async () => {
    const rig = new Rig();
    rig.members.rooms.delete('room-1');
    const { socket } = await rig.enter('doctor');
    assert.equal(socket.closed, signalClose.roomClosed);
    assert.deepEqual(rig.members.reports, ['-p-doctor']);
  });

  test('a store that is down right after the upgrade ends the socket, so that the client tries again', async () => {
    const rig = new Rig();
    rig.members.failing = true;
    const { socket } = await rig.enter('doctor');
    assert.equal(socket.closed, 1013);
  });
});

suite('signalling: who hears whom', () => {
  test('D3: an offer reaches the other member with a src of the server', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const citizen = await rig.enter('citizen');
    await doctor.say({ ...offerTo('peer-citizen'), src: 'peer-stranger', token: 'x' });
    const { payload } = offerTo('peer-citizen');
    assert.deepEqual(citizen.socket.ofType('OFFER'), [
      { type: 'OFFER', src: 'peer-doctor', dst: 'peer-citizen', payload },
    ]);
    assert.deepEqual(doctor.socket.ofType('EXPIRE'), []);
  });

  test('D3: answer, candidate and leave pass too, without fields nobody looked at', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const citizen = await rig.enter('citizen');
    const answer = { sdp: { type: 'answer', sdp }, type: 'media', connectionId: 'mc_1' };
    await citizen.say({ type: 'ANSWER', dst: 'peer-doctor', payload: { ...answer, isDoctor: true } });
    await citizen.say(candidateTo('peer-doctor'));
    await citizen.say({ type: 'LEAVE', dst: 'peer-doctor' });
    const from = { src: 'peer-citizen', dst: 'peer-doctor' };
    assert.deepEqual(doctor.socket.frames.slice(1), [
      { type: 'ANSWER', ...from, payload: answer },
      { type: 'CANDIDATE', ...from, payload: candidateTo('x')['payload'] },
      { type: 'LEAVE', ...from },
    ]);
  });

  for (const [whom, dst] of [
    ['somebody in another room', 'peer-stranger'],
    ['somebody who is not admitted', 'peer-door'],
    ['nobody', 'peer-nobody'],
    ['oneself', 'peer-doctor'],
  ] as const)
    test(`D3: to ${whom} there is the same answer, and nothing arrives or waits`, async () => {
      const rig = new Rig();
      const [doctor, ...others] = await Promise.all(
        (['doctor', 'atTheDoor', 'stranger'] as const).map((person) => rig.enter(person)),
      );
      await doctor?.say(offerTo(dst));
      assert.deepEqual(doctor?.socket.frames.slice(1), [expire(dst, 'peer-doctor')]);
      for (const { socket } of others) assert.deepEqual(socket.ofType('OFFER'), []);
      assert.equal(rig.timers.pending, 0);
    });

  test('D3, B8: who is not admitted reaches nobody', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const guest = await rig.enter('atTheDoor');
    await guest.say(offerTo('peer-doctor'));
    assert.deepEqual(guest.socket.frames.slice(1), [expire('peer-doctor', 'peer-door')]);
    assert.deepEqual(doctor.socket.ofType('OFFER'), []);
  });

  test('B9: who is removed loses the socket, and is not reached by what was already on its way', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const citizen = await rig.enter('citizen');
    await doctor.say(candidateTo('peer-citizen'));
    doctor.connection.receive(JSON.stringify(offerTo('peer-citizen')));
    rig.members.set('room-1', [people.doctor]);
    await settled();
    assert.equal(citizen.socket.closed, signalClose.refused);
    assert.deepEqual(citizen.socket.ofType('OFFER'), []);
    assert.deepEqual(doctor.socket.ofType('EXPIRE'), [expire('peer-citizen', 'peer-doctor')]);
  });

  test('B8: admitting takes effect with the next message', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const guest = await rig.enter('atTheDoor');
    await doctor.say(offerTo('peer-door'));
    rig.members.set('room-1', [people.doctor, { ...people.atTheDoor, admitted: true }]);
    await doctor.say(offerTo('peer-door'));
    assert.equal(guest.socket.ofType('OFFER').length, 1);
    assert.equal(guest.socket.closed, undefined);
  });

  test('a burst of candidates asks the room once', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const citizen = await rig.enter('citizen');
    for (let index = 0; index < 40; index += 1)
      doctor.connection.receive(JSON.stringify(candidateTo('peer-citizen')));
    await settled();
    assert.equal(citizen.socket.ofType('CANDIDATE').length, 40);
    assert.equal(rig.members.questions, 1);
  });

  test('while the store is down nothing is delivered and nobody is thrown out', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const citizen = await rig.enter('citizen');
    rig.members.failing = true;
    rig.members.set('room-1', [people.doctor, people.citizen]);
    await doctor.say(offerTo('peer-citizen'));
    assert.deepEqual(doctor.socket.frames.slice(1), [expire('peer-citizen', 'peer-doctor')]);
    assert.equal(citizen.socket.closed, undefined);
    rig.members.failing = false;
    await doctor.say(offerTo('peer-citizen'));
    assert.equal(citizen.socket.ofType('OFFER').length, 1);
  });
});

suite('signalling: sockets that go', () => {
  test('D4: a second socket displaces the first, which can no longer speak or hear', async () => {
    const rig = new Rig();
    const citizen = await rig.enter('citizen');
    const first = await rig.enter('doctor');
    const second = await rig.enter('doctor');
    assert.equal(first.socket.closed, signalClose.displaced);
    await first.say(offerTo('peer-citizen'));
    await citizen.say(offerTo('peer-doctor'));
    assert.deepEqual(citizen.socket.ofType('OFFER'), []);
    assert.deepEqual(first.socket.ofType('OFFER'), []);
    assert.equal(second.socket.ofType('OFFER').length, 1);
  });

  test('D4: presence is told in order, and a displaced socket takes nobody offline', async () => {
    const rig = new Rig();
    const first = await rig.enter('doctor');
    const second = await rig.enter('doctor');
    first.connection.lost();
    await settled();
    assert.deepEqual(rig.members.reports, ['+p-doctor', '+p-doctor']);
    second.connection.lost();
    await settled();
    assert.deepEqual(rig.members.reports, ['+p-doctor', '+p-doctor', '-p-doctor']);
    assert.equal(rig.signalling.size, 0);
  });

  test('a socket that goes sends nobody a LEAVE: media outlives signalling', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const citizen = await rig.enter('citizen');
    citizen.connection.lost();
    await settled();
    assert.deepEqual(doctor.socket.frames, [{ type: 'OPEN' }]);
  });

  test('LEAVE to nobody in particular ends the own socket', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    await doctor.say({ type: 'LEAVE' });
    assert.equal(doctor.socket.closed, 1000);
  });

  test('B7: a closed room closes all its sockets and no other', async () => {
    const rig = new Rig();
    const entered = await Promise.all(
      (['doctor', 'citizen', 'atTheDoor', 'stranger'] as const).map((person) => rig.enter(person)),
    );
    rig.members.close('room-1');
    const closed = entered.map(({ socket }) => socket.closed);
    assert.deepEqual(closed, [...Array<number>(3).fill(signalClose.roomClosed), undefined]);
    assert.equal(rig.signalling.size, 1);
  });

  test('A4: who logs out loses the socket', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const citizen = await rig.enter('citizen');
    rig.signalling.endPrincipal('principal-p-doctor');
    assert.equal(doctor.socket.closed, signalClose.refused);
    assert.equal(citizen.socket.closed, undefined);
  });

  test('D8: who does not read is dropped at 1 MiB', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const citizen = await rig.enter('citizen');
    citizen.socket.bufferedAmount = signalLimits.bufferedBytes;
    await doctor.say(candidateTo('peer-citizen'));
    assert.equal(citizen.socket.closed, undefined);
    citizen.socket.bufferedAmount += 1;
    await doctor.say(candidateTo('peer-citizen'));
    assert.equal(citizen.socket.closed, 1008);
    assert.equal(citizen.socket.ofType('CANDIDATE').length, 1);
    assert.ok(rig.incidents.includes('slow-consumer'));
  });

  test('stopping closes everything, tells the rooms and stops listening', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    await rig.signalling.stop();
    assert.equal(doctor.socket.closed, 1001);
    assert.deepEqual(rig.members.reports, ['+p-doctor', '-p-doctor']);
    assert.equal(rig.members.listeners, 0);
  });
});

suite('signalling: what waits for an absent member', () => {
  test('D5: it is handed out in order when the same participant connects', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    await doctor.say(offerTo('peer-citizen'));
    await doctor.say(candidateTo('peer-citizen'));
    assert.deepEqual(doctor.socket.ofType('EXPIRE'), []);
    const citizen = await rig.enter('citizen');
    const types = citizen.socket.frames.map((frame) => (frame as { type: string }).type);
    assert.deepEqual(types, ['OPEN', 'OFFER', 'CANDIDATE']);
    assert.equal(rig.timers.pending, 0);
  });

  test('D5: it expires after 10 s, and the sender is told', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    await doctor.say(offerTo('peer-citizen'));
    rig.timers.advance(9_999);
    assert.deepEqual(doctor.socket.ofType('EXPIRE'), []);
    rig.timers.advance(1);
    assert.deepEqual(doctor.socket.ofType('EXPIRE'), [expire('peer-citizen', 'peer-doctor')]);
    const citizen = await rig.enter('citizen');
    assert.deepEqual(citizen.socket.ofType('OFFER'), []);
  });

  test('D5: no more than 32 messages wait', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    for (let index = 0; index < 33; index += 1) await doctor.say(candidateTo('peer-citizen'));
    assert.equal(doctor.socket.ofType('EXPIRE').length, 1);
    const citizen = await rig.enter('citizen');
    assert.equal(citizen.socket.ofType('CANDIDATE').length, 32);
  });

  test('D5: no more than 64 KiB wait', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const large = offerTo('peer-citizen');
    const padding = Array.from({ length: 20 }, () => `a=note:${'x'.repeat(2_000)}\r\n`).join('');
    const payload = { sdp: { type: 'offer', sdp: sdp + padding }, type: 'media', connectionId: 'mc_1' };
    await doctor.say({ ...large, payload });
    await doctor.say({ ...large, payload });
    assert.equal(doctor.socket.ofType('EXPIRE').length, 1);
  });

  test('D5: it never reaches another participant, even one who was given the same peer id', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    await doctor.say(offerTo('peer-citizen'));
    const heir = new FakeSocket();
    rig.members.rooms.get('room-1')?.push({ ...people.citizen, participantId: 'p-heir' });
    rig.signalling.accept({ ...grantOf('citizen'), participantId: 'p-heir' }, heir);
    await settled();
    assert.deepEqual(heir.frames, [{ type: 'OPEN' }]);
  });

  test('D5: it is not handed out when the sender was removed meanwhile, nor after the room closed', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    await doctor.say(offerTo('peer-citizen'));
    rig.members.set('room-1', [people.citizen]);
    await settled();
    assert.deepEqual((await rig.enter('citizen')).socket.frames, [{ type: 'OPEN' }]);
    const other = new Rig();
    await (await other.enter('doctor')).say(offerTo('peer-citizen'));
    other.members.close('room-1');
    assert.equal(other.timers.pending, 0);
  });
});

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
      { ...offerTo('peer-citizen'), payload: { ...Object(offerTo('x')['payload']), sdp: { type: 'offer', sdp: 'v=0\r\n' } } },
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
