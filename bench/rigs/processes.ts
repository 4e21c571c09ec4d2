import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all it has started hold. */
export interface Held {
  /** Descriptors of files and sockets. */
  readonly descriptors: number;
  /** Memory, with what is shared divided among those who share it. KiB. */
  readonly memory: number;
}

const parentOf = (pid: string): number => {
  // The name, in brackets, may hold anything.
  const [, rest = ''] = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  return Number(rest);
};

const orNothing = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    // It ended meanwhile.
    return undefined;
  }
};

const familyOf = (root: number): readonly string[] => {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.map((pid) => [pid, orNothing(() => parentOf(pid))]));
  const isOfFamily = (pid: string): boolean => {
    const parent = parents.get(pid);
    return Number(pid) === root || (parent !== undefined && parent > 1 && isOfFamily(String(parent)));
  };
  return all.filter(isOfFamily);
};

const memoryOf = (pid: string): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);

/** What a process and its descendants hold now; Linux tells. */
export const heldBy = (root: number): Held => {
  const family = familyOf(root).flatMap((pid) => {
    const held = orNothing(() => ({
      descriptors: readdirSync(`/proc/${pid}/fd`).length,
      memory: memoryOf(pid),
    }));
    return held === undefined ? [] : [held];
  });
  return {
    descriptors: family.reduce((sum, { descriptors }) => sum + descriptors, 0),
    memory: family.reduce((sum, { memory }) => sum + memory, 0),
  };
};
