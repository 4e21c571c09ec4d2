/** Changes to some fields; `undefined` takes one away. */
export type Patch<Value> = { readonly [Key in keyof Value]?: Value[Key] | undefined };

/** A copy with the changes, in which no key is `undefined`. */
export const patched = <Value extends object>(value: Value, patch: Patch<Value>): Value =>
  Object.fromEntries(
    Object.entries({ ...value, ...patch }).filter(([, field]) => field !== undefined),
  ) as unknown as Value;
