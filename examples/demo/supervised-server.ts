import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** What the supervisor needs to start the server, again and again. */
export interface SupervisedServerOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Address answering 200 once the server can be used. */
  readonly readyUrl: string;
  /** Receives everything the server prints. */
  readonly logFile: string;
  /** Hears when the server died by itself and is started again. */
  readonly onRestart?: (reason: string) => void;
  /** Hears when it died so often that starting it again makes no sense. */
  readonly onGivingUp?: (reason: string) => void;
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
    env: { ...process.env, ...options.env },
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

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => { resolve(); });
  });

const end = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MILLISECONDS);
  await gone(child);
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
    child.once('exit', (code, signal) => {
      if (stopping) return;
      const reason = signal ?? `exit code ${code ?? '?'}`;
      quickDeaths = Date.now() - startedAt < QUICK_MILLISECONDS ? quickDeaths + 1 : 0;
      if (quickDeaths < QUICK_DEATHS) {
        options.onRestart?.(reason);
        run();
        return;
      }
      hopeless = reason;
      options.onGivingUp?.(reason);
    });
  };
  run();

  return {
    pid: () => child.pid,
    async ready() {
      while (!(await answers(options.readyUrl))) {
        if (hopeless !== undefined) throw new Error(`The server does not start (${hopeless}); see ${options.logFile}`);
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
