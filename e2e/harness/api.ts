import type { Person, Scene } from './scene.ts';

/** Asks the server as a logged-in person would, with the session that the person's page has. */
export interface Api {
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body?: unknown): Promise<Answer>;
}

/** The API in the name of somebody whose page has talked to the server. */
export const apiOf = (scene: Scene, { watch }: Person): Api => {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(new URL(path, scene.demo.addresses.server), {
      method,
      headers: {
        authorization: watch.authorization() ?? '',
        'idempotency-key': crypto.randomUUID(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    get: <Answer>(path: string) => ask('GET', path) as Promise<Answer>,
    post: <Answer>(path: string, body?: unknown) => ask('POST', path, body) as Promise<Answer>,
  };
};
