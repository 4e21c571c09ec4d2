import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { createTestWorld, stateWhere, type TestWorld } from '@venterum/testing';
import { invitation } from '../credentials/invitation.ts';
import type { VenterumClient } from '../client.ts';
import type { InviteCommand, InviteState } from './invite-state.ts';
import { createInviteStore } from './invite-store.ts';
import type { Store } from './store.ts';

type InviteStore = Store<InviteState, InviteCommand>;

const request: Extract<InviteCommand, { type: 'send' }>['request'] = {
  recipients: [{ name: 'Kaja Hansen', phone: '+4520123456', role: 'relative', language: 'da' }],
};

const where = (store: InviteStore, isWanted: (state: InviteState) => boolean): Promise<InviteState> =>
  stateWhere(store, (state): state is InviteState => isWanted(state));

interface Bed {
  readonly world: TestWorld;
  readonly invites: (client: VenterumClient) => InviteStore;
}

const bed = async (t: TestContext): Promise<Bed> => {
  const world = await createTestWorld();
  const stores: InviteStore[] = [];
  t.after(async () => {
    for (const store of stores) store.dispose();
    await world.dispose();
  });
  const invites = (client: VenterumClient): InviteStore => {
    const store = createInviteStore(client);
    stores.push(store);
    return store;
  };
  return { world, invites };
};

describe('createInviteStore', () => {
  test('J3: sends, and sees delivered and opened', async (t) => {
    const { world, invites } = await bed(t);
    const store = invites(world.client('doctor'));
    await where(store, ({ status }) => status === 'ready');
    const sending = store.dispatch({ type: 'send', request });
    assert.equal(store.getState().status, 'sending');
    await sending;
    assert.equal(store.getState().sent?.length, 1);
    await where(store, ({ status, invites: [one] }) => status === 'ready' && one?.status === 'delivered');
    const token = await world.lastToken();
    const guest = world.clientWith({ credentials: invitation(token) });
    await guest.session.redeem('Kaja');
    await where(store, ({ invites: [one] }) => one?.status === 'opened');
  });

  test('a new visit is of the kind that was asked for, in the store’s clinic', async (t) => {
    const { world, invites } = await bed(t);
    const doctor = world.client('doctor');
    const store = invites(doctor);
    await where(store, ({ status }) => status === 'ready');
    await store.dispatch({ type: 'send', request: { ...request, kind: 'conference' } });
    const [sent] = store.getState().sent ?? [];
    const { kind } = await doctor.request('visits.get', { id: sent?.visitId ?? '' });
    assert.deepEqual([kind, sent?.clinicId], ['conference', 'clinic-lund']);
  });

  test('revokes and resends', async (t) => {
    const { world, invites } = await bed(t);
    const store = invites(world.client('doctor'));
    await where(store, ({ status }) => status === 'ready');
    await store.dispatch({ type: 'send', request });
    const inviteId = store.getState().invites[0]?.id ?? '';
    const resending = store.dispatch({ type: 'resend', inviteId });
    assert.ok(store.getState().busy.has(inviteId));
    await resending;
    assert.equal(store.getState().busy.size, 0);
    const newest = store.getState().invites[0]?.id ?? '';
    await store.dispatch({ type: 'revoke', inviteId: newest });
    await where(store, ({ invites: list }) => list.find(({ id }) => id === newest)?.status === 'revoked');
  });

  test('P8: a number written anew is sent to the same visit, once the wrong one is revoked', async (t) => {
    const { world, invites } = await bed(t);
    const store = invites(world.client('doctor'));
    await where(store, ({ status }) => status === 'ready');
    await store.dispatch({ type: 'send', request });
    const [wrong] = store.getState().sent ?? [];
    await store.dispatch({ type: 'rewrite', inviteId: wrong?.id ?? '' });
    await where(store, ({ invites: [one] }) => one?.status === 'revoked');
    const visitId = wrong?.visitId ?? '';
    await store.dispatch({ type: 'send', request: { ...request, visitId } });
    assert.deepEqual([store.getState().failure, store.getState().sent?.[0]?.visitId], [undefined, visitId]);
  });

  test('J3: what is to go out later waits for its time, and nobody gets what is revoked before', async (t) => {
    const { world, invites } = await bed(t);
    const store = invites(world.client('doctor'));
    await where(store, ({ status }) => status === 'ready');
    const sendAt = new Date(Date.parse(world.clock.now()) + 60_000).toISOString();
    const recipients = request.recipients.flatMap((one) => [one, { ...one, phone: '+4520654321' }]);
    await store.dispatch({ type: 'send', request: { ...request, recipients, sendAt } });
    const sent = store.getState().sent ?? [];
    assert.deepEqual(
      sent.map((one) => [one.status, one.sentAt]),
      [
        ['queued', sendAt],
        ['queued', sendAt],
      ],
    );
    await store.dispatch({ type: 'revoke', inviteId: sent[1]?.id ?? '' });
    await world.advance(59_000);
    await world.server.services.outbox.settled();
    assert.deepEqual(world.server.outbox.messages(), []);
    await world.advance(2000);
    await where(store, ({ invites: list }) => list.some(({ status }) => status === 'delivered'));
    assert.deepEqual(
      world.server.outbox.messages().map(({ to }) => to),
      ['20 12 34 56'],
    );
  });

  test('shows link, QR and code, and hides them when the link changes', async (t) => {
    const { world, invites } = await bed(t);
    const store = invites(world.client('doctor'));
    await where(store, ({ status }) => status === 'ready');
    await store.dispatch({ type: 'send', request });
    const inviteId = store.getState().invites[0]?.id ?? '';
    const showing = store.dispatch({ type: 'show', inviteId });
    assert.ok(store.getState().busy.has(inviteId));
    await showing;
    const { shown } = store.getState();
    assert.equal(shown?.inviteId, inviteId);
    assert.match(shown.link, /#[\w-]{22}$/);
    assert.ok(shown.qr.path.startsWith('M'));
    await store.dispatch({ type: 'hide' });
    assert.equal(store.getState().shown, undefined);
    await store.dispatch({ type: 'show', inviteId });
    await store.dispatch({ type: 'resend', inviteId });
    assert.equal(store.getState().shown, undefined, 'that link is void');
    await store.dispatch({ type: 'show', inviteId });
    const code = store.getState().shown?.code ?? '';
    const guest = world.clientWith({ credentials: invitation(code) });
    await guest.session.redeem('Kaja');
    await where(store, ({ invites: [one] }) => one?.status === 'opened');
    await store.dispatch({ type: 'show', inviteId });
    assert.equal(store.getState().failure?.code, 'invite-used');
  });

  test('B12: sent again after lost answers it is one SMS', async (t) => {
    const { world, invites } = await bed(t);
    const store = invites(world.client('doctor'));
    await where(store, ({ status }) => status === 'ready');
    world.network.fault(({ method, path }) => method === 'POST' && path === '/v1/invites', 'lose-answer', 3);
    const sending = store.dispatch({ type: 'send', request });
    while (store.getState().failure === undefined) await world.advance(500);
    await sending;
    await store.dispatch({ type: 'send', request });
    assert.equal(store.getState().failure, undefined);
    await world.server.services.outbox.settled();
    assert.equal(world.server.outbox.messages().length, 1);
  });

  test('a refused number is named, and the store is ready again', async (t) => {
    const { world, invites } = await bed(t);
    const store = invites(world.client('doctor'));
    await where(store, ({ status }) => status === 'ready');
    const recipients = [{ name: 'Kaja Hansen', phone: '+4590', role: 'relative', language: 'da' }] as const;
    await store.dispatch({ type: 'send', request: { ...request, recipients } });
    const { status, failure } = store.getState();
    assert.equal(status, 'ready');
    assert.ok(failure);
  });

  test('B1: is forbidden to an employee, and unavailable without a session', async (t) => {
    const { world, invites } = await bed(t);
    await where(invites(world.client('employee')), ({ status }) => status === 'forbidden');
    const client = world.client('doctor');
    const store = invites(client);
    await where(store, ({ status }) => status === 'ready');
    await store.dispatch({ type: 'send', request });
    await client.session.signOut();
    const out = await where(store, ({ status }) => status === 'unavailable');
    assert.deepEqual([out.invites.length, out.sent, out.failure?.code], [0, undefined, 'session-ended']);
    await client.session.renew();
    await where(store, ({ status }) => status === 'ready');
  });
});
