import type { Hono } from 'hono';
import type { AppContext, AppEnv } from '../http/context.ts';
import { docsPage, docsStyle } from '../http/docs-page.ts';
import { pageHeaders } from '../http/headers.ts';
import { openApiDocument } from '../http/openapi.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { RouteLabel } from '../ports/log.ts';
import type { DataStore } from '../ports/store.ts';
import { Refusal } from '../services/refusal.ts';

/** What the routes for operators need. */
export interface SystemRouteParts {
  readonly store: DataStore;
  readonly metrics: Metrics;
}

const labelled =
  (label: RouteLabel, answer: (c: AppContext) => Response | Promise<Response>) =>
  (c: AppContext): Response | Promise<Response> => {
    c.set('label', label);
    return answer(c);
  };

/** Health, metrics and the description of the API. */
export const registerSystem = (app: Hono<AppEnv>, { store, metrics }: SystemRouteParts): void => {
  let document: unknown;
  const described = (): unknown => (document ??= openApiDocument());
  app.get(
    '/healthz',
    labelled('healthz', (c) => c.json({ status: 'ok' })),
  );
  app.get(
    '/readyz',
    labelled('readyz', async (c) => {
      // Ready is who can write: a full disk still reads.
      await store
        .transact((tx) => tx.probe())
        .catch(() => {
          throw new Refusal('unavailable', { retryAfter: 5 });
        });
      return c.json({ status: 'ok' });
    }),
  );
  app.get(
    '/metrics',
    labelled('metrics', async (c) => {
      const { contentType, body } = await metrics.text();
      return c.body(body, 200, { 'Content-Type': contentType });
    }),
  );
  app.get(
    '/openapi.json',
    labelled('openapi', (c) => c.json(described() as object)),
  );
  app.get(
    '/docs',
    labelled('docs', (c) => c.html(docsPage(described()), 200, pageHeaders)),
  );
  app.get(
    '/docs.css',
    labelled('docs', (c) => c.body(docsStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' })),
  );
};
