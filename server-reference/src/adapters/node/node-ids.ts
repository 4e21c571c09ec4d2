import { createHash, randomBytes, randomFillSync, randomInt } from 'node:crypto';
import type { Ids } from '../../ports/ids.ts';

const poolBytes = 4096;
const idBytes = 16;
const tokenBytes = 32;

/** Random bytes fetched many at a time: a call for sixteen costs as much as one for thousands. Each is given out once. */
const createIdSource = (): (() => string) => {
  const pool = Buffer.alloc(poolBytes);
  let next = poolBytes;
  return () => {
    if (next === poolBytes) {
      randomFillSync(pool);
      next = 0;
    }
    const id = pool.toString('base64url', next, next + idBytes);
    pool.fill(0, next, next + idBytes);
    next += idBytes;
    return id;
  };
};

const digest = (text: string, encoding: 'base64url' | 'hex'): Promise<string> =>
  Promise.resolve(createHash('sha256').update(text).digest(encoding));

/** Ids from Node's own crypto: a digest of a few hundred bytes takes less time than handing it to another thread. */
export const createNodeIds = (): Ids => ({
  id: createIdSource(),
  token: () => randomBytes(tokenBytes).toString('base64url'),
  jitter: (maximum) => randomInt(maximum + 1),
  hash: (text) => digest(text, 'base64url'),
  hexHash: (text) => digest(text, 'hex'),
});
