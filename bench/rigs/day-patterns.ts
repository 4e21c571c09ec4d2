import { between, type DayPattern } from './clinic-day.ts';

type Random = () => number;

const gap = (random: Random, mean: number): number => -Math.log(1 - random()) * mean;

/** People who come one by one, so often that the clinicians are mostly busy. */
const oneByOne =
  (everyMinutes: number, to = 200) =>
  (random: Random): { at: number }[] => {
    const arrivals: { at: number }[] = [];
    for (let at = gap(random, everyMinutes); at < to; at += gap(random, everyMinutes)) arrivals.push({ at });
    return arrivals;
  };

/** Rounds in care homes: several at once, three times a morning, and some in between. */
const inClusters =
  (size: number) =>
  (random: Random): { at: number }[] =>
    [10, 70, 130]
      .flatMap((about) =>
        Array.from({ length: Math.round(between(random, size * 0.6, size * 1.4)) }, () => ({
          at: about + between(random, 0, 12),
        })),
      )
      .concat(oneByOne(40)(random))
      .sort((a, b) => a.at - b.at);

/** Times agreed every quarter of an hour; most come a little early, some late, and some come without. */
const byAppointment = (random: Random): { at: number; agreed?: number }[] =>
  Array.from({ length: 13 }, (_, index) => {
    const agreed = 15 + index * 15;
    return { agreed, at: Math.max(0, agreed + between(random, -20, 6)) };
  })
    .concat(oneByOne(60)(random) as { at: number; agreed: number }[])
    .sort((a, b) => a.at - b.at);

const present = (count: number) => (): { from: number; to: number }[] =>
  Array.from({ length: count }, () => ({ from: 0, to: 360 }));

const late =
  (count: number, least: number, most: number) =>
  (random: Random): { from: number; to: number }[] =>
    Array.from({ length: count }, () => ({ from: between(random, least, most), to: 360 }));

/** The second goes in the middle of it, on a visit to somebody at home. */
const oneLeaves = (random: Random): { from: number; to: number }[] => [
  { from: 0, to: 360 },
  { from: 0, to: between(random, 60, 120) },
];

/** What the national pilot measured. */
const asMeasured = (random: Random): number => between(random, 8, 14);

/** The same middle, with a tail: a few take half an hour. */
const withTail = (random: Random): number => {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(40, Math.max(3, 11 * Math.exp(0.35 * normal)));
};

/** Mornings as they are: quiet and busy, all at once, with clinicians who come late or go, by appointment or not. */
export const dayPatterns: readonly DayPattern[] = [
  { name: 'one clinician', arrivals: oneByOne(13), clinicians: present(1), duration: asMeasured },
  { name: 'two clinicians', arrivals: oneByOne(6.5), clinicians: present(2), duration: asMeasured },
  { name: 'four clinicians', arrivals: oneByOne(3.2), clinicians: present(4), duration: asMeasured },
  { name: 'long tail', arrivals: oneByOne(7), clinicians: present(2), duration: withTail },
  { name: 'clusters, one clinician', arrivals: inClusters(4), clinicians: present(1), duration: asMeasured },
  {
    name: 'clusters, three clinicians',
    arrivals: inClusters(10),
    clinicians: present(3),
    duration: withTail,
  },
  { name: 'late clinician', arrivals: oneByOne(13), clinicians: late(1, 5, 20), duration: asMeasured },
  {
    name: 'late clinicians, announced',
    arrivals: oneByOne(7),
    clinicians: late(2, 20, 40),
    duration: asMeasured,
    delay: 30,
  },
  { name: 'one leaves', arrivals: oneByOne(8), clinicians: oneLeaves, duration: asMeasured },
  { name: 'by appointment', arrivals: byAppointment, clinicians: present(1), duration: asMeasured },
];
