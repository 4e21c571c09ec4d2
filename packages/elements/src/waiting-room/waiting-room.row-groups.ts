import type { ClinicVisit } from '@venterum/contract';

/** Few enough to be laid out at once while somebody scrolls, and many enough that 300 rows are few groups. */
const LENGTH = 5;

/** Neighbours in the list. */
export interface RowGroup {
  /** Stays with the group for as long as somebody of it waits. */
  readonly key: number;
  /** How many wait before its first. */
  readonly start: number;
  readonly visits: ClinicVisit[];
}

/**
 * Parts a list into groups of neighbours, so that a change in the queue is a change in one group, and the browser lays
 * out, moves, watches and paints the others as a whole. Whoever has a group stays in it while the order allows: the row
 * is not made anew when others come or go.
 */
export class RowGroups {
  #keys = new Map<string, number>();
  #made = 0;

  /** The groups of these, in their order. */
  of(visits: readonly ClinicVisit[]): readonly RowGroup[] {
    const keys = new Map<string, number>();
    const groups: RowGroup[] = [];
    let group: RowGroup | undefined;
    for (const [start, visit] of visits.entries()) {
      const own = this.#keys.get(visit.id);
      if (group === undefined || own !== group.key) {
        const isFree = own !== undefined && groups.every(({ key }) => key !== own);
        if (group === undefined || isFree || group.visits.length >= LENGTH)
          groups.push((group = { key: isFree ? own : (this.#made += 1), start, visits: [] }));
      }
      group.visits.push(visit);
      keys.set(visit.id, group.key);
    }
    this.#keys = keys;
    return groups;
  }
}
