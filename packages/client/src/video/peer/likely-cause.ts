import type { RemoteMedia, TroubleCause } from '../video-provider.ts';

const isWeak = ({ connection, quality }: RemoteMedia): boolean =>
  connection === 'reconnecting' || quality === 'weak';

const isGood = ({ connection, quality }: RemoteMedia): boolean =>
  connection === 'connected' && quality === 'good';

/** With several others: trouble with all of them is at this end, with some of them at theirs. With one there is no telling. */
const lineCause = (remotes: readonly RemoteMedia[]): TroubleCause | undefined => {
  if (remotes.some(isGood)) return 'their-network';
  return remotes.length > 1 && remotes.every(isWeak) ? 'own-network' : undefined;
};

/** The same, with the likely cause of each weak connection where there is one to name; the same objects where nothing is added. */
export const withCauses = (remotes: readonly RemoteMedia[]): readonly RemoteMedia[] => {
  const cause = lineCause(remotes);
  return remotes.map((one) => {
    if (cause === undefined || one.cause !== undefined || !isWeak(one)) return one;
    return { ...one, cause };
  });
};
