import type { SmsAnswer } from '../../ports/sms-gateway.ts';
import { basic, postSms, type ReadTaken, type SmsHttp, type SmsPost } from './post-sms.ts';

/** Credentials of RFC 6749, section 4.4. */
export interface ClientCredentials {
  readonly tokenAddress: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where they stand, of the two places of section 2.3.1. @defaultValue `header` */
  readonly secretIn?: 'header' | 'body';
}

/** A token, or what its lack means for a message. */
type ClientToken =
  | { readonly token: string; readonly until: number; readonly instead?: undefined }
  | { readonly token?: undefined; readonly instead: SmsAnswer };

/** Hands one message over, under the account's authorization. */
export type HandOver = (post: Omit<SmsPost, 'authorization'>, taken: ReadTaken) => Promise<SmsAnswer>;

/** Seconds before its end at which a token is no longer used. */
const margin = 30;

const later: SmsAnswer = { outcome: 'later' };
const refused: SmsAnswer = { outcome: 'refused', failure: 'gateway' };

const requestFor = ({ clientId, clientSecret, secretIn }: ClientCredentials): RequestInit => {
  const grant = { grant_type: 'client_credentials' };
  if (secretIn === 'body')
    return { body: new URLSearchParams({ ...grant, client_id: clientId, client_secret: clientSecret }) };
  const authorization = basic(encodeURIComponent(clientId), encodeURIComponent(clientSecret));
  return { headers: { authorization }, body: new URLSearchParams(grant) };
};

/**
 * Hands messages over under a token, which is asked for once and used until it ends, or until the gateway has withdrawn
 * it. `now` in milliseconds. Without a token nothing has been sent.
 */
export const postWithToken = (credentials: ClientCredentials, http: SmsHttp, now: () => number): HandOver => {
  let held: (ClientToken & { readonly until: number }) | undefined;
  const ask = async (): Promise<ClientToken> => {
    const response = await http.fetch(credentials.tokenAddress, {
      method: 'POST',
      redirect: 'error',
      ...requestFor(credentials),
      signal: AbortSignal.timeout(http.timeout),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { instead: response.status >= 500 || response.status === 429 ? later : refused };
    }
    const { access_token: token, expires_in: seconds } = (await response.json()) as Record<string, unknown>;
    if (typeof token !== 'string') return { instead: refused };
    return (held = { token, until: now() + (Number(seconds ?? 0) - margin) * 1000 });
  };
  const handOver: HandOver = async (post, taken) => {
    const known = held !== undefined && held.until > now() ? held : undefined;
    const { token, instead } = known ?? (await ask().catch(() => ({ instead: later, token: undefined })));
    if (token === undefined) return instead;
    let isWithdrawn = false as boolean;
    const unauthorized = (): SmsAnswer => {
      isWithdrawn = known !== undefined;
      if (held?.token === token) held = undefined;
      return refused;
    };
    const answer = await postSms(http, { ...post, authorization: `Bearer ${token}`, unauthorized }, taken);
    // One that was good before can have been withdrawn; nothing went out under it.
    return isWithdrawn ? handOver(post, taken) : answer;
  };
  return handOver;
};
