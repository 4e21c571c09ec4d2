/** One line of the bench: ours beside a reference measured in the same run. Absent when it could not be measured. */
export interface Row {
  /** Stable id, e.g. `frame.vs-bare`. */
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly ours: number;
  readonly reference: number;
  /** `ours / reference`. */
  readonly ratio: number;
  readonly goal: string;
  readonly holds: boolean;
}

/** What a row is made from; the ratio follows. */
export type Measured = Omit<Row, 'ratio' | 'holds'> & {
  readonly holds: (figures: {
    readonly ours: number;
    readonly reference: number;
    readonly ratio: number;
  }) => boolean;
};

const round = (value: number): number => Number(value.toPrecision(4));

/** Finishes a row: the ratio, and whether the goal holds. */
export const row = ({ holds, ...measured }: Measured): Row => {
  const { ours, reference } = measured;
  const ratio = ours / reference;
  return {
    ...measured,
    ours: round(ours),
    reference: round(reference),
    ratio: round(ratio),
    holds: holds({ ours, reference, ratio }),
  };
};

/** The middle value. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The value below which this share of the others lies; nearest rank. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
};
