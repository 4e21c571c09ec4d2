import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { routeSchemas } from './routes.ts';
import { nameSchema, shortTextSchema } from './values.ts';

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

  it('F9: refuse characters in names that turn the direction of writing', () => {
    const turning = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e'];
    const isolating = ['\u2066', '\u2067', '\u2068', '\u2069'];
    for (const control of [...turning, ...isolating, '\u200e', '\u200f', '\u061c', '\u0000', '\u0085', '\n'])
      assert.ok(!nameSchema.safeParse(`May${control}Moberg`).success, JSON.stringify(control));
    for (const name of ['May Moberg', 'Søren Ærø-Ångström', "D'Arcy", 'مي', 'מאי', '梅'])
      assert.ok(nameSchema.safeParse(name).success, name);
  });

  it('take words in any script', () => {
    assert.ok(shortTextSchema.safeParse('מאי\u200f: 39,2 °C').success);
  });
});
