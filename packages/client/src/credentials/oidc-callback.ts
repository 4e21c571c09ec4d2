import { UserManager } from 'oidc-client-ts';
import { createMarks } from './oidc-marks.ts';

/** Hands an answer over to the page that asked; needs to know nothing about the issuer. */
const createMessenger = (): UserManager =>
  new UserManager({
    authority: 'none',
    client_id: 'none',
    redirect_uri: 'none',
    automaticSilentRenew: false,
  });

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
  const messenger = createMessenger();
  await (window.parent === window
    ? messenger.signinPopupCallback(answer)
    : messenger.signinSilentCallback(answer));
  return undefined;
};
