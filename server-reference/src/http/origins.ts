const preflight = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID',
  'Access-Control-Max-Age': '7200',
};

/** What a page's origin means for a request. */
export interface OriginVerdict {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

const vary = { Vary: 'Origin' };

/** Whether a page comes from the very host it asks: its origin names the host the request was sent to. */
export const isOwnOrigin = (origin: string, host: string): boolean =>
  host !== '' && URL.canParse(origin) && new URL(origin).host === host;

const withoutOrigin = (headers: Headers): OriginVerdict => ({
  // Browsers leave Origin out of simple reading only; what changes something always says where it comes from.
  allowed: headers.get('sec-fetch-site') !== 'cross-site',
  headers: vary,
});

/** Judges by an exact list; nothing is reflected, and `null` is nobody. Sessions are bearer tokens, so no credentials. */
export const judgeOrigin = (request: Request, allowedOrigins: readonly string[]): OriginVerdict => {
  const { headers } = request;
  const origin = headers.get('origin');
  if (origin === null) return withoutOrigin(headers);
  if (allowedOrigins.includes(origin)) {
    const cors = { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'Retry-After' };
    return {
      allowed: true,
      headers: { ...vary, ...cors, ...(request.method === 'OPTIONS' ? preflight : {}) },
    };
  }
  return { allowed: isOwnOrigin(origin, headers.get('host') ?? new URL(request.url).host), headers: vary };
};
