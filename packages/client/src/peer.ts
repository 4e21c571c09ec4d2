import type { VideoProviderLoader } from './video/video-provider.ts';

export type { PeerProviderOptions } from './video/peer/peer-provider.ts';

/**
 * Loads the built-in `peer` provider with PeerJS. Only on demand, since PeerJS looks at the browser as soon as it is imported,
 * which fails where there is none.
 */
export const loadPeerProvider: VideoProviderLoader = async () => {
  const { createPeerProvider } = await import('./video/peer/peer-provider.ts');
  return createPeerProvider();
};
