import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { instantPlus, type VisitCommand, type VisitOutcome } from '@venterum/contract';
import fc from 'fast-check';
import type { Transaction } from '../index.ts';
import type { Caller } from './caller.ts';
import { clinicians, QueueBed } from './queue-bed.fixtures.test.ts';

// A program of its own: the test runner follows every promise, which makes each step ten times as slow.
const wanted = Number(process.argv[2] ?? 0);
const seedsFile = new URL('./queue-model.seeds.json', import.meta.url);

/** Where it failed once; tried again first, whatever has been mended since. */
const failedSeeds = (): readonly number[] =>
  existsSync(seedsFile) ? (JSON.parse(readFileSync(seedsFile, 'utf8')) as readonly number[]) : [];

const minute = 60_000;

type Model = object;

interface Real {
  readonly bed: QueueBed;
  /** Sets something going; when it goes on is the scheduler's to say. */
  readonly start: (work: () => Promise<unknown>) => void;
}

type Act = (bed: QueueBed) => Promise<unknown>;

class Step implements fc.AsyncCommand<Model, Real> {
  readonly #name: string;
  readonly #act: Act;

  constructor(name: string, act: Act) {
    this.#name = name;
    this.#act = act;
  }

  check(): boolean {
    return true;
  }

  run(_model: Model, { bed, start }: Real): Promise<void> {
    start(() => this.#act(bed));
    return Promise.resolve();
  }

  toString(): string {
    return this.#name;
  }
}

interface Given {
  readonly bed: QueueBed;
  readonly tx: Transaction;
  readonly caller: Caller;
  readonly id: string;
}

/** One of the clinicians asks for something about one of the visits. */
const asks = (what: string, work: (given: Given) => Promise<unknown>): fc.Arbitrary<Step> =>
  fc.tuple(fc.constantFrom(...clinicians), fc.nat(11)).map(
    ([caller, index]) =>
      new Step(`${caller.principal.id}: ${what} ${index}`, (bed) => {
        const id = bed.pick(index);
        return bed.ask({ what, by: caller.principal.id }, (tx) => work({ bed, tx, caller, id }));
      }),
  );

/** What happens to a visit without anybody of the clinic. */
const happens = (command: VisitCommand): fc.Arbitrary<Step> =>
  asks(command.type, async ({ bed, tx, id }) => {
    const visit = await tx.visits.get(id);
    if (visit !== undefined) await bed.changes.apply(tx, visit, command);
  });

const ends = (outcome: VisitOutcome): fc.Arbitrary<Step> =>
  asks(`end ${outcome}`, ({ bed, tx, caller, id }) => bed.visits.end(tx, caller, { id, outcome }));

const joins = (agreedMinutes: number | undefined, test: boolean): Step =>
  new Step(`join ${String(agreedMinutes)} ${String(test)}`, (bed) =>
    bed.join({
      test,
      ...(agreedMinutes === undefined
        ? {}
        : { agreedAt: instantPlus(bed.clock.now(), agreedMinutes * minute) }),
    }),
  );

const commands: fc.Arbitrary<Step>[] = [
  fc
    .tuple(fc.option(fc.integer({ min: -50, max: 30 }), { nil: undefined, freq: 2 }), fc.nat(5))
    .map(([agreed, chance]) => joins(agreed, chance === 0)),
  asks('call', ({ bed, tx, caller, id }) => bed.visits.call(tx, caller, id)),
  asks('call', ({ bed, tx, caller, id }) => bed.visits.call(tx, caller, id)),
  asks('release', ({ bed, tx, caller, id }) => bed.visits.release(tx, caller, id)),
  fc
    .constantFrom(...clinicians)
    .chain(({ principal }) =>
      asks('hand-over', ({ bed, tx, caller, id }) =>
        bed.handovers.handOver(tx, caller, { id, to: principal.id }),
      ),
    ),
  asks('transfer', ({ bed, tx, caller, id }) =>
    bed.handovers.handOver(tx, caller, { id, clinicId: 'clinic-mark' }),
  ),
  happens({ type: 'answer', participantId: 'participant-1' }),
  happens({ type: 'presence', presence: 'away' }),
  happens({ type: 'presence', presence: 'online' }),
  happens({ type: 'leave' }),
  fc.constantFrom<VisitOutcome>('completed', 'moved-to-phone', 'no-show').chain(ends),
  asks('remove', ({ bed, tx, caller, id }) => bed.visits.remove(tx, caller, { id })),
  asks('message', ({ bed, tx, caller, id }) => bed.visits.message(tx, caller, { id, message: 'Om lidt.' })),
  asks('message-all', ({ bed, tx }) =>
    bed.wholeQueue.message(tx, { id: 'clinic-lund', message: 'Vi er forsinket.' }),
  ),
  asks('open', ({ bed, tx }) => bed.clinics.setOpening(tx, { id: 'clinic-lund', opening: { open: true } })),
  fc.nat(9).chain((chance) =>
    chance > 0
      ? happens({ type: 'answer', participantId: 'participant-1' })
      : asks('close and remove-all', async ({ bed, tx }) => {
          await bed.clinics.setOpening(tx, { id: 'clinic-lund', opening: { open: false } });
          await bed.wholeQueue.remove(tx, { id: 'clinic-lund' });
        }),
  ),
  fc
    .integer({ min: 1, max: 300 })
    .map((seconds) => new Step(`wait ${seconds} s`, (bed) => bed.pass(seconds * 1000))),
];

const counter = { steps: 0 };

/** Many ask at once, and the scheduler says whose unit of work is next. */
const keepsItsRules = fc.asyncProperty(
  fc.scheduler(),
  fc.commands(commands, { maxCommands: 80, size: 'max' }),
  async (scheduler, list) => {
    const bed = new QueueBed();
    await bed.prepare();
    const going: Promise<unknown>[] = [];
    const wrong: unknown[] = [];
    const start = (work: () => Promise<unknown>): void => {
      const done = scheduler.schedule(Promise.resolve()).then(work);
      going.push(done.catch((error: unknown) => wrong.push(error)));
    };
    await fc.scheduledModelRun(scheduler, () => ({ model: {}, real: { bed, start } }), list);
    await scheduler.waitFor(Promise.all(going));
    counter.steps += bed.steps;
    if (wrong.length > 0) throw wrong[0];
  },
);

const runs = 100;

const check = async (seed?: number): Promise<void> => {
  const details = await fc.check(keepsItsRules, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
  if (!details.failed) return;
  const seeds = [...new Set([...failedSeeds(), details.seed])];
  writeFileSync(seedsFile, `${JSON.stringify(seeds)}\n`);
  assert.fail(await fc.asyncDefaultReportMessage(details));
};

for (const seed of failedSeeds()) await check(seed);
while (counter.steps < wanted) await check();
process.stdout.write(`The queue kept its rules in ${counter.steps} steps.\n`);
