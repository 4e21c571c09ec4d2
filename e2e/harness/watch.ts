import type { BrowserContext, Page, Request, Response, WebSocket } from 'playwright-core';

/** A policy that a page broke, or a script error on it. */
export interface Fault {
  readonly kind: 'policy' | 'script';
  readonly page: string;
  readonly what: string;
}

/** A frame of the signalling, as it goes over the wire. */
export interface Signal {
  readonly isSent: boolean;
  readonly text: string;
}

/** What the outside can see of a browser, collected while a journey runs. */
export interface Watch {
  /** Every address asked for, as it goes over the wire. */
  readonly urls: readonly string[];
  /** Tokens that passed by in bodies: none of them may be seen anywhere else. */
  readonly secrets: ReadonlySet<string>;
  readonly faults: readonly Fault[];
  /** The header of the latest request made in a session. */
  authorization(): string | undefined;
  /** What set up its calls, oldest first. */
  readonly signals: readonly Signal[];
  /** Everything the pages wrote to their consoles. */
  readonly console: readonly string[];
}

const TOKEN_FIELDS = ['token', 'access_token', 'id_token', 'refresh_token'] as const;

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');

const tokensIn = (body: string | null): readonly string[] => {
  if (body === null) return [];
  try {
    const parsed = JSON.parse(body) as Record<string, unknown>;
    return TOKEN_FIELDS.map((field) => parsed[field]).filter((value) => typeof value === 'string');
  } catch {
    return [];
  }
};

const watchPolicies = async (context: BrowserContext, faults: Fault[]): Promise<void> => {
  await context.exposeBinding('reportPolicyViolation', ({ page }, what: string) => {
    faults.push({ kind: 'policy', page: page.url(), what });
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const what = `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`;
      (window as unknown as { reportPolicyViolation: (what: string) => void }).reportPolicyViolation(what);
    });
  });
};

const watchSignals = (socket: WebSocket, signals: Signal[]): void => {
  if (!new URL(socket.url()).pathname.includes('/v1/signal/')) return;
  const keep =
    (isSent: boolean) =>
    ({ payload }: { readonly payload: string | Buffer }): void => {
      signals.push({ isSent, text: payload.toString() });
    };
  socket.on('framesent', keep(true));
  socket.on('framereceived', keep(false));
};

const watchPage = (page: Page, faults: Fault[]): void => {
  page.on('pageerror', (error) => faults.push({ kind: 'script', page: page.url(), what: error.message }));
};

/** Begins to watch everything a context does. */
export const watch = async (context: BrowserContext): Promise<Watch> => {
  const urls: string[] = [];
  const secrets = new Set<string>();
  const faults: Fault[] = [];
  const console: string[] = [];
  const signals: Signal[] = [];
  let authorization: string | undefined;
  const keep = (body: string | null): void => {
    for (const token of tokensIn(body)) secrets.add(token);
  };
  context.on('request', (request: Request) => {
    urls.push(withoutFragment(request.url()));
    authorization = request.headers()['authorization'] ?? authorization;
    if (request.url().endsWith('/v1/sessions')) keep(request.postData());
  });
  context.on('response', (response: Response) => {
    if (!/\/(token|v1\/sessions)$/.test(response.url())) return;
    response.text().then(keep, () => undefined);
  });
  context.on('console', (message) => console.push(message.text()));
  context.on('page', (page) => {
    watchPage(page, faults);
    page.on('websocket', (socket) => {
      urls.push(socket.url());
      watchSignals(socket, signals);
    });
  });
  await watchPolicies(context, faults);
  return { urls, secrets, faults, signals, console, authorization: () => authorization };
};
