// Every gateway there is: how it is opened, what it documents, and how it reports.
import { SignJWT } from 'jose';
import type { SmsGateway, SmsNews } from '../../ports/sms-gateway.ts';
import { createCpsms } from './cpsms.ts';
import { createGatewayApi } from './gateway-api.ts';
import { createLinkMobility } from './link-mobility.ts';
import type { SmsHttp } from './post-sms.ts';
import { createVdx } from './vdx.ts';

/** Shared with every gateway. */
export const secret = 'a-secret-of-the-reports-of-a-test';

const server = 'https://video.example.dk';
const sender = 'Venterum';
const guard = { secret, place: 'path', networks: [] } as const;

/** A report on its way: address after the gateway's name, and what it carries. */
export interface SentReport {
  readonly address: string;
  readonly init?: RequestInit;
}

const signedReport = (jwt: string, body: object): SentReport => {
  const headers = { 'content-type': 'application/json', 'x-gwapi-signature': jwt };
  return { address: '', init: { method: 'POST', headers, body: JSON.stringify(body) } };
};

/** One gateway, for the tests that hold for all. */
export interface GatewayKind {
  readonly name: string;
  open(origin: string, http: SmsHttp): SmsGateway;
  /** What the attempt `attempt-1` to 20 12 34 56 looks like on the wire. */
  readonly wire: { readonly path: string; readonly authorization: string; readonly body: object };
  /** Its answer to a message that it takes, and how far that is. */
  readonly taken: { readonly body: unknown; readonly status: SmsNews['status'] };
  /** Its answers to a message that it does not take. */
  readonly refusals: readonly (readonly [number, unknown])[];
  /** Answers out of which nobody can say whether it was taken. */
  readonly unclear: readonly unknown[];
  /** A genuine report of one of its words, or one forged with another secret. */
  report(word: string, attempt: string, key?: string): Promise<SentReport>;
  /** Others that are not its own. */
  readonly forgeries?: (attempt: string) => readonly SentReport[];
  readonly words: Readonly<Record<string, SmsNews>>;
  readonly delivered: string;
  readonly underway: string;
}

const failed = (failure?: NonNullable<SmsNews['failure']>): SmsNews => ({
  status: 'failed',
  ...(failure === undefined ? {} : { failure }),
});
const sent: SmsNews = { status: 'sent' };
const queued: SmsNews = { status: 'queued' };
const delivered: SmsNews = { status: 'delivered' };

const gatewayApi: GatewayKind = {
  name: 'gatewayapi',
  open: (address, http) => {
    const reports = `${server}/v1/sms/reports/gatewayapi`;
    return createGatewayApi({ address, token: 'token', sender, secret, reports }, http);
  },
  wire: {
    path: '/rest/mtsms',
    authorization: 'Token token',
    body: {
      class: 'standard',
      message: 'Hej',
      sender,
      userref: 'attempt-1',
      callback_url: `${server}/v1/sms/reports/gatewayapi`,
      recipients: [{ msisdn: 4_520_123_456 }],
    },
  },
  taken: { body: { ids: [421_332_671], usage: {} }, status: 'sent' },
  refusals: [
    [401, { code: '0x0100' }],
    [403, {}],
    [422, {}],
  ],
  unclear: ['no ids', {}, { ids: [] }],
  report: async (status, userref, key = secret) => {
    const jwt = await new SignJWT({ id: 1, msisdn: 4_520_123_456, status, userref })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(key));
    // Of the body only the signed copy counts.
    return signedReport(jwt, { status: 'REJECTED', userref });
  },
  forgeries: (userref) => {
    const body = { status: 'DELIVERED', userref };
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(body))}.`.replaceAll('=', '');
    return [signedReport(unsigned, body), signedReport('nonsense', body)];
  },
  words: {
    SCHEDULED: queued,
    BUFFERED: queued,
    ACCEPTED: sent,
    ENROUTE: sent,
    DELIVERED: delivered,
    EXPIRED: failed('unreachable'),
    UNDELIVERABLE: failed('unreachable'),
    REJECTED: failed('refused'),
    SKIPPED: failed('gateway'),
    DELETED: failed('gateway'),
  },
  delivered: 'DELIVERED',
  underway: 'ENROUTE',
};

const form = { 'content-type': 'application/x-www-form-urlencoded' };

const cpsms: GatewayKind = {
  name: 'cpsms',
  open: (address, http) => {
    const words = { OK: delivered, SENT: sent, NO_SUCH: failed('number') };
    const reports = { ...guard, server, field: 'state', words };
    return createCpsms({ address, user: 'user', key: 'key', sender, reports }, http);
  },
  wire: {
    path: '/v2/send',
    authorization: `Basic ${btoa('user:key')}`,
    body: {
      to: '4520123456',
      message: 'Hej',
      from: sender,
      reference: 'attempt-1',
      dlr_url: `${server}/v1/sms/reports/cpsms/${secret}/attempt-1`,
    },
  },
  taken: { body: { success: [{ to: '4520123456', cost: 1, smsAmount: 1 }] }, status: 'sent' },
  refusals: [
    [207, { success: [], error: [{ code: 400, message: 'Invalid number', to: '4520123456' }] }],
    [400, { error: { code: 400, message: 'Bad request' } }],
    [402, {}],
    [403, {}],
    [409, {}],
  ],
  unclear: ['yes', {}, { success: [[]] }],
  report: (state, attempt, key = secret) => {
    const init = {
      method: 'POST',
      headers: form,
      body: new URLSearchParams({ state, to: '4520123456' }).toString(),
    };
    return Promise.resolve({ address: `/${key}/${attempt}`, init });
  },
  words: { OK: delivered, ok: delivered, SENT: sent, NO_SUCH: failed('number') },
  delivered: 'OK',
  underway: 'SENT',
};

const linkReport = (refId: string, resultCode: number | string): object => ({
  refId,
  id: 'Dcshuhod0PMAAAFQ+/PbnR3x',
  operator: 'dk.test',
  sentTimestamp: '2026-11-19T09:37:35Z',
  timestamp: '2026-11-19T09:37:00Z',
  resultCode,
  operatorResultCode: null,
  segments: 1,
  gateCustomParameters: {},
  customParameters: {},
});

const eachCode = (codes: readonly number[], news: SmsNews): Record<string, SmsNews> =>
  Object.fromEntries(codes.map((code) => [String(code), news]));

const openLink =
  (auth: 'basic' | 'oauth2'): GatewayKind['open'] =>
  (address, http) => {
    const account = { address, auth, user: 'user', password: 'password' };
    const platform = { platformId: 'platform', platformPartnerId: 'partner', sender };
    const reports = { ...guard, gate: 'gate' };
    return createLinkMobility({ ...account, ...platform, reports }, http, () => 0);
  };

const link: GatewayKind = {
  name: 'link',
  open: openLink('basic'),
  wire: {
    path: '/sms/send',
    authorization: `Basic ${btoa('user:password')}`,
    body: {
      source: sender,
      sourceTON: 'ALPHANUMERIC',
      destination: '+4520123456',
      destinationTON: 'MSISDN',
      userData: 'Hej',
      dcs: 'TEXT',
      platformId: 'platform',
      platformPartnerId: 'partner',
      refId: 'attempt-1',
      relativeValidityTime: 3_600_000,
      ignoreResponse: false,
      useDeliveryReport: true,
      deliveryReportGates: ['gate'],
    },
  },
  taken: {
    body: { messageId: 'Dcshuhod0PMAAAFQ', resultCode: 1005, description: 'Queued' },
    status: 'queued',
  },
  refusals: [
    [400, { resultCode: 106_200, description: 'Invalid or missing platformId' }],
    [401, { resultCode: 106_100 }],
    [403, { resultCode: 106_101 }],
  ],
  unclear: ['yes', {}],
  report: (word, attempt, key = secret) => {
    const body = JSON.stringify(linkReport(attempt, /^\d+$/.test(word) ? Number(word) : word));
    const headers = { 'content-type': 'application/json' };
    return Promise.resolve({ address: `/${key}`, init: { method: 'POST', headers, body } });
  },
  words: {
    ...eachCode([1005, 1012], queued),
    ...eachCode([1000, 1008, 1011], sent),
    ...eachCode([1001, 1007], delivered),
    ...eachCode([1006, 1009], failed()),
    ...eachCode([1002, 1004], failed('unreachable')),
    ...eachCode([2104, 2106], failed('number')),
    ...eachCode([2105, 2107, 2200, 2207], failed('refused')),
    ...eachCode([0, 6, 105, 3000, 4000, 4007], failed('gateway')),
    ...eachCode([4, 5, 1010], { status: 'unknown' }),
  },
  delivered: '1001',
  underway: '1000',
};

const linkByToken: GatewayKind = {
  ...link,
  open: openLink('oauth2'),
  wire: { ...link.wire, authorization: 'Bearer token-of-an-hour' },
};

const vdx: GatewayKind = {
  name: 'vdx',
  open: (origin, http) =>
    createVdx(
      {
        address: `${origin}/send`,
        body: '{"recipient":"%to%","text":"%text%","from":"%sender%","meta":{"ref":["%reference%",1]},"%":"%other%"}',
        ...{ tokenAddress: `${origin}/token`, clientId: 'client', clientSecret: 'password', sender },
        reports: { ...guard, server, words: { DONE: delivered, SENT: sent, LOST: failed('unreachable') } },
      },
      http,
      () => 0,
    ),
  wire: {
    path: '/send',
    authorization: 'Bearer token-of-an-hour',
    body: {
      recipient: '+4520123456',
      text: 'Hej',
      from: sender,
      meta: { ref: ['attempt-1', 1] },
      '%': '%other%',
    },
  },
  taken: { body: {}, status: 'sent' },
  refusals: [
    [400, {}],
    [401, {}],
  ],
  unclear: [],
  // VDX does not tell by which method: this one is a GET.
  report: (word, attempt, key = secret) =>
    Promise.resolve({ address: `/${key}?r=${attempt}&s=${encodeURIComponent(word)}` }),
  words: { DONE: delivered, done: delivered, SENT: sent, LOST: failed('unreachable') },
  delivered: 'DONE',
  underway: 'SENT',
};

/** All of them. */
export const gatewayKinds: readonly GatewayKind[] = [gatewayApi, cpsms, link, linkByToken, vdx];
