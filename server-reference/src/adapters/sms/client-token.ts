import type { SmsAnswer } from '../../ports/sms-gateway.ts';
import { basic, type SmsHttp } from './post-sms.ts';

/** Credentials of RFC 6749, section 4.4. */
export interface ClientCredentials {
  readonly tokenAddress: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A token, or what its lack means for a message. */
export type ClientToken =
  | { readonly token: string; readonly instead?: undefined }
  | { readonly token?: undefined; readonly instead: SmsAnswer };

/** Seconds before its end at which a token is no longer used. */
const margin = 30;

const later: SmsAnswer = { outcome: 'later' };
const refused: SmsAnswer = { outcome: 'refused', failure: 'gateway' };

/** Asks for a token once and gives it out until it ends. `now` in milliseconds. Nothing has been sent when it fails. */
export const clientTokens = (
  { tokenAddress, clientId, clientSecret }: ClientCredentials,
  http: SmsHttp,
  now: () => number,
): (() => Promise<ClientToken>) => {
  let held: { readonly token: string; readonly until: number } | undefined;
  const ask = async (): Promise<ClientToken> => {
    const response = await http.fetch(tokenAddress, {
      method: 'POST',
      redirect: 'error',
      headers: { authorization: basic(encodeURIComponent(clientId), encodeURIComponent(clientSecret)) },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      signal: AbortSignal.timeout(http.timeout),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { instead: response.status >= 500 || response.status === 429 ? later : refused };
    }
    const { access_token: token, expires_in: seconds } = (await response.json()) as Record<string, unknown>;
    if (typeof token !== 'string') return { instead: refused };
    held = { token, until: now() + (Number(seconds ?? 0) - margin) * 1000 };
    return { token };
  };
  return async () => {
    if (held !== undefined && held.until > now()) return held;
    return ask().catch(() => ({ instead: later }));
  };
};
