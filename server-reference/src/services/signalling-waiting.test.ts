import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  FakeSocket,
  candidateTo,
  expire,
  grantOf,
  offerTo,
  people,
  Rig,
  sdp,
  settled,
} from './signalling.fixtures.test.ts';

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
