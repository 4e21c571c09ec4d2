import type { VideoProvider } from '@venterum/client';

let provider: Promise<VideoProvider> | undefined;

/**
 * The built-in provider, loaded once for the page. Kept here because `import()` of a module that is there already still takes its
 * turn behind everything else the page does, and a call has just begun. Rejects when its code cannot be fetched; asking again tries again.
 */
export const builtInProvider = (): Promise<VideoProvider> => {
  provider ??= import('@venterum/client/peer').then(({ loadPeerProvider }) => loadPeerProvider());
  provider.catch(() => (provider = undefined));
  return provider;
};

/** Loads the code that carries the media while somebody waits; without it the call loads it. Safe to call often. */
export const fetchMedia = (): void => {
  builtInProvider().catch(() => undefined);
};
