import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SequencedEvent } from '@venterum/contract';
import type { EventListenerSet } from '../events/shared-events.ts';
import { at, bed, joinAs, may } from './queue-store.fixtures.test.ts';

describe('createQueueStore: the list', () => {
  test('follows arrivals, and puts who is being seen first', async (t) => {
    const { world, queue } = await bed(t);
    const store = queue(world.client('doctor'));
    await at(store, 'ready');
    const first = await joinAs(world, 'citizen');
    await world.advance(1000);
    const second = await joinAs(world, 'employee', may);
    const both = await at(store, 'ready', ({ visits }) => visits.length === 2);
    assert.deepEqual(
      both.visits.map(({ id }) => id),
      [first.id, second.id],
    );
    await store.dispatch({ type: 'call', visitId: second.id });
    const called = await at(store, 'ready', ({ current }) => current !== undefined);
    assert.deepEqual(
      called.visits.map(({ id }) => id),
      [second.id, first.id],
    );
  });

  test('shows what comes in one piece at once: when the first of many leaves, all others move up', async (t) => {
    const { world, queue } = await bed(t);
    const client = world.client('doctor');
    const clinic = await client.request('clinics.get', { id: 'clinic-lund' });
    const listeners: EventListenerSet[] = [];
    const listen = (listener: EventListenerSet) => {
      listeners.push(listener);
      return () => undefined;
    };
    const store = queue({ ...client, events: () => ({ listen }) });
    while (listeners.length === 0) await world.advance(1);
    const hear = (event: SequencedEvent): void => listeners[0]?.event(event);
    let shown = 0;
    store.subscribe(() => (shown += 1));
    hear({ type: 'snapshot', seq: 1, clinic, visits: [], invites: [] });
    hear({ type: 'opening', seq: 2, clinicId: clinic.id, opening: { open: true, delayMinutes: 5 } });
    hear({ type: 'opening', seq: 3, clinicId: clinic.id, opening: { open: true, delayMinutes: 10 } });
    const state = await at(store, 'ready');
    assert.equal(state.clinic.delayMinutes, 10);
    assert.equal(shown, 1);
  });

  test('what ended today is there on a page that is opened later, the latest first', async (t) => {
    const { world, queue } = await bed(t);
    const before = queue(world.client('doctor'));
    const ended: string[] = [];
    for (const message of ['Først', 'Sidst']) {
      const { id: visitId } = await joinAs(world, 'citizen');
      await at(before, 'ready', ({ visits }) => visits.length === 1);
      await before.dispatch({ type: 'remove', visitId, message });
      await at(before, 'ready', ({ visits }) => visits.length === 0);
      ended.unshift(visitId);
      await world.advance(1000);
    }
    const later = queue(world.client('colleague'));
    const { over, visits } = await at(later, 'ready', (state) => state.over.length > 0);
    assert.deepEqual([over.map(({ id }) => id), visits], [ended, []]);
  });

  test('a call answers the way into the room at once', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const store = queue(world.client('doctor'));
    await at(store, 'ready');
    const ways: boolean[] = [];
    store.subscribe((state) => {
      if (state.status === 'ready' && state.current !== undefined)
        ways.push(state.current.access !== undefined);
    });
    const calling = store.dispatch({ type: 'call', visitId });
    assert.ok((await at(store, 'ready')).busy.has(visitId));
    await calling;
    assert.deepEqual([...new Set(ways)], [true], 'never as one begun elsewhere');
    const { current, busy } = await at(store, 'ready');
    assert.equal(current?.visit.id, visitId);
    assert.equal(current.access?.roomId, current.visit.roomId);
    assert.equal(busy.size, 0);
  });

  test('P15: of two who call, one has it and the other is told', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const [mine, theirs] = [queue(world.client('doctor')), queue(world.client('colleague'))];
    await Promise.all([at(mine, 'ready'), at(theirs, 'ready')]);
    await Promise.all([mine, theirs].map((store) => store.dispatch({ type: 'call', visitId })));
    const states = [await at(mine, 'ready'), await at(theirs, 'ready')];
    const [winner, loser] = [...states].sort((left) => (left.current === undefined ? 1 : -1));
    assert.equal(winner?.current?.visit.id, visitId);
    assert.equal(winner.failure, undefined);
    assert.equal(loser?.failure?.code, 'claimed-by-other');
    assert.equal(loser.visits[0]?.claim?.name, winner.me.name);
    assert.equal(loser.current, undefined);
  });

  test('B12: a call whose answer is lost is one call, and its answer comes', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const store = queue(world.client('doctor'));
    await at(store, 'ready');
    world.network.fault(({ path }) => path.endsWith('/call'), 'lose-answer');
    const calling = store.dispatch({ type: 'call', visitId });
    while (world.network.requests.filter(({ path }) => path.endsWith('/call')).length < 2)
      await world.advance(100);
    await calling;
    const { current, failure } = await at(store, 'ready');
    assert.ok(current?.access);
    assert.equal(failure, undefined);
  });

  test('B12: given up and called again by a tap it is still the same call', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const store = queue(world.client('doctor'));
    await at(store, 'ready');
    world.network.fault(({ path }) => path.endsWith('/call'), 'lose-answer', 3);
    await world.advanceUntil(store.dispatch({ type: 'call', visitId }));
    assert.equal(store.getState().failure?.code, 'offline');
    await store.dispatch({ type: 'retry' });
    const { current, failure } = await at(store, 'ready');
    assert.equal(failure, undefined);
    assert.ok(current?.access);
  });

  test('releases, calls again and ends with an outcome', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const store = queue(world.client('doctor'));
    await at(store, 'ready');
    await store.dispatch({ type: 'call', visitId });
    await store.dispatch({ type: 'release', visitId });
    await at(store, 'ready', ({ visits: [visit] }) => visit?.state === 'waiting');
    await store.dispatch({ type: 'call', visitId });
    await store.dispatch({ type: 'end', visitId, outcome: 'moved-to-phone' });
    const { visits, over, current } = await at(store, 'ready', ({ over: ended }) => ended.length === 1);
    assert.deepEqual([visits.length, over[0]?.outcome, current], [0, 'moved-to-phone', undefined]);
  });

  test('removes with a word to whoever waited', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const store = queue(world.client('doctor'));
    await at(store, 'ready');
    await store.dispatch({ type: 'remove', visitId, message: 'Kom forbi' });
    assert.equal((await at(store, 'ready')).over[0]?.message, 'Kom forbi');
  });

  test('hands a visit over to a colleague, who has it then', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const [mine, theirs] = [queue(world.client('doctor')), queue(world.client('colleague'))];
    await at(mine, 'ready');
    const { me } = await at(theirs, 'ready');
    await mine.dispatch({ type: 'call', visitId });
    await mine.dispatch({ type: 'hand-over', visitId, to: me.id });
    const { current } = await at(theirs, 'ready', (state) => state.current !== undefined);
    assert.equal(current?.visit.id, visitId);
    assert.equal((await at(mine, 'ready')).current, undefined);
    await mine.dispatch({ type: 'hand-over', visitId, to: me.id });
    assert.equal(mine.getState().failure?.code, 'claimed-by-other');
  });

  test('moves a visit into another clinic’s queue', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const [here, there] = [queue(world.client('doctor')), queue(world.client('stranger'))];
    await at(here, 'ready');
    await here.dispatch({ type: 'transfer', visitId, clinicId: 'clinic-mark' });
    const { visits, over } = await at(here, 'ready');
    assert.deepEqual([visits.length, over[0]?.movedTo?.clinic.name], [0, 'Lægerne Mark']);
    const arrived = await at(there, 'ready', (state) => state.visits.length === 1);
    assert.equal(arrived.visits[0]?.movedFrom?.name, 'Lægehuset Lund');
  });

  test('has words for one and for all who wait, and sends all home', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    await world.advance(1000);
    await joinAs(world, 'employee', may);
    const store = queue(world.client('doctor'));
    await at(store, 'ready');
    const messages = async (wanted: readonly (string | undefined)[]): Promise<void> => {
      await at(store, 'ready', ({ visits }) =>
        wanted.every((message, index) => visits[index]?.message === message),
      );
    };
    await store.dispatch({ type: 'message', visitId, message: 'Om lidt.' });
    await messages(['Om lidt.', undefined]);
    await store.dispatch({ type: 'message-all', message: 'En halv time.' });
    await messages(['En halv time.', 'En halv time.']);
    await store.dispatch({ type: 'remove-all', message: 'Ring i morgen.' });
    const { over } = await at(store, 'ready', ({ visits }) => visits.length === 0);
    assert.deepEqual(
      over.map(({ state, message }) => [state, message]),
      [
        ['removed', 'Ring i morgen.'],
        ['removed', 'Ring i morgen.'],
      ],
    );
  });

  test('sets a plan, by which the clinic opens and closes', async (t) => {
    const { world, queue } = await bed(t);
    const store = queue(world.client('doctor'));
    await at(store, 'ready');
    const week = Array.from({ length: 7 }, () => []);
    await store.dispatch({ type: 'set-plan', plan: { week, exceptions: [], closedMessage: 'Ferie.' } });
    const { clinic } = await at(store, 'ready', (state) => !state.clinic.open);
    assert.equal(clinic.message, 'Ferie.');
  });

  test('opens and closes, and a colleague sees it', async (t) => {
    const { world, queue } = await bed(t);
    const [mine, theirs] = [queue(world.client('doctor')), queue(world.client('colleague'))];
    await Promise.all([at(mine, 'ready'), at(theirs, 'ready')]);
    const opening = { open: false, message: 'Vi er til møde', delayMinutes: 20 };
    const setting = mine.dispatch({ type: 'set-opening', opening });
    assert.equal((await at(mine, 'ready')).openingBusy, true);
    await setting;
    assert.equal((await at(mine, 'ready')).clinic.message, 'Vi er til møde');
    const seen = await at(theirs, 'ready', ({ clinic }) => !clinic.open);
    assert.equal(seen.clinic.delayMinutes, 20);
    await mine.dispatch({ type: 'set-opening', opening: { open: true } });
    const open = await at(theirs, 'ready', ({ clinic }) => clinic.open);
    assert.equal(open.clinic.message, undefined);
  });

  test('B10: lets a guest in who came by SMS to a visit under way', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const doctor = world.client('doctor');
    const store = queue(doctor);
    await at(store, 'ready');
    await store.dispatch({ type: 'call', visitId });
    const recipients = [
      { name: 'Kaja Hansen', phone: '+4520123456', role: 'relative', language: 'da' },
    ] as const;
    const body = { clinicId: 'clinic-lund', visitId, recipients } as const;
    await doctor.request('invites.send', { body });
    const { visits } = await at(store, 'ready', ({ invites }) => invites.length === 1);
    const guest = visits[0]?.participants.find(({ role }) => role === 'relative');
    assert.equal(guest?.admitted, false);
    await store.dispatch({ type: 'admit', visitId, participantId: guest.id });
    await at(store, 'ready', ({ visits: [visit] }) =>
      Boolean(visit?.participants.find(({ id }) => id === guest.id)?.admitted),
    );
  });

  test('says since when it is offline, and what was over meanwhile', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const store = queue(world.client('doctor'));
    await at(store, 'ready', ({ visits }) => visits.length === 1);
    world.network.offline = true;
    world.network.cut();
    await world.advance(3000);
    const offline = await at(store, 'ready', ({ offlineSince }) => offlineSince !== undefined);
    assert.equal(offline.visits.length, 1);
    await world.advance(11 * 60_000);
    const colleague = world.client('colleague', { fetch: world.aside });
    await colleague.request('visits.remove', { id: visitId, body: {} });
    world.network.offline = false;
    world.wake();
    const back = await at(store, 'ready', ({ over }) => over.length === 1);
    assert.equal(back.offlineSince, undefined);
    assert.equal(back.visits.length, 0);
  });

  test('a failed request leaves the list as it is, and can be tried again', async (t) => {
    const { world, queue } = await bed(t);
    const { id: visitId } = await joinAs(world, 'citizen');
    const store = queue(world.client('doctor'));
    await at(store, 'ready', ({ visits }) => visits.length === 1);
    world.network.fault(({ path }) => path.endsWith('/remove'), 'lose-request');
    await store.dispatch({ type: 'remove', visitId });
    assert.equal((await at(store, 'ready')).failure?.code, 'offline');
    assert.equal((await at(store, 'ready')).visits.length, 1);
    await store.dispatch({ type: 'retry' });
    assert.equal((await at(store, 'ready')).over.length, 1);
  });
});
