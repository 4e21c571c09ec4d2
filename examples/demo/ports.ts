import { createServer } from 'node:net';

/** Where everything in the demo listens: five neighbours, so that one number moves them all. */
export interface DemoPorts {
  readonly server: number;
  readonly clinicLogin: number;
  readonly broker: number;
  readonly municipalLogin: number;
  readonly hostPages: number;
}

/** The five ports that follow from the first. */
export const portsFrom = (base: number): DemoPorts => ({
  server: base,
  clinicLogin: base + 1,
  broker: base + 2,
  municipalLogin: base + 3,
  hostPages: base + 4,
});

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    probe.listen(port, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });

/** Those of the ports that somebody else already has. */
export const takenPorts = async (ports: DemoPorts): Promise<readonly number[]> => {
  const taken: number[] = [];
  for (const port of Object.values(ports) as number[]) if (!(await isFree(port))) taken.push(port);
  return taken;
};

/** Thrown when a port is taken; the message says what to do about it. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';

  constructor(taken: readonly number[], base: number) {
    const which = taken.length === 1 ? `Port ${taken.join()} is` : `Ports ${taken.join(', ')} are`;
    super(
      `${which} in use. Stop the program that has ${taken.length === 1 ? 'it' : 'them'}, or start the demo elsewhere: ` +
        `PORT=${base + 100} npm start`,
    );
  }
}
