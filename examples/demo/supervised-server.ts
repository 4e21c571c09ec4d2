import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, writeFileSync, type WriteStream } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** What the supervisor needs to start the server, again and again. */
export interface SupervisedServerOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Address answering 200 once the server can be used. */
  readonly readyUrl: string;
  /** Receives everything the server prints. */
  readonly logFile: string;
  /** Holds the process id of the server running now, for whoever watches from outside. */
  readonly pidFile: string;
  /** Hears, in a sentence, when the server died by itself and what becomes of it. */
  readonly onIncident?: (sentence: string) => void;
}

/** The reference server as a child process that comes back when it dies. */
export interface SupervisedServer {
  /** Process id of the server running now. */
  pid(): number | undefined;
  /** Resolves when the server answers; rejects when it has given up. */
  ready(): Promise<void>;
  /** Ends the server for good. */
  stop(): Promise<void>;
}

const main = fileURLToPath(import.meta.resolve('@venterum/server-reference/main'));
const preload = new URL('./stop-with-parent.ts', import.meta.url).href;

/** Dying this often within {@link QUICK_MILLISECONDS} of a start means that it cannot start. */
const QUICK_DEATHS = 3;
const QUICK_MILLISECONDS = 2_000;
const POLL_MILLISECONDS = 50;
const KILL_AFTER_MILLISECONDS = 5_000;

const start = (options: SupervisedServerOptions, log: WriteStream): ChildProcess => {
  const child = spawn(process.execPath, ['--conditions=source', '--import', preload, main], {
    // Nothing else: the server knows what it is told here.
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  return child;
};

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};

/** Resolves when the process is gone and everything it printed has been read. */
const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });

const end = async (child: ChildProcess): Promise<void> => {
  const isGone = gone(child);
  // Both stay null until the process has ended.
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MILLISECONDS);
  await isGone;
  clearTimeout(timer);
};

/** Starts the server and keeps it running, as systemd or a container platform would. */
export const superviseServer = (options: SupervisedServerOptions): SupervisedServer => {
  const log = createWriteStream(options.logFile, { flags: 'a' });
  let stopping = false;
  let hopeless: string | undefined;
  let quickDeaths = 0;
  let child: ChildProcess;

  const run = (): void => {
    const startedAt = Date.now();
    child = start(options, log);
    writeFileSync(options.pidFile, String(child.pid ?? ''));
    child.once('exit', (code, signal) => {
      if (stopping) return;
      const reason = signal ?? `exit code ${code ?? '?'}`;
      quickDeaths = Date.now() - startedAt < QUICK_MILLISECONDS ? quickDeaths + 1 : 0;
      if (quickDeaths < QUICK_DEATHS) {
        options.onIncident?.(`The server died (${reason}) and is started again.`);
        run();
        return;
      }
      hopeless = reason;
      options.onIncident?.(`The server keeps dying (${reason}); see ${options.logFile}`);
    });
  };
  run();

  return {
    pid: () => child.pid,
    async ready() {
      while (!(await answers(options.readyUrl))) {
        if (hopeless !== undefined)
          throw new Error(`The server does not start (${hopeless}); see ${options.logFile}`);
        await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
      }
    },
    async stop() {
      stopping = true;
      await end(child);
      await new Promise((resolve) => log.end(resolve));
    },
  };
};
