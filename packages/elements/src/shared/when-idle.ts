/** Where the browser does not tell when it has nothing to do (Safari), the page is given so long to show itself. */
const PATIENCE_MILLISECONDS = 2000;

/** Does something once nothing else is to be done. */
export const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else setTimeout(work, PATIENCE_MILLISECONDS);
};
