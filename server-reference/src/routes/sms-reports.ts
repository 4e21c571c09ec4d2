import type { Hono } from 'hono';
import type { AppEnv } from '../http/context.ts';
import { readBody } from '../http/read-body.ts';
import type { Log } from '../ports/log.ts';
import type { SmsGateway } from '../ports/sms-gateway.ts';
import { Refusal } from '../services/refusal.ts';
import type { SmsNewsDesk } from '../services/sms-news.ts';

/** What the report route needs. */
export interface SmsReportParts {
  readonly sms: SmsGateway;
  readonly smsNews: SmsNewsDesk;
  readonly log: Log;
}

/**
 * `POST /v1/sms/reports/<gateway>`: what the gateway in use tells of messages, in its own format and authenticated in
 * its own way. One that is about nothing known here is taken like any other, or the gateway would send it for days.
 */
export const registerSmsReports = (app: Hono<AppEnv>, { sms, smsNews, log }: SmsReportParts): void => {
  if (sms.readReports === undefined) return;
  app.post(`/v1/sms/reports/${sms.name}`, async (c) => {
    c.set('label', 'sms-report');
    const query = new URL(c.req.url).searchParams;
    const body = await readBody(c.req.raw);
    const reports = await sms.readReports?.({ query, headers: c.req.raw.headers, body });
    if (reports === undefined) {
      log.write({ event: 'sms-report-refused' });
      throw new Refusal('unauthenticated');
    }
    await smsNews.report(reports);
    return c.json({ status: 'ok' });
  });
};
