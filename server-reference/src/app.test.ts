import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testClinics, testDirectory, testVerifier } from '@venterum/testing';
import { createMemoryServer } from './index.ts';

test('a citizen logs in, joins, is called, and it ends', async (t) => {
  const server = await createMemoryServer({ clinics: testClinics, directory: testDirectory, verifier: testVerifier });
  t.after(() => server.dispose());
  const ask = async (method: string, path: string, token?: string, body?: unknown): Promise<Record<string, unknown>> => {
    const response = await server.app.request(path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    assert.ok(response.ok, `${method} ${path} ${response.status} ${text}`);
    return answer;
  };
  const citizen = await ask('POST', '/v1/sessions', undefined, { grant: 'oidc', token: 'citizen' });
  const doctor = await ask('POST', '/v1/sessions', undefined, { grant: 'oidc', token: 'doctor' });
  const visit = await ask('POST', '/v1/visits', String(citizen['token']), {});
  console.log(visit);
  console.log(await ask('POST', `/v1/visits/${String(visit['id'])}/call`, String(doctor['token'])));
  console.log(await ask('GET', `/v1/visits`, String(doctor['token'])));
  console.log(await ask('POST', `/v1/visits/${String(visit['id'])}/end`, String(doctor['token']), { outcome: 'completed' }));
  console.log(Object.keys(await ask('GET', `/openapi.json`)));
});
