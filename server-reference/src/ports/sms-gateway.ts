import type { InviteStatus, Phone, SmsFailure } from '@venterum/contract';

/** One text message. */
export interface SmsMessage {
  readonly to: Phone;
  readonly text: string;
  /** The same attempt is never sent twice. */
  readonly attemptId: string;
}

/** What a gateway can know. */
export type SmsStatus = Extract<InviteStatus, 'queued' | 'sent' | 'delivered' | 'failed' | 'unknown'>;

/** How far a message is, as a gateway tells. */
export interface SmsNews {
  readonly status: SmsStatus;
  /** With `failed`, when the gateway tells why. */
  readonly failure?: SmsFailure;
}

/** What became of handing a message over. */
export type SmsAnswer =
  | ({ readonly outcome: 'taken' } & SmsNews)
  /** Not taken, and it will not be. */
  | { readonly outcome: 'refused'; readonly failure: SmsFailure }
  /** Surely not taken; may be tried again, when the gateway says so after this many seconds. */
  | { readonly outcome: 'later'; readonly seconds?: number }
  /** Nobody knows whether it was taken. */
  | { readonly outcome: 'unsure' };

/** A delivery report about one attempt. */
export interface SmsReport extends SmsNews {
  readonly attemptId: string;
}

/** A request that says it is a delivery report. */
export interface SmsReportRequest {
  /** What stands in its address after the gateway's name. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
  /** Where it comes from; IPv6 by its network of 64 bits. */
  readonly from: string;
}

/** Sends text messages, and understands what is reported of them. */
export interface SmsGateway {
  /** In the address of its reports: `/v1/sms/reports/<name>`, and what it adds to that. */
  readonly name: string;
  /** An attempt handed over twice is sent once: so one whose fate nobody knows may be handed over again. */
  readonly honoursAttempts: boolean;
  /** Hands a message over. A rejection counts as `unsure`. */
  send(message: SmsMessage): Promise<SmsAnswer>;
  /** What is reported; `undefined` when it does not come from the gateway. Left out: there are no reports. */
  readReports?(request: SmsReportRequest): Promise<readonly SmsReport[] | undefined>;
}
