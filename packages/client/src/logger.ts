/** Facts beside a log line: codes, counts and ids of requests, never personal data, tokens or bodies. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where the client writes what happened. Nothing is written unless a host brings one. */
export interface Logger {
  debug(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
}

const nothing = (): void => undefined;

/** Writes nothing. */
export const silentLogger: Logger = { debug: nothing, warn: nothing };
