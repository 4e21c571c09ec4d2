import type { InviteStatus, Phone } from '@venterum/contract';

/** One text message. */
export interface SmsMessage {
  readonly to: Phone;
  readonly text: string;
  /** The same attempt is never sent twice. */
  readonly attemptId: string;
}

/** What a gateway can know. */
export type SmsStatus = Extract<InviteStatus, 'queued' | 'sent' | 'delivered' | 'failed' | 'unknown'>;

/** Sends text messages. A rejection counts as `failed`. */
export interface SmsGateway {
  send(message: SmsMessage): Promise<SmsStatus>;
}
