import { jwtVerify } from 'jose';
import type { SmsGateway, SmsReportRequest } from '../../ports/sms-gateway.ts';
import { postSms, type SmsHttp } from './post-sms.ts';
import { meaningOf, type StatusWords } from './status-words.ts';

/** An account at GatewayAPI. */
export interface GatewayApiSettings {
  /** `https://gatewayapi.eu` keeps the data in the EU. */
  readonly address: string;
  readonly token: string;
  /** Up to 11 letters and digits, or a number. */
  readonly sender: string;
  /** Where reports are to be sent. */
  readonly reports: string;
  /** Signs the reports. */
  readonly secret: string;
}

/** Source: GatewayAPI, "SMS status". */
const words: StatusWords = {
  SCHEDULED: { status: 'queued' },
  BUFFERED: { status: 'queued' },
  ACCEPTED: { status: 'sent' },
  ENROUTE: { status: 'sent' },
  DELIVERED: { status: 'delivered' },
  EXPIRED: { status: 'failed', failure: 'unreachable' },
  UNDELIVERABLE: { status: 'failed', failure: 'unreachable' },
  REJECTED: { status: 'failed', failure: 'refused' },
  SKIPPED: { status: 'failed', failure: 'gateway' },
  DELETED: { status: 'failed', failure: 'gateway' },
};

const isTaken = (json: unknown): boolean => {
  const { ids } = (json ?? {}) as { ids?: unknown };
  return Array.isArray(ids) && ids.length > 0;
};

/** The signed payload is the report; the body beside it is anybody's. */
const signedIn = async (
  request: SmsReportRequest,
  secret: string,
): Promise<Record<string, unknown> | undefined> => {
  const token = request.headers.get('x-gwapi-signature') ?? '';
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS256'] });
    return payload;
  } catch {
    return undefined;
  }
};

/** GatewayAPI's REST API. It does not say that a `userref` is sent once only, so it is not relied on. */
export const createGatewayApi = (settings: GatewayApiSettings, http: SmsHttp): SmsGateway => ({
  name: 'gatewayapi',
  honoursAttempts: false,
  send: ({ to, text, attemptId }) =>
    postSms(
      http,
      {
        address: `${settings.address}/rest/mtsms`,
        authorization: `Token ${settings.token}`,
        body: {
          class: 'standard',
          message: text,
          sender: settings.sender,
          userref: attemptId,
          callback_url: settings.reports,
          recipients: [{ msisdn: Number(to.slice(1)) }],
        },
      },
      (json) => (isTaken(json) ? { outcome: 'taken', status: 'sent' } : { outcome: 'unsure' }),
    ),
  readReports: async (request) => {
    const report = await signedIn(request, settings.secret);
    if (report === undefined) return undefined;
    const { userref, status } = report;
    return typeof userref === 'string' ? [{ attemptId: userref, ...meaningOf(words, status) }] : [];
  },
});
