// Invites without end, or only sends what is left, until it is killed. The gateway is across HTTP, in the parent.
import process from 'node:process';
import { buildVisit, testClinics } from '@venterum/testing/server';
import { MemoryBus } from '../adapters/memory/memory-bus.ts';
import { silentLog } from '../adapters/memory/silent.ts';
import { createNodeIds } from '../adapters/node/node-ids.ts';
import { openStoreAt } from '../adapters/sqlite/temporary-store.fixtures.test.ts';
import { webClock } from '../adapters/web/web-clock.ts';
import { createInviteSecrets } from '../adapters/web/web-invite-secrets.ts';
import type { SmsGateway } from '../ports/sms-gateway.ts';
import { SmsNewsDesk } from './sms-news.ts';
import { SmsOutbox } from './sms-outbox.ts';

const [, script = '', path, address, honours, begin] = process.argv;
const each = 4;

const gatewayAt = (url: string): SmsGateway => ({
  name: 'across',
  honoursAttempts: honours === 'honours',
  send: async ({ attemptId }) => {
    const { ok } = await fetch(`${url}/${attemptId}`, { method: 'POST' });
    return ok ? { outcome: 'taken', status: 'sent' } : { outcome: 'unsure' };
  },
});

const run = async (file: string, url: string): Promise<void> => {
  const store = openStoreAt(file, new MemoryBus());
  const ids = createNodeIds();
  const inviteSecrets = createInviteSecrets([new Uint8Array(32).fill(9)], ids);
  const outbox = new SmsOutbox({
    clock: webClock,
    ids: { ...ids, jitter: () => 0 },
    inviteSecrets,
    store,
    sms: gatewayAt(url),
    news: new SmsNewsDesk({ store, log: silentLog }),
    guestPage: 'https://gaest.example.dk/',
    fault: () => undefined,
  });
  await outbox.recover();
  for (let count = 0; count < each; count += 1) {
    const id = `${begin ?? ''}-${String(count)}`;
    const attemptId = ids.id();
    const tokenHash = await ids.hash(await inviteSecrets.token(attemptId));
    const sentAt = webClock.now();
    await store.transact(async (tx) => {
      if (count === 0) for (const clinic of testClinics) await tx.clinics.save(clinic);
      await tx.visits.save(buildVisit({ id, joinedBy: id, state: 'invited' }), undefined);
      const invite = {
        id,
        clinicId: 'clinic-lund',
        visitId: id,
        participantId: 'participant-1',
        recipient: { name: 'May', phone: '+4520123456', role: 'relative', language: 'da' },
        status: 'queued',
        sentAt,
        expiresAt: '2999-01-01T00:00:00.000Z',
        tokenHash,
        guestId: id,
        attemptId,
      } as const;
      await tx.invites.save(invite);
      await outbox.put(tx, invite);
    });
    process.stdout.write(`${attemptId}\n`);
  }
  await outbox.settled();
  process.stdout.write('idle\n');
};

// The test runner picks this file up as well, and then there is nothing to send.
if (script.endsWith('killed-sender.fixtures.test.ts') && path !== undefined && address !== undefined)
  await run(path, address);
