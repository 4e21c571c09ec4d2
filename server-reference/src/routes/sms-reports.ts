import type { Hono } from 'hono';
import type { AppContext, AppEnv } from '../http/context.ts';
import { readText } from '../http/read-body.ts';
import type { Log } from '../ports/log.ts';
import type { SmsGateway, SmsReportRequest } from '../ports/sms-gateway.ts';
import { Refusal } from '../services/refusal.ts';
import type { SmsNewsDesk } from '../services/sms-news.ts';

/** What the report route needs. */
export interface SmsReportParts {
  readonly sms: SmsGateway;
  readonly smsNews: SmsNewsDesk;
  readonly log: Log;
}

const requestOf = async (c: AppContext, root: string): Promise<SmsReportRequest> => {
  const { pathname, searchParams } = new URL(c.req.url);
  return {
    path: pathname
      .slice(root.length)
      .split('/')
      .filter((part) => part !== ''),
    query: searchParams,
    headers: c.req.raw.headers,
    body: await readText(c.req.raw),
    from: c.get('address'),
  };
};

/**
 * `/v1/sms/reports/<gateway>`, and what follows: what the gateway in use tells of messages, in its own format, by its own
 * method and authenticated in its own way. One that is about nothing known here is taken like any other, or the gateway
 * would send it for days.
 */
export const registerSmsReports = (app: Hono<AppEnv>, { sms, smsNews, log }: SmsReportParts): void => {
  if (sms.readReports === undefined) return;
  const root = `/v1/sms/reports/${sms.name}`;
  // Of some gateways nobody tells by which of the two methods they report.
  app.on(['GET', 'POST'], [root, `${root}/*`], async (c) => {
    c.set('label', 'sms-report');
    const reports = await sms.readReports?.(await requestOf(c, root));
    if (reports === undefined) {
      log.write({ event: 'sms-report-refused' });
      throw new Refusal('unauthenticated');
    }
    await smsNews.report(reports);
    return c.json({ status: 'ok' });
  });
};
