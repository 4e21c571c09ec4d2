// Writes without end, printing the id of each visit once it is acknowledged, until it is killed.
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { buildVisit, testCitizens, testClinics } from '@venterum/testing/server';
import { MemoryBus } from '../memory/memory-bus.ts';
import { openStoreAt } from './temporary-store.fixtures.test.ts';

const [, script = '', path] = process.argv;

const write = async (file: string): Promise<void> => {
  const store = openStoreAt(file, new MemoryBus());
  const at = '2026-11-23T08:00:00.000Z';
  await store.transact(async (tx) => {
    for (const clinic of testClinics) await tx.clinics.save(clinic);
  });
  for (let count = 0; count < 100_000; count += 1) {
    const id = `visit-${String(count)}`;
    await store.transact(async (tx) => {
      const claim = { by: 'doctor', name: 'Læge Test Lund', role: 'doctor', at } as const;
      await tx.visits.save(buildVisit({ id, jobTitle: 'SOSU-assistent', message: 'Beklager', claim }), at);
      await tx.sessions.save({
        id,
        tokenHash: id,
        principal: { kind: 'citizen', id: 'principal', name: testCitizens.nancy.name },
        cpr: testCitizens.nancy.cpr,
        startedAt: at,
        activeAt: at,
        idleSeconds: 1,
        expiresAt: at,
      });
      await tx.invites.save({
        id,
        clinicId: 'clinic-lund',
        visitId: id,
        participantId: 'participant-1',
        recipient: { name: testCitizens.may.name, phone: '+4520123456', role: 'relative', language: 'da' },
        status: 'queued',
        sentAt: at,
        expiresAt: at,
        tokenHash: id,
        guestId: id,
        attemptId: id,
      });
      const answer = JSON.stringify(buildVisit());
      await tx.idempotency.save({ scope: 'principal', key: id, requestHash: 'hash', answer, at });
    });
    process.stdout.write(`${id}\n`);
    await setImmediate();
  }
};

// The test runner picks this file up as well, and then there is nothing to write to.
if (script.endsWith('killed-writer.fixtures.test.ts') && path !== undefined) await write(path);
