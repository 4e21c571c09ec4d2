/** Calls back when the page is there again: the network is back, the tab is looked at, the page was restored. */
export const onPageWake = (wake: () => void): (() => void) => {
  if (typeof document === 'undefined') return () => undefined;
  const abort = new AbortController();
  const { signal } = abort;
  const ifVisible = (): void => {
    if (document.visibilityState === 'visible') wake();
  };
  addEventListener('online', wake, { signal });
  addEventListener('pageshow', wake, { signal });
  document.addEventListener('visibilitychange', ifVisible, { signal });
  return () => {
    abort.abort();
  };
};
