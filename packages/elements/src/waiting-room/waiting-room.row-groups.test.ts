import { expect } from '@open-wc/testing';
import type { ClinicVisit } from '@venterum/contract';
import { many } from './waiting-room.fixtures.test.ts';
import { RowGroups, type RowGroup } from './waiting-room.row-groups.ts';

const ids = (groups: readonly RowGroup[]): string[][] =>
  groups.map(({ visits }) => visits.map(({ id }) => id));

/** The group of each visit. */
const keysIn = (groups: readonly RowGroup[]): Map<string, number> =>
  new Map(groups.flatMap(({ key, visits }) => visits.map(({ id }) => [id, key] as const)));

const others = (all: ReadonlyMap<string, number>, ...gone: (ClinicVisit | undefined)[]) =>
  [...all].filter(([id]) => !gone.some((one) => one?.id === id));

describe('the groups of a list', () => {
  const visits = many(13);
  let groups: RowGroups;
  let first: Map<string, number>;

  beforeEach(() => {
    groups = new RowGroups();
    first = keysIn(groups.of(visits));
  });

  it('are neighbours in the order of the list, and know how many wait before them', () => {
    const all = groups.of(visits);
    expect(ids(all).map(({ length }) => length)).to.deep.equal([5, 5, 3]);
    expect(ids(all).flat()).to.deep.equal(visits.map(({ id }) => id));
    expect(all.map(({ start }) => start)).to.deep.equal([0, 5, 10]);
  });

  it('stay when somebody goes, wherever that is', () => {
    for (const index of [0, 4, 7]) {
      groups = new RowGroups();
      first = keysIn(groups.of(visits));
      const after = keysIn(groups.of(visits.filter((_, at) => at !== index)));
      expect([...after]).to.deep.equal(others(first, visits[index]));
    }
  });

  it('are gone with their last, and the others stay', () => {
    const after = keysIn(groups.of(visits.slice(5)));
    expect([...after]).to.deep.equal(others(first, ...visits.slice(0, 5)));
  });

  it('take newcomers in at the end until they are full', () => {
    const more = many(16);
    const after = groups.of(more);
    expect(ids(after).map(({ length }) => length)).to.deep.equal([5, 5, 5, 1]);
    expect([...keysIn(after)].slice(0, 13)).to.deep.equal([...first]);
  });

  it('leave all others where they are when somebody goes to the end or into another group', () => {
    const [head, ...rest] = visits;
    if (head === undefined) throw new Error('too few');
    for (const place of [rest.length, 7]) {
      const fresh = new RowGroups();
      const before = keysIn(fresh.of(visits));
      const after = keysIn(fresh.of([...rest.slice(0, place), head, ...rest.slice(place)]));
      for (const [id, key] of others(before, head)) expect(after.get(id), id).to.equal(key);
    }
  });

  it('keep the order of the list, each group once, whatever happens', () => {
    let order: readonly ClinicVisit[] = visits;
    for (let turn = 0; turn < 50; turn += 1) {
      const from = (turn * 7) % order.length;
      const others = order.filter((_, at) => at !== from);
      const moved = order.slice(from, from + 1);
      const to = (turn * 5) % order.length;
      order = [...others.slice(0, to), ...moved, ...others.slice(to)];
      const all = groups.of(order);
      expect(ids(all).flat()).to.deep.equal(order.map(({ id }) => id));
      expect(new Set(all.map(({ key }) => key)).size).to.equal(all.length);
    }
  });
});
