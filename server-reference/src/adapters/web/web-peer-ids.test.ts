import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPeerIds, randomSecret } from './web-peer-ids.ts';

const room = 'room-1';
const doctor = { id: 'p1', role: 'clinician' } as const;
const nurse = { id: 'p2', role: 'care-staff' } as const;

describe('peer ids', () => {
  it('D2: are 128 bits, the same for a participant in a room and others for everybody else', async () => {
    const ids = createPeerIds(randomSecret());
    const id = await ids.of(room, nurse);
    assert.match(id, /^[0-9a-z][0-9a-f]{32}$/);
    assert.equal(await ids.of(room, nurse), id);
    const others = [
      await ids.of('room-2', nurse),
      await ids.of(room, { ...nurse, id: 'p3' }),
      await createPeerIds(randomSecret()).of(room, nurse),
    ];
    for (const other of others) assert.notEqual(other, id);
  });

  it('lets the one who is called in make the call: the clinician has the smallest', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const ids = createPeerIds(randomSecret());
      assert.ok((await ids.of(room, doctor)) < (await ids.of(room, nurse)));
    }
  });
});
