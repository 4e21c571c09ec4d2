import type { SmsAnswer, SmsGateway } from '../../ports/sms-gateway.ts';
import { basic, postSms, type SmsHttp } from './post-sms.ts';
import { fieldsOf } from './report-fields.ts';
import { createReportGuard, reportAddress, type ReportGuardSettings } from './report-guard.ts';
import { meaningOf, type StatusWords } from './status-words.ts';

/** How CPSMS reports, which its documentation does not tell. */
export interface CpsmsReports extends ReportGuardSettings {
  /** Origin this server is reached at. */
  readonly server: string;
  /** Name of the field with the status. */
  readonly field: string;
  readonly words: StatusWords;
}

/** An account at CPSMS. */
export interface CpsmsSettings {
  /** `https://api.cpsms.dk` */
  readonly address: string;
  readonly user: string;
  readonly key: string;
  /** Up to 11 letters and digits, or a number. */
  readonly sender: string;
  /** Left out: no reports are asked for, and messages stay `sent`. */
  readonly reports?: CpsmsReports;
}

/** 207 tells of the messages that were not taken, and there is one message. */
const answerIn = (json: unknown): SmsAnswer => {
  const { success, error } = (json ?? {}) as { success?: unknown; error?: unknown };
  if (Array.isArray(success) && success.flat().length > 0) return { outcome: 'taken', status: 'sent' };
  return error === undefined ? { outcome: 'unsure' } : { outcome: 'refused', failure: 'gateway' };
};

/** Each message has an address for its reports of its own, which tells what they are about. */
const readerOf = ({ field, words, ...guarded }: CpsmsReports): Required<SmsGateway>['readReports'] => {
  const guard = createReportGuard(guarded);
  return (request) => {
    const rest = guard(request);
    const [attemptId] = rest ?? [];
    if (rest === undefined) return Promise.resolve(undefined);
    const news = meaningOf(words, fieldsOf(request).get(field));
    return Promise.resolve(attemptId === undefined ? [] : [{ attemptId, ...news }]);
  };
};

/** CPSMS, API version 2. It does not say that a `reference` is sent once only, so it is not relied on. */
export const createCpsms = (settings: CpsmsSettings, http: SmsHttp): SmsGateway => {
  const { address, user, key, sender, reports } = settings;
  const reportTo =
    reports === undefined
      ? () => ({})
      : (attemptId: string) => ({
          dlr_url: `${reportAddress(reports.server, 'cpsms', reports)}/${attemptId}`,
        });
  return {
    name: 'cpsms',
    honoursAttempts: false,
    send: ({ to, text, attemptId }) => {
      const body = {
        to: to.slice(1),
        message: text,
        from: sender,
        reference: attemptId,
        ...reportTo(attemptId),
      };
      return postSms(
        http,
        { address: `${address}/v2/send`, authorization: basic(user, key), body },
        answerIn,
      );
    },
    ...(reports === undefined ? {} : { readReports: readerOf(reports) }),
  };
};
