// The journal's own daily login, as it has it whether or not there is video. Any OpenID Connect library does.
import { employeeLogin } from '/config.js';

const { UserManager, WebStorageStateStore, InMemoryWebStorage } = globalThis.oidc;

const manager = new UserManager({
  ...employeeLogin,
  redirect_uri: `${location.origin}/eoj/`,
  // Tokens stay in memory; only the state of a login under way survives the redirect.
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  stateStore: new WebStorageStateStore({ store: sessionStorage }),
  automaticSilentRenew: false,
});

/** Somebody is on duty at this tablet: a reload fetches new tokens, without a tap while the municipality remembers the login. */
const onDuty = 'journal:on-duty';

/** Finishes a login that comes back from the issuer; says whether somebody is logged in. */
export async function finishLogin() {
  const isBack = new URLSearchParams(location.search).has('state');
  if (!isBack && sessionStorage.getItem(onDuty) === null) return false;
  const answer = location.href;
  history.replaceState(undefined, '', '/eoj/');
  sessionStorage.removeItem(onDuty);
  if (!isBack) {
    await logIn();
    return new Promise(() => undefined); // The page is leaving.
  }
  await manager.signinCallback(answer);
  sessionStorage.setItem(onDuty, 'true');
  return true;
}

/** Off to the municipality's login. */
export function logIn() {
  return manager.signinRedirect();
}

/** Forgets the tokens. */
export function logOut() {
  sessionStorage.removeItem(onDuty);
  return manager.removeUser();
}

/** The access token for the video server. */
export async function accessToken() {
  const user = await manager.getUser();
  if (!user) throw new Error('Nobody is logged in to the journal.');
  return user.access_token;
}
