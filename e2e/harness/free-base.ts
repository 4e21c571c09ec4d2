import { portsFrom, takenPorts } from '../../examples/demo/ports.ts';

const FIRST_PORT = 20_000;
const PORT_RANGE = 12_000;
const PORTS_EACH = 5;

/** A first port whose four neighbours are free too; below the range the kernel gives out by itself. */
export const freeBase = async (): Promise<number> => {
  for (;;) {
    const base = FIRST_PORT + PORTS_EACH * Math.floor((Math.random() * PORT_RANGE) / PORTS_EACH);
    if ((await takenPorts(portsFrom(base))).length === 0) return base;
  }
};
