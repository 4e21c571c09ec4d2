import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routeSchemas } from './routes.ts';

const accepts = (body: unknown): boolean => routeSchemas['visits.join'].body.safeParse(body).success;

describe('bodies', () => {
  it('normalise a CPR on the way in', () => {
    const parsed = routeSchemas['visits.join'].body.parse({ citizen: { cpr: '251248-9996' } });
    assert.deepEqual(parsed, { citizen: { cpr: '2512489996' } });
  });

  it('B3: refuse unknown and dangerous fields', () => {
    assert.ok(accepts({ reason: 'Sår på foden' }));
    for (const body of [
      { role: 'doctor' },
      { position: 1 },
      { state: 'called' },
      JSON.parse('{"__proto__":{"test":true}}') as unknown,
      { constructor: {} },
      { citizen: { cpr: '2512489996', priority: 1 } },
    ])
      assert.ok(!accepts(body), JSON.stringify(body));
  });

  it('F9: refuse control characters and line separators in words', () => {
    for (const reason of ['a\r\nb', 'a\u001b[31m', 'a\u2028b', 'a\u0000b', ' ', 'x'.repeat(281)])
      assert.ok(!accepts({ reason }), JSON.stringify(reason));
  });
});
