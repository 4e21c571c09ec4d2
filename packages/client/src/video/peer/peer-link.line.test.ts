import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { FakeCall } from './fake-peer.fixtures.test.ts';
import { PeerLink } from './peer-link.ts';
import { PeerPatience } from './peer-patience.ts';

const stream = { getTracks: () => [] } as unknown as MediaStream;

describe('peer link, what it tells of the line', () => {
  let calls: FakeCall[];
  let others: number;

  const create = (): PeerLink =>
    new PeerLink({
      participantId: 'p-care',
      isCaller: true,
      patience: new PeerPatience(),
      others: () => others,
      stream,
      dial: () => {
        const call = new FakeCall('peer');
        calls.push(call);
        return call.asCall;
      },
      changed: () => undefined,
      stuck: () => undefined,
    });

  const last = (): FakeCall => {
    const call = calls.at(-1);
    if (call === undefined) throw new Error('nobody was called');
    return call;
  };

  const ticks = async (link: PeerLink, count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) await link.tick();
  };

  const createConnected = async (): Promise<PeerLink> => {
    const link = create();
    last().connection.become('connected');
    await ticks(link, 5);
    return link;
  };

  beforeEach(() => {
    calls = [];
    others = 1;
  });

  it('says when the line is lossy, and when it is good again', async () => {
    const link = await createConnected();
    await ticks(link, 3);
    assert.equal(link.media.quality, 'good');
    last().connection.lost += 60;
    await link.tick();
    assert.equal(link.media.quality, 'weak');
    await ticks(link, 8);
    assert.equal(link.media.quality, 'good');
  });

  it('says when no picture comes while something else does, and when it is back', async () => {
    const link = await createConnected();
    assert.equal(link.media.hasPicture, true);
    last().connection.picture = false;
    await ticks(link, 2);
    assert.equal(link.media.hasPicture, true, 'a pause');
    await link.tick();
    assert.deepEqual([link.media.hasPicture, link.media.connection], [false, 'connected']);
    last().connection.picture = true;
    await link.tick();
    assert.equal(link.media.hasPicture, true);
  });

  it('does not blame the camera for a line on which nothing arrives', async () => {
    const link = await createConnected();
    last().connection.flowing = false;
    await ticks(link, 4);
    assert.deepEqual([link.media.hasPicture, link.media.connection], [true, 'connected']);
  });

  it('says when there has been nothing but digital silence for 4 s', async () => {
    const link = await createConnected();
    await ticks(link, 8);
    assert.equal(link.media.hasSound, true);
    last().connection.sound = false;
    await ticks(link, 7);
    assert.equal(link.media.hasSound, true, 'a pause');
    await link.tick();
    assert.equal(link.media.hasSound, false);
  });

  it('claims nothing of sound where the browser does not measure it', async () => {
    const link = create();
    last().connection.sound = false;
    last().connection.become('connected');
    await ticks(link, 20);
    assert.equal(link.media.hasSound, undefined);
  });

  it('D10: says that somebody is between us when the line is there and the keys are refused twice in a row', async () => {
    const link = create();
    const refuse = (): void => {
      last().connection.iceConnectionState = 'connected';
      last().connection.become('failed');
    };
    refuse();
    assert.equal(link.media.isUnsafe, undefined);
    await ticks(link, 4);
    refuse();
    assert.deepEqual([link.media.isUnsafe, link.media.connection], [true, 'connecting']);
    await ticks(link, 4);
    last().connection.become('connected');
    await ticks(link, 3);
    assert.equal(link.media.isUnsafe, undefined);
  });

  it('D10: says so too where the way through is taken back at once by the other end', async () => {
    const link = create();
    for (let index = 0; index < 2; index += 1) {
      last().connection.become('connected');
      await link.tick();
      last().connection.become('failed');
      await ticks(link, 4);
    }
    assert.equal(link.media.isUnsafe, true);
  });

  it('D10: takes a line that fails, and a page that was reloaded once, for no attack', async () => {
    const link = create();
    for (let index = 0; index < 5; index += 1) {
      last().connection.become('failed');
      await ticks(link, 4);
    }
    last().connection.become('connected');
    last().close();
    await ticks(link, 4);
    assert.equal(link.media.isUnsafe, undefined);
  });

  it('sends less picture on a narrow line, says so, and tries again later', async () => {
    const link = await createConnected();
    last().connection.bitrate = 100_000;
    await ticks(link, 6);
    assert.equal(link.media.sends, 'still');
    assert.deepEqual(last().connection.pictureSender.encodings, [
      { active: true, priority: 'low', maxBitrate: 50_000, maxFramerate: 1, scaleResolutionDownBy: 3 },
    ]);
    last().connection.bitrate = 40_000;
    await ticks(link, 6);
    assert.equal(link.media.sends, 'none');
    assert.equal(last().connection.pictureSender.encodings[0]?.active, false);
    last().connection.bitrate = 1_000_000;
    await ticks(link, 200);
    assert.equal(link.media.sends, 'full');
    assert.equal(last().connection.pictureSender.encodings[0]?.maxBitrate, 2_500_000);
  });

  it('sends no fewer than 240 lines where the browser would, and all of them once the line is wide', async () => {
    const link = await createConnected();
    const { connection } = last();
    Object.assign(connection, { bitrate: 200_000, heldBack: true, lines: 270 });
    await ticks(link, 10);
    assert.equal(link.media.sends, 'full');
    connection.lines = 180;
    await ticks(link, 6);
    assert.equal(link.media.sends, 'small');
    assert.deepEqual(connection.pictureSender.encodings, [
      { active: true, priority: 'low', maxBitrate: 2_500_000, maxFramerate: 30, scaleResolutionDownBy: 3 },
    ]);
    assert.equal(connection.pictureSender.preference, 'maintain-resolution');
    Object.assign(connection, { bitrate: 1_000_000, heldBack: false, lines: 240 });
    await ticks(link, 20);
    assert.equal(link.media.sends, 'full');
    assert.equal(connection.pictureSender.preference, 'maintain-framerate');
  });

  it('takes a small camera for no weak line', async () => {
    const link = await createConnected();
    Object.assign(last().connection, { bitrate: 2_000_000, lines: 180 });
    await ticks(link, 20);
    assert.equal(link.media.sends, 'full');
  });

  it('P2: leaves the first picture alone: what it may cost is set half a second after the way is open', async () => {
    const link = create();
    const { connection } = last();
    connection.become('connected');
    assert.deepEqual(connection.pictureSender.switched, []);
    await ticks(link, 1);
    assert.deepEqual(connection.pictureSender.switched, [true]);
  });

  it('shares the line among all others as they come and go', async () => {
    const link = await createConnected();
    assert.equal(last().connection.pictureSender.encodings[0]?.maxBitrate, 2_500_000);
    others = 5;
    await ticks(link, 2);
    const [picture] = last().connection.pictureSender.encodings;
    assert.deepEqual(
      [picture?.maxBitrate, picture?.maxFramerate, picture?.scaleResolutionDownBy],
      [280_000, 20, 3],
    );
    assert.deepEqual(last().connection.soundSender.encodings, [{ priority: 'high' }]);
  });

  it('tells a picture that stands still, and one that gave way to the sound, from a camera that is off', async () => {
    const link = await createConnected();
    const { connection } = last();
    assert.equal(link.media.isStill, undefined);
    connection.moving = false;
    await ticks(link, 3);
    assert.deepEqual([link.media.isStill, link.media.hasPicture], [true, true]);
    connection.picture = false;
    await ticks(link, 3);
    assert.deepEqual([link.media.isSoundOnly, link.media.hasPicture], [true, false]);
    connection.picture = true;
    connection.moving = true;
    await ticks(link, 4);
    assert.deepEqual([link.media.isSoundOnly, link.media.isStill], [undefined, undefined]);
    connection.picture = false;
    await ticks(link, 4);
    assert.deepEqual([link.media.isSoundOnly, link.media.hasPicture], [undefined, false]);
  });

  it('says who speaks, and when they stop', async () => {
    const link = await createConnected();
    assert.equal(link.media.isSpeaking, true);
    last().connection.sound = false;
    await ticks(link, 3);
    assert.equal(link.media.isSpeaking, undefined);
  });

  it('names this device when it cannot keep up', async () => {
    const link = await createConnected();
    assert.equal(link.media.cause, undefined);
    last().connection.slow = true;
    await ticks(link, 8);
    assert.equal(link.media.cause, 'own-device');
  });

  it('D11: gives both ends’ keys while something comes through', async () => {
    const link = await createConnected();
    assert.deepEqual(link.fingerprints, ['sha-256 AA:BB', 'sha-256 CC:DD']);
    last().connection.become('disconnected');
    assert.equal(link.fingerprints, undefined);
  });
});
