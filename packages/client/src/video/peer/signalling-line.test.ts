import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { signalClose, type RoomAccess } from '@venterum/contract';
import { FakeEngine, MovedClock } from './fake-peer.fixtures.test.ts';
import { peerOptions } from './peer-options.ts';
import { SignallingLine } from './signalling-line.ts';

const access = (ticket: string, peerId = 'me'): RoomAccess => ({
  roomId: 'room',
  participantId: 'p-care',
  provider: 'peer',
  ticket,
  peerId,
  signalPath: '/v1/signal/peerjs',
  iceServers: [],
  icePolicy: 'relay',
});

describe('signalling line', () => {
  let clock: MovedClock;
  let engines: FakeEngine[];
  let states: string[];
  let missed: string[];
  let renewals: number;
  let renew: () => Promise<RoomAccess>;
  let line: SignallingLine;

  const engine = (): FakeEngine => {
    const latest = engines.at(-1);
    if (latest === undefined) throw new Error('no engine yet');
    return latest;
  };

  beforeEach(() => {
    clock = new MovedClock();
    engines = [];
    states = [];
    missed = [];
    renewals = 0;
    renew = async () => access(`ticket-${renewals}`);
    line = new SignallingLine({
      access: access('first'),
      renewAccess: () => {
        renewals += 1;
        return renew();
      },
      createEngine: (issued) => {
        const made = new FakeEngine(issued);
        engines.push(made);
        return made.asEngine;
      },
      clock,
      random: () => 0.5,
      onState: (state) => states.push(state),
      onCall: () => undefined,
      onMissed: (peerId) => missed.push(peerId),
    });
  });

  const open = async (): Promise<void> => {
    const opening = line.open();
    engine().emit('open');
    await opening;
  };

  it('opens with the ticket given', async () => {
    await open();
    assert.deepEqual([engine().options.token, states], ['first', ['connected']]);
  });

  it('says whom something sent has not reached', async () => {
    await open();
    // As PeerJS says it (peer.ts, EXPIRE).
    engine().emit('error', new Error('Could not connect to peer somebody'));
    assert.deepEqual([missed, states], [['somebody'], ['connected']]);
  });

  it('tries a grown-old ticket once more with a new one, then gives up', async () => {
    const opening = line.open();
    engine().disconnect();
    await clock.advance(0);
    assert.equal(engine().options.token, 'ticket-1');
    engine().disconnect();
    await assert.rejects(opening, /did not open/);
    assert.deepEqual(states, ['closed']);
  });

  it('counts an attempt that never opens as failed', async () => {
    const opening = line.open();
    const refused = assert.rejects(opening);
    await clock.advance(10_000);
    await clock.advance(10_000);
    await refused;
    assert.equal(renewals, 1);
  });

  it('comes back with a new ticket on the same engine, so that the calls live on', async () => {
    await open();
    engine().disconnect();
    assert.deepEqual(states, ['connected', 'reconnecting']);
    await clock.advance(250);
    assert.deepEqual([engines.length, engine().reconnects, engine().options.token], [1, 1, 'ticket-1']);
    engine().emit('open');
    assert.deepEqual(states, ['connected', 'reconnecting', 'connected']);
  });

  it('waits longer each time, with jitter, up to 15 s', async () => {
    await open();
    clock.asked.length = 0;
    for (let attempt = 0; attempt < 8; attempt += 1) {
      engine().disconnect();
      await clock.advance(7500);
    }
    const pauses = clock.asked.filter((milliseconds) => milliseconds !== 10_000);
    assert.deepEqual(pauses, [250, 500, 1000, 2000, 4000, 7500, 7500, 7500]);
  });

  it('ends when there is no ticket to be had', async () => {
    await open();
    renew = async () => {
      throw new Error('closed');
    };
    engine().disconnect();
    await clock.advance(250);
    assert.equal(states.at(-1), 'closed');
  });

  for (const [name, code] of [
    ['displaced by a newer socket', signalClose.displaced],
    ['the room is closed', signalClose.roomClosed],
  ] as const)
    it(`D4: asks for no further ticket when ${name}`, async () => {
      await open();
      engine().closeSocket(code);
      await clock.advance(60_000);
      assert.deepEqual([renewals, states.at(-1)], [0, 'closed']);
    });

  it('takes a new engine for a new id', async () => {
    await open();
    renew = async () => access('other', 'me-again');
    engine().disconnect();
    await clock.advance(250);
    assert.deepEqual([engines.length, engines[0]?.destroyed, line.peerId], [2, true, 'me-again']);
  });

  it('opens another socket when the one it has is in doubt', async () => {
    await open();
    line.refresh();
    await clock.advance(250);
    assert.equal(engine().reconnects, 1);
  });

  it('calls nobody while it is away', async () => {
    await open();
    assert.ok(line.call('other', {} as MediaStream));
    engine().disconnect();
    assert.equal(line.call('other', {} as MediaStream), undefined);
  });

  it('D16: closes data connections that others open', async () => {
    await open();
    let closed = false;
    engine().emit('connection', { close: () => (closed = true) });
    assert.ok(closed);
  });

  it('leaves for good', async () => {
    await open();
    line.close();
    await clock.advance(60_000);
    assert.deepEqual([engine().destroyed, renewals, states.at(-1)], [true, 0, 'closed']);
  });

  it('is not put out by a socket it gave up, when the network comes back and the server says who displaced it', async () => {
    await open();
    const given = engine().socket._socket;
    line.refresh();
    engine().socket._socket = new EventTarget();
    await clock.advance(500);
    engine().emit('open');
    given.dispatchEvent(Object.assign(new Event('close'), { code: signalClose.displaced }));
    assert.equal(states.at(-1), 'connected');
    engine().closeSocket(signalClose.displaced);
    assert.equal(states.at(-1), 'closed', 'its own socket is another matter');
  });

  it('makes the next attempt at once when there is reason to', async () => {
    await open();
    engine().disconnect();
    line.hurry();
    await clock.advance(0);
    assert.equal(renewals, 1);
    line.hurry();
    assert.equal(renewals, 1, 'one at a time');
    engine().emit('open');
    line.hurry();
    assert.equal(renewals, 1, 'open');
  });
});

describe('signalling line, before it has to', () => {
  it('D13: asks for new ICE credentials before the old ones end, and calls with them from then on', async () => {
    const clock = new MovedClock();
    const turn = (username: string): RoomAccess => ({
      ...access('ticket'),
      iceServers: [{ urls: 'turn:turn.example.dk', username, credential: 'c' }],
      iceSeconds: 900,
    });
    let renewals = 0;
    const engines: FakeEngine[] = [];
    const line = new SignallingLine({
      access: turn('first'),
      renewAccess: async () => turn(`renewed-${(renewals += 1)}`),
      createEngine: (issued) => {
        const engine = new FakeEngine(issued);
        engines.push(engine);
        return engine.asEngine;
      },
      clock,
      random: () => 0.5,
      onState: () => undefined,
      onCall: () => undefined,
      onMissed: () => undefined,
    });
    const opening = line.open();
    engines[0]?.emit('open');
    await opening;
    await clock.advance(599_000);
    assert.equal(renewals, 0);
    await clock.advance(1_000);
    const usernames = (): readonly (string | undefined)[] =>
      (engines[0]?.options.config?.iceServers ?? []).map(({ username }) => username);
    assert.deepEqual(usernames(), ['renewed-1']);
    await clock.advance(600_000);
    assert.deepEqual([usernames(), engines.length, engines[0]?.reconnects], [['renewed-2'], 1, 0]);
    line.close();
    await clock.advance(900_000);
    assert.equal(renewals, 2);
  });
});

describe('options of PeerJS', () => {
  it('D15: names our server and the room’s ICE servers, and nothing else', () => {
    const { config, ...options } = peerOptions('https://video.example.dk', access('tic/ket'));
    assert.deepEqual(options, {
      host: 'video.example.dk',
      port: 443,
      path: '/v1/signal/',
      secure: true,
      token: 'tic%2Fket',
    });
    assert.deepEqual(config, { iceServers: [], iceTransportPolicy: 'relay', bundlePolicy: 'max-bundle' });
  });

  it('follows the server’s scheme, port and base path', () => {
    const { host, port, path, secure } = peerOptions('http://localhost:4400/video/', access('t'));
    assert.deepEqual([host, port, path, secure], ['localhost', 4400, '/video/v1/signal/', false]);
  });

  it('passes TURN credentials on', () => {
    const turn = { urls: ['turn:turn.example.dk'], username: '1:p', credential: 'c' };
    const { config } = peerOptions('https://video.example.dk', { ...access('t'), iceServers: [turn] });
    assert.deepEqual(config?.iceServers, [turn]);
  });
});
