let fetched: Promise<unknown> | undefined;

/** Loads the code that carries the media while somebody waits; without it the call loads it. Safe to call often. */
export const fetchMedia = (): void => {
  fetched ??= import('@venterum/client/peer')
    .then(({ loadPeerProvider }) => loadPeerProvider())
    .catch(() => (fetched = undefined));
};
