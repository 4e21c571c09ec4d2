import type { SmsAnswer, SmsGateway } from '../../ports/sms-gateway.ts';
import { durations } from '../../services/limits.ts';
import { postWithToken, type HandOver } from './client-token.ts';
import { basic, postSms, type SmsHttp } from './post-sms.ts';
import { fieldsOf } from './report-fields.ts';
import { createReportGuard, type ReportGuardSettings } from './report-guard.ts';
import { meaningOf, type StatusWords } from './status-words.ts';

/** An account at LINK Mobility's platform "Common". */
export interface LinkMobilitySettings {
  /** Origin that was assigned, e.g. `https://n-eu.linkmobility.io`. */
  readonly address: string;
  /** How the account is known: by name and password with every message, or by a token asked for with them. */
  readonly auth: 'basic' | 'oauth2';
  readonly user: string;
  readonly password: string;
  readonly platformId: string;
  readonly platformPartnerId: string;
  /** Up to 11 letters and digits, or a number. */
  readonly sender: string;
  /** With the gate that support tied to this server's address. Left out: no reports are asked for. */
  readonly reports?: ReportGuardSettings & { readonly gate: string };
}

const each = (
  codes: readonly number[],
  news: StatusWords[string],
): readonly (readonly [string, StatusWords[string]])[] => codes.map((code) => [String(code), news]);

/**
 * Source: LINK Mobility, "SMS REST API, MT and Delivery Reports", result codes. Where it says that the delivery is unknown
 * (4, 5, 1010), so it is here.
 */
const words: StatusWords = Object.fromEntries([
  ...each([1005, 1012], { status: 'queued' }),
  ...each([1000, 1008, 1011], { status: 'sent' }),
  ...each([1001, 1007], { status: 'delivered' }),
  ...each([1006, 1009], { status: 'failed' }),
  ...each([1002, 1004], { status: 'failed', failure: 'unreachable' }),
  ...each([2104, 2106], { status: 'failed', failure: 'number' }),
  ...each([2105, 2107, 2200, 2201, 2202, 2203, 2204, 2205, 2206, 2207], {
    status: 'failed',
    failure: 'refused',
  }),
  ...each([0, 1, 2, 3, 6, 104, 105, 3000, 3001, 3002], { status: 'failed', failure: 'gateway' }),
  ...each([4000, 4001, 4002, 4003, 4004, 4005, 4006, 4007], { status: 'failed', failure: 'gateway' }),
]);

/** A number long enough for a country's code is a telephone's; a shorter one is a service's. */
const sourceOf = (sender: string): { readonly source: string; readonly sourceTON: string } => {
  if (!/^\d+$/.test(sender)) return { source: sender, sourceTON: 'ALPHANUMERIC' };
  return sender.length < 9
    ? { source: sender, sourceTON: 'SHORTNUMBER' }
    : { source: `+${sender}`, sourceTON: 'MSISDN' };
};

const answerIn = (json: unknown): SmsAnswer => {
  const { messageId, resultCode } = (json ?? {}) as { messageId?: unknown; resultCode?: unknown };
  if (typeof messageId !== 'string') return { outcome: 'unsure' };
  return { outcome: 'taken', ...meaningOf(words, resultCode) };
};

const readerOf = (guarded: ReportGuardSettings): Required<SmsGateway>['readReports'] => {
  const guard = createReportGuard(guarded);
  return (request) => {
    if (guard(request) === undefined) return Promise.resolve(undefined);
    const fields = fieldsOf(request);
    const attemptId = fields.get('refId');
    const news = meaningOf(words, fields.get('resultCode'));
    return Promise.resolve(attemptId === undefined ? [] : [{ attemptId, ...news }]);
  };
};

const posting = (
  { address, auth, user, password }: LinkMobilitySettings,
  http: SmsHttp,
  now: () => number,
): HandOver => {
  const tokenAddress = `${address}/auth/token`;
  return auth === 'oauth2'
    ? postWithToken({ tokenAddress, clientId: user, clientSecret: password, secretIn: 'body' }, http, now)
    : (post, taken) => postSms(http, { ...post, authorization: basic(user, password) }, taken);
};

/** LINK Mobility's SMS REST API. A `refId` is "not used for anything except as a reference": the same can go out twice. */
export const createLinkMobility = (
  settings: LinkMobilitySettings,
  http: SmsHttp,
  now: () => number,
): SmsGateway => {
  const { address, platformId, platformPartnerId, sender, reports } = settings;
  const post = posting(settings, http, now);
  const always = {
    ...sourceOf(sender),
    destinationTON: 'MSISDN',
    dcs: 'TEXT',
    platformId,
    platformPartnerId,
    // Later than that the link in it is dead.
    relativeValidityTime: durations.invite,
    ignoreResponse: false,
    ...(reports === undefined
      ? { useDeliveryReport: false }
      : { useDeliveryReport: true, deliveryReportGates: [reports.gate] }),
  };
  return {
    name: 'link',
    honoursAttempts: false,
    send: ({ to, text, attemptId }) => {
      const body = { ...always, destination: to, userData: text, refId: attemptId };
      return post({ address: `${address}/sms/send`, body }, answerIn);
    },
    ...(reports === undefined ? {} : { readReports: readerOf(reports) }),
  };
};
