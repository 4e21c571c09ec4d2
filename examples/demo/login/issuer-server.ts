import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { errorPage, stylesheetPath } from './pages.ts';

/** One request to a page of ours. */
export interface PageRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

/** Answers one of our own pages; `false` leaves the request to the provider. */
export type PageHandler = (page: PageRequest) => Promise<boolean>;

/** How an issuer is served. */
export interface IssuerServerOptions {
  readonly provider: Provider;
  readonly pages: PageHandler;
  /** Where a posted form may lead, redirects included. */
  readonly formTargets: readonly string[];
}

const stylesheet = readFileSync(new URL('./login.css', import.meta.url));

const headersFor = (formTargets: readonly string[]): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    // There is none of ours; the provider adds the hash of its own where a page submits itself.
    "script-src 'self'",
    "base-uri 'none'",
    // Browsers hold the redirects that follow a form to this as well.
    `form-action 'self' ${formTargets.join(' ')}`,
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

/** Sends a page. */
export const sendPage = (response: ServerResponse, html: string, status = 200): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
};

const answer = async (page: PageRequest, { pages, provider }: IssuerServerOptions): Promise<void> => {
  if (page.url.pathname === stylesheetPath) {
    page.response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(stylesheet);
  } else if (!(await pages(page))) await provider.callback()(page.request, page.response);
};

/** Serves an issuer and its pages on the machine itself; resolves when it listens. */
export const serveIssuer = (port: number, options: IssuerServerOptions): Promise<Server> => {
  const headers = Object.entries(headersFor(options.formTargets));
  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const url = new URL(request.url ?? '/', options.provider.issuer);
    answer({ request, response, url }, options).catch(() => {
      if (!response.headersSent) sendPage(response, errorPage('session_not_found'), 400);
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      resolve(server);
    });
  });
};
