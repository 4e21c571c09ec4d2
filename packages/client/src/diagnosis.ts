import type { Instant, RouteName } from '@venterum/contract';
import type { SessionState } from './session/session-state.ts';
import type { Failure } from './stores/failure.ts';
import { version } from './version.ts';

/** The last problem, without what was sent or answered. */
export interface NotedProblem {
  readonly route: RouteName;
  readonly code: Failure['code'];
  readonly correlationId: string | undefined;
  readonly at: Instant;
}

/** What a diagnosis is made from. */
export interface DiagnosisFacts {
  readonly server: string;
  readonly session: SessionState;
  readonly problem: NotedProblem | undefined;
}

const sessionText = (session: SessionState): string =>
  session.status === 'active' ? `active, ${session.principal.kind}` : session.status;

const problemText = (problem: NotedProblem | undefined): string =>
  problem === undefined
    ? 'none'
    : [problem.code, problem.route, problem.correlationId, problem.at].filter(Boolean).join(', ');

// `URL.canParse` is not there yet on iPhones with iOS 16.
const hostOf = (server: string): string => {
  try {
    return new URL(server).host;
  } catch {
    return 'unknown';
  }
};

/** Lines for the support, in English for whoever reads logs. Names, numbers and tokens never get in. */
export const describe = ({ server, session, problem }: DiagnosisFacts): string =>
  [
    `Venterum ${version}`,
    `Server: ${hostOf(server)}`,
    `Session: ${sessionText(session)}`,
    `Last problem: ${problemText(problem)}`,
    `Browser: ${typeof navigator === 'undefined' ? 'unknown' : navigator.userAgent}`,
  ].join('\n');
