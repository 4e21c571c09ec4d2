import { createMarks } from './oidc-marks.ts';
import { handOver } from './oidc-windows.ts';

/**
 * For the callback page: hands the issuer's answer to the page that asked for it. After a redirect it answers the
 * address to return to, on this origin; in a login window or a hidden frame it answers `undefined` (and the window
 * closes). The code leaves the address bar first.
 */
export const completeOidcLogin = async (): Promise<string | undefined> => {
  const answer = location.href;
  history.replaceState(null, '', location.pathname);
  const marks = createMarks(sessionStorage);
  const back = marks.take('return');
  if (back !== undefined) {
    marks.leave('answer', answer);
    return new URL(back).origin === location.origin ? back : '/';
  }
  handOver(answer);
  return undefined;
};
