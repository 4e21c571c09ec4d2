import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { signalClose, signalLimits } from '@venterum/contract';
import type { RoomMember } from '../ports/room-members.ts';
import {
  candidateTo,
  expire,
  FakeSocket,
  grantOf,
  offerTo,
  people,
  Rig,
  sdp,
  settled,
} from './signalling.fixtures.test.ts';

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

  test('A4, B9: who is removed, or has logged out, loses the socket, and is not reached by what was already on its way', async () => {
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

  test('A4: whoever’s session has ended loses its socket, also when they are signed in elsewhere', async () => {
    const rig = new Rig();
    await rig.enter('doctor');
    const citizen = await rig.enter('citizen');
    rig.members.set('room-1', [people.doctor, { ...people.citizen, sessionIds: ['elsewhere', 'session'] }]);
    await settled();
    assert.equal(citizen.socket.closed, undefined);
    rig.members.set('room-1', [people.doctor, { ...people.citizen, sessionIds: ['elsewhere'] }]);
    await settled();
    assert.equal(citizen.socket.closed, signalClose.refused);
  });

  test('B9: an answer about the room that was overtaken by a removal is not acted on', async () => {
    const rig = new Rig();
    const doctor = await rig.enter('doctor');
    const citizen = await rig.enter('citizen');
    let answer: (members: readonly RoomMember[]) => void = () => undefined;
    const slow = new Promise<readonly RoomMember[]>((resolve) => {
      answer = resolve;
    });
    const ask = rig.members.peers.bind(rig.members);
    rig.members.peers = () => slow;
    doctor.connection.receive(JSON.stringify(offerTo('peer-citizen')));
    await settled();
    rig.members.peers = ask;
    rig.members.set('room-1', [people.doctor, { ...people.citizen, admitted: false }]);
    answer([people.doctor, people.citizen]);
    await settled();
    assert.deepEqual(citizen.socket.ofType('OFFER'), []);
    assert.equal(doctor.socket.ofType('EXPIRE').length, 1);
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

  test('D4: whom others may have spoken to in vain is named to the others let in, and to nobody else', async () => {
    const rig = new Rig();
    const [citizen, guest, stranger] = [
      await rig.enter('citizen'),
      await rig.enter('atTheDoor'),
      await rig.enter('stranger'),
    ];
    await rig.enter('doctor');
    assert.deepEqual(citizen.socket.ofType('EXPIRE'), []);
    const again = await rig.enter('doctor');
    assert.deepEqual(citizen.socket.ofType('EXPIRE'), [expire('peer-doctor', 'peer-citizen')]);
    for (const { socket } of [guest, stranger, again]) assert.deepEqual(socket.ofType('EXPIRE'), []);
    await rig.enter('atTheDoor');
    assert.equal(citizen.socket.ofType('EXPIRE').length, 1);
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
