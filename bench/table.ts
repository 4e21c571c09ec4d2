import type { Row } from './row.ts';

const columns = ['id', 'ours', 'reference', 'ratio', 'unit', 'goal', 'holds'] as const;

const cell = (row: Row, column: (typeof columns)[number]): string =>
  column === 'holds' ? (row.holds ? 'yes' : 'NO') : String(row[column]);

/** The rows as a text table. */
export const table = (rows: readonly Row[]): string => {
  const lines = [columns.map(String), ...rows.map((row) => columns.map((column) => cell(row, column)))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? '').length)));
  return lines
    .map((line) => line.map((text, index) => text.padEnd(widths[index] ?? 0)).join('  '))
    .join('\n');
};
