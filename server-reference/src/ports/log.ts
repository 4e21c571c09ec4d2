import type { InviteStatus, PrincipalKind, ProblemCode, RouteName, SmsFailure } from '@venterum/contract';
import type { LoginRefusal } from './token-verifier.ts';

/** What a request was for, as a template: never the address itself. */
export type RouteLabel =
  | RouteName
  | 'events'
  | 'healthz'
  | 'readyz'
  | 'metrics'
  | 'openapi'
  | 'docs'
  | 'outbox'
  | 'sms-report'
  | 'none';

/** Everything that is ever logged. A closed union without free text or free objects, so nothing personal fits in. */
export type LogEvent =
  | {
      readonly event: 'request';
      readonly route: RouteLabel;
      readonly status: number;
      readonly milliseconds: number;
      readonly correlationId: string;
      readonly code?: ProblemCode;
      readonly kind?: PrincipalKind;
    }
  | {
      readonly event: 'fault';
      readonly where: string;
      /** The error's class and the places it came through; its message may hold anything and stays out. */
      readonly error: string;
      readonly frames: readonly string[];
      readonly correlationId?: string;
    }
  | { readonly event: 'started'; readonly port: number }
  | { readonly event: 'stopping'; readonly signal: string }
  | { readonly event: 'stopped' }
  | { readonly event: 'key-created' }
  | { readonly event: 'session-started'; readonly kind: PrincipalKind }
  | { readonly event: 'session-ended'; readonly reason: string }
  /** Which check, where the verifier tells: never a value, which would be somebody's. */
  | { readonly event: 'login-refused'; readonly reason?: LoginRefusal }
  /** Six digits that are nobody's. */
  | { readonly event: 'code-refused' }
  | {
      readonly event: 'sms';
      readonly inviteId: string;
      readonly status: InviteStatus;
      readonly failure?: SmsFailure;
    }
  /** Message after message to a block of numbers: somebody may be paid for it. To be looked at by a person. */
  | { readonly event: 'sms-pumping'; readonly clinicId: string; readonly prefix: string }
  /** Somebody who is not the gateway reported a delivery. */
  | { readonly event: 'sms-report-refused' }
  | { readonly event: 'swept'; readonly visits: number; readonly invites: number }
  | { readonly event: 'signalling'; readonly what: string };

/** Writes what happened, for whoever operates the server. */
export interface Log {
  write(event: LogEvent): void;
}
