import { StoreUnavailableError, type StoreTrouble } from '../../ports/store.ts';

/** Primary result codes that are nobody's mistake here. https://www.sqlite.org/rescode.html */
const troubles: ReadonlyMap<number, StoreTrouble> = new Map([
  [5, 'busy'],
  [6, 'busy'],
  [7, 'failing'],
  [8, 'failing'],
  [10, 'failing'],
  [11, 'failing'],
  [13, 'full'],
  [14, 'failing'],
  [26, 'failing'],
]);

const primaryCode = 0xff;

/** The error as the port says it: trouble of the database is told apart from what a unit of work threw. */
export const portError = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const trouble = troubles.get(error.errcode & primaryCode);
  return trouble === undefined ? error : new StoreUnavailableError(trouble, error);
};
