// The one file that knows the process: it reads the environment, wires, listens, and stops in good order.
import process from 'node:process';
import { listen, drain } from './adapters/node/http-server.ts';
import { openServer } from './adapters/node/open-server.ts';
import { createPinoLog } from './adapters/pino/pino-log.ts';
import { attachSignalling } from './adapters/ws/attach-signalling.ts';
import { systemTimers } from './adapters/ws/system-timers.ts';
import { readConfig, type Config } from './config.ts';
import { logFault } from './services/index.ts';
import { Signalling } from './services/signalling.ts';

const log = createPinoLog(process.stdout);
const stopMilliseconds = 5000;

/** What must not happen is logged, and does not end the process: thousands wait on it. */
const survive = (): void => {
  process.on('uncaughtException', logFault(log, 'uncaught'));
  process.on('unhandledRejection', logFault(log, 'unhandled'));
};

const start = async (config: Config): Promise<() => Promise<void>> => {
  const server = await openServer(config, log);
  const http = await listen(server, config);
  const signalling = attachSignalling(http, {
    signalling: new Signalling({
      tickets: server.ports.tickets,
      members: server.services.rooms,
      timers: systemTimers,
      observe: (what) => {
        log.write({ event: 'signalling', what });
      },
    }),
    allowedOrigins: config.origins,
  });
  log.write({ event: 'started', port: config.port });
  return async () => {
    const drained = drain(http);
    await server.dispose();
    await signalling.stop();
    await drained;
    await server.ports.store.close();
  };
};

const stopOn = (stop: () => Promise<void>): void => {
  const end = (signal: NodeJS.Signals): void => {
    log.write({ event: 'stopping', signal });
    // Whatever hangs, the process is gone in time for the next to take over.
    setTimeout(() => process.exit(1), stopMilliseconds).unref();
    stop().then(
      () => {
        log.write({ event: 'stopped' });
        process.exit(0);
      },
      (error: unknown) => {
        logFault(log, 'stopping')(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
};

const complain = (sentences: readonly string[]): void => {
  process.stderr.write(`The server cannot start.\n${sentences.map((one) => `- ${one}\n`).join('')}`);
  process.exitCode = 1;
};

// What the server writes, the database above all, is for its own user.
process.umask(0o077);

const { config, mistakes } = readConfig(process.env);
if (config === undefined) complain(mistakes);
else {
  start(config).then(
    (stop) => {
      survive();
      stopOn(stop);
    },
    (error: unknown) => {
      complain([error instanceof Error ? error.message : 'Something unknown went wrong.']);
      process.exit(1);
    },
  );
}
