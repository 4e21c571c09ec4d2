// `npm start`: everything one needs to see the whole flow, on one machine, from one command.
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { startDemo } from './demo.ts';
import { greeting } from './greeting.ts';
import { PortTakenError } from './ports.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const MAX_BASE_PORT = 65_531;

const readPort = (): number => {
  const port = Number(process.env['PORT'] ?? '4400');
  if (Number.isInteger(port) && port > 0 && port <= MAX_BASE_PORT) return port;
  throw new Error(
    `PORT must be a whole number from 1 to ${MAX_BASE_PORT}: the demo takes five ports from there.`,
  );
};

const complain = (error: unknown): void => {
  console.error(error instanceof PortTakenError || error instanceof Error ? error.message : error);
  process.exitCode = 1;
};

const run = async (): Promise<void> => {
  const demo = await startDemo({
    basePort: readPort(),
    dataFolder: process.env['DEMO_DATA'] ?? join(repository, 'data', 'demo'),
    onIncident: (sentence) => {
      console.error(sentence);
    },
  });
  console.log(greeting(demo.addresses));
  let stopping = false;
  const stop = (): void => {
    // A second Ctrl-C does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    demo.stop().then(() => process.exit(0), complain);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};

run().catch(complain);
