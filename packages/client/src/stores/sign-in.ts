import type { LoginProvider, PrincipalKind } from '@venterum/contract';

/** The providers by which one of these kinds of people can log in; all, when none says so. */
export const providersFor = (
  providers: readonly LoginProvider[],
  isMeant: (kind: PrincipalKind) => boolean,
): readonly LoginProvider[] => {
  const meant = providers.filter(({ kinds }) => kinds.some(isMeant));
  return meant.length > 0 ? meant : providers;
};

/** Failures that may be gone in a moment, so that it is worth trying again unasked. */
export const isPassing = (code: string): boolean =>
  code === 'offline' || code === 'unavailable' || code === 'internal' || code === 'limit-reached';
