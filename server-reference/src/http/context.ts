import type { Context } from 'hono';
import type { PrincipalKind, ProblemCode } from '@venterum/contract';
import type { RouteLabel } from '../ports/log.ts';

/** What travels with a request through the app. */
export interface AppVariables {
  correlationId: string;
  label: RouteLabel;
  /** Of whoever asks, for limits alone. */
  address: string;
  /** For the log. */
  kind: PrincipalKind | undefined;
  code: ProblemCode | undefined;
  /** Headers every answer to this request carries. */
  headers: Readonly<Record<string, string>>;
  /** The answer has them already. */
  complete: boolean;
}

/** Environment of the Hono app. `Bindings` is whatever the HTTP server gives along. */
export interface AppEnv {
  Variables: AppVariables;
  Bindings: object;
}

/** Context of one request. */
export type AppContext = Context<AppEnv>;
