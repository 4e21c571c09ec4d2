import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemStatus } from './problem.ts';
import { pathOf, routes } from './routes.ts';

describe('routes', () => {
  it('have one name for one method and path', () => {
    const seen = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
    assert.equal(new Set(seen).size, seen.length);
  });

  it('encode ids into paths', () => {
    assert.equal(pathOf('visits.call', 'a/b?c'), '/v1/visits/a%2Fb%3Fc/call');
    assert.equal(pathOf('visits.join'), '/v1/visits');
  });

  it('mark as creating what must carry an idempotency key, and never a GET', () => {
    for (const route of Object.values(routes))
      if ('creates' in route) assert.equal(route.method, 'POST', route.path);
  });
});

describe('problems', () => {
  it('have a client or server error status each', () => {
    for (const status of Object.values(problemStatus)) assert.ok(status >= 400 && status < 600);
  });
});
