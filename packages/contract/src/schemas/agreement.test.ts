import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'zod';
import type { RouteName, RouteShapes } from '../wire/routes.ts';
import type { routeSchemas } from './routes.ts';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Zod's outputs are mutable; the contract's types are not. Levelled before they are compared. */
type DeepReadonly<T> = T extends (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

type Schemas = typeof routeSchemas;

type Agreement = {
  [N in RouteName]: Same<
    DeepReadonly<{
      query: z.output<Schemas[N]['query']>;
      body: z.output<Schemas[N]['body']>;
      answer: z.output<Schemas[N]['answer']>;
    }>,
    DeepReadonly<RouteShapes[N]>
  >;
};

type Disagreeing = { [N in RouteName]: Agreement[N] extends true ? never : N }[RouteName];

test('every route has schemas that describe exactly its types (checked by the compiler)', () => {
  const schemasAndTypesAgree: [Disagreeing] extends [never] ? true : Disagreeing = true;
  assert.ok(schemasAndTypesAgree);
});
