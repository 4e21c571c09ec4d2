import type { SmsGateway } from '../../ports/sms-gateway.ts';
import { postWithToken, type ClientCredentials } from './client-token.ts';
import type { SmsHttp } from './post-sms.ts';
import { createReportGuard, reportAddress, type ReportGuardSettings } from './report-guard.ts';
import { meaningOf, type StatusWords } from './status-words.ts';

/** The longest `smsCallbackUrl` that a VDX organisation takes. Source: VDX Organisation API v2. */
export const longestCallback = 100;

/** How messages go through VDX. How it takes them is told to those who are connected to it, and is configuration here. */
export interface VdxSettings extends ClientCredentials {
  /** Where a message is handed over, by POST. */
  readonly address: string;
  /** JSON of the request, with `%to%`, `%text%`, `%sender%` and `%reference%` where they belong. */
  readonly body: string;
  readonly sender: string;
  readonly reports: ReportGuardSettings & {
    /** Origin this server is reached at. */
    readonly server: string;
    /** What the values of `%status%` mean. */
    readonly words: StatusWords;
  };
}

/** What the organisation's `smsCallbackUrl` is to be. VDX puts values in for `%reference%` and `%status%`. */
export const vdxCallback = (server: string, guarded: ReportGuardSettings): string =>
  `${reportAddress(server, 'vdx', guarded)}?r=%reference%&s=%status%`;

/** Puts values in for placeholders, inside the texts of a JSON value. */
const filled = (template: unknown, values: Readonly<Record<string, string>>): unknown => {
  if (typeof template === 'string')
    return template.replace(/%(to|text|sender|reference)%/g, (whole, name: string) => values[name] ?? whole);
  if (Array.isArray(template)) return template.map((one) => filled(one, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, filled(value, values)]));
};

/** VDX. Reports come by the organisation's callback, by whichever method. */
export const createVdx = (
  { address, body, sender, reports, ...credentials }: VdxSettings,
  http: SmsHttp,
  now: () => number,
): SmsGateway => {
  const { words, ...guarded } = reports;
  const guard = createReportGuard(guarded);
  const post = postWithToken(credentials, http, now);
  const template: unknown = JSON.parse(body);
  return {
    name: 'vdx',
    honoursAttempts: false,
    send: ({ to, text, attemptId }) => {
      const message = filled(template, { to, text, sender, reference: attemptId });
      return post({ address, body: message }, () => ({ outcome: 'taken', status: 'sent' }));
    },
    readReports: (request) => {
      if (guard(request) === undefined) return Promise.resolve(undefined);
      const attemptId = request.query.get('r');
      const news = meaningOf(words, request.query.get('s'));
      return Promise.resolve(attemptId === null ? [] : [{ attemptId, ...news }]);
    },
  };
};
