import { DatabaseSync } from 'node:sqlite';
import { demoFiles } from '../../examples/demo/demo.ts';
import type { Scene } from './scene.ts';

/** From now on everybody who is logged in has proved who they are an hour ago, as far as the server knows. */
export const loggedInLongAgo = ({ folder }: Scene): void => {
  const database = new DatabaseSync(demoFiles(folder).database, { timeout: 5000 });
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
  database
    .prepare(`UPDATE sessions SET facts = json_set(facts, '$.authenticatedAt', ?) WHERE live = 1`)
    .run(anHourAgo);
  database.close();
};
