import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log } from '../../ports/log.ts';
import { openWorld } from '../../server-world.fixtures.test.ts';
import { createPinoLog, guardedLine } from './pino-log.ts';

const collected = (): { readonly log: Log; readonly lines: string[] } => {
  const lines: string[] = [];
  return { lines, log: createPinoLog({ write: (line: string) => lines.push(line) }) };
};

const forms = (canary: string): readonly string[] => [
  canary,
  Buffer.from(canary).toString('base64').replace(/=+$/, ''),
  encodeURIComponent(canary),
  canary.replace(/^(\d{6})(\d{4})$/, '$1-$2'),
];

test('F2: nothing personal gets into a log line, wherever it is put', async (t) => {
  const { log, lines } = collected();
  const world = await openWorld(t, 'memory', {
    log,
    directory: { ownClinic: (cpr) => Promise.reject(new Error(`Nancy Ann Berggren ${cpr}`)) },
  });
  const employee = await world.login('employee');
  const doctor = await world.login('doctor');
  const { id: consentId } = await world.declare(employee);
  const citizen = { cpr: '2512489996', name: 'Nancy Ann Berggren' };
  const canaries = [
    '2512489996',
    'Nancy Ann Berggren',
    'Sår på foden',
    '+4520123456',
    'May Moberg',
    'Læge Test Lund',
    'SOSU-assistent',
  ];

  await world.send('visits.join', { as: employee, body: { citizen, reason: 'Sår på foden', consentId } });
  const body = { citizen, reason: 'Sår på foden', consentId, clinicId: 'clinic-lund' };
  const visit = await world.ask('visits.join', { as: employee, body });
  await world.ask('visits.call', { as: doctor, id: visit.id });
  const { token } = await world.invite(doctor, visit.id);
  await world.redeem(token);
  const secrets = [employee.token, doctor.token, token, consentId];
  for (const canary of canaries) {
    await world.send('visits.get', { as: doctor, id: canary });
    await world.send('clinics.search', { as: doctor, query: `?search=${encodeURIComponent(canary)}` });
    await world.send('visits.list', { as: doctor, headers: { 'x-anything': encodeURIComponent(canary) } });
    await world.send('visits.list', { as: { ...doctor, token: encodeURIComponent(canary) } });
    await world.server.app.request(`/${encodeURIComponent(canary)}`);
    await world.send('visits.remove', { as: doctor, id: visit.id, body: { [canary]: canary } });
  }
  assert.ok(lines.length > 50);
  assert.ok(lines.some((line) => line.includes('"event":"fault"')));
  const all = lines.join('');
  for (const canary of [...canaries, ...secrets].flatMap(forms))
    assert.equal(all.includes(canary), false, canary);
});

test('F9: every line is one line of JSON, whatever was asked for', async (t) => {
  const { log, lines } = collected();
  const world = await openWorld(t, 'memory', { log });
  for (const text of ['a\r\nb', '\u001b[31m', '"}\n{"event":"forged', '\u2028', '%0d%0aX: y', '%E2%80%A8']) {
    await world.server.app.request(`/v1/visits/${encodeURIComponent(text)}?${encodeURIComponent(text)}`);
  }
  assert.equal(lines.length, 6);
  for (const line of lines) {
    assert.equal(line.trimEnd().split(/[\n\r\u2028\u2029]/).length, 1);
    assert.equal((JSON.parse(line) as { event: string }).event, 'request');
    assert.doesNotMatch(line, /forged|\u001b/);
  }
});

test('F2: a number that got as far as the last wall is taken out there', () => {
  for (const cpr of ['2512489996', '251248-9996', '251248 9996']) {
    assert.equal(guardedLine(`{"a":"${cpr}"}\n`), '{"a":"[removed]"}\n');
  }
  assert.equal(
    guardedLine('{"time":"2026-11-23T08:00:00.000Z","port":4400}'),
    '{"time":"2026-11-23T08:00:00.000Z","port":4400}',
  );
});
