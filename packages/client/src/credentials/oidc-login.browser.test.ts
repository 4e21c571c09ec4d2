import { expect } from '@open-wc/testing';
import { ProblemError } from '../problem-error.ts';
import { PageIssuer, provider, redirectUri } from './oidc-issuer.fixtures.test.ts';
import { oidcLogin } from './oidc-login.ts';
import { leftMark } from './oidc-marks.ts';

const context = { deviceId: 'device-of-this-browser', providers: [provider] };
const leave = (): boolean => dispatchEvent(new Event('pagehide'));

const refusal = async (attempt: Promise<unknown> | undefined): Promise<unknown> => {
  try {
    await attempt;
  } catch (error) {
    return error instanceof ProblemError ? error.code : error;
  }
  return 'none';
};

/** Everything that a page leaves where others could read it. */
const traces = (): string =>
  JSON.stringify([
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    location.href,
    history.state,
    document.cookie,
  ]);

describe('oidcLogin', () => {
  let issuer: PageIssuer;

  beforeEach(() => {
    issuer = new PageIssuer();
  });

  afterEach(() => {
    issuer.dispose();
  });

  it('nobody is logged in before somebody signs in', async () => {
    expect(await oidcLogin({ redirectUri }).grant(context)).to.equal(undefined);
    expect(issuer.asked).to.have.length(0);
  });

  it('asks with PKCE and audience, and hands the access token over', async () => {
    const credentials = oidcLogin({ redirectUri, parameters: ({ id }) => ({ idp_hint: id }) });
    await credentials.signIn?.(provider);
    expect(issuer.asking('code_challenge_method')).to.equal('S256');
    expect(issuer.asking('resource')).to.equal(provider.resource);
    expect(issuer.asking('idp_hint')).to.equal('municipal');
    expect(issuer.asking('redirect_uri')).to.equal(redirectUri);
    expect(issuer.redeemed[0]?.get('code_verifier')).to.match(/^.{43,}$/);
    expect(issuer.redeemed[0]?.get('resource')).to.equal(provider.resource);
    const { deviceId } = context;
    expect(await credentials.grant(context)).to.deep.equal({ grant: 'oidc', token: 'access-1', deviceId });
  });

  it('renews by a refresh token where the issuer gives one, and keeps it until there is another', async () => {
    issuer.more = { refresh_token: 'refresh-1', expires_in: 1 };
    const credentials = oidcLogin({ redirectUri });
    await credentials.signIn?.(provider);
    issuer.more = { expires_in: 1 };
    expect(await credentials.grant(context), 'ends too soon to be of use').to.equal(undefined);
    issuer.more = {};
    expect(await credentials.grant(context)).to.have.property('token', 'access-3');
    const refreshed = issuer.redeemed.slice(1).map((body) => body.get('refresh_token'));
    expect(refreshed).to.deep.equal(['refresh-1', 'refresh-1']);
    expect(issuer.asked, 'nobody was asked again').to.have.length(1);
  });

  it('A12: leaves no token in any storage, address or cookie', async () => {
    const credentials = oidcLogin({ redirectUri });
    await credentials.signIn?.(provider);
    leave();
    expect(traces()).not.to.contain('access-1');
    expect(traces()).not.to.contain('signature');
  });

  it('A9: state and challenge are new every time', async () => {
    const credentials = oidcLogin({ redirectUri });
    await credentials.signIn?.(provider);
    await credentials.signIn?.(provider);
    for (const name of ['state', 'code_challenge']) {
      const [first, second] = issuer.asked.map((asked) => asked.get(name));
      expect(first).to.not.equal(second);
    }
  });

  it('saying no is giving up, and no login', async () => {
    issuer.answer = 'says no';
    const credentials = oidcLogin({ redirectUri });
    expect(await refusal(credentials.signIn?.(provider))).to.equal('login-cancelled');
    expect(await credentials.grant(context)).to.equal(undefined);
  });

  it('closing the window is giving up, once somebody is back on this page', async () => {
    issuer.answer = 'closes the window';
    expect(await refusal(oidcLogin({ redirectUri }).signIn?.(provider))).to.equal('login-cancelled');
  }).timeout(8000);

  it('A4: after signing out the next one says who they are, and nothing is tried silently', async () => {
    const credentials = oidcLogin({ redirectUri });
    await credentials.signIn?.(provider);
    expect(issuer.asking('prompt')).to.equal(null);
    await credentials.forget();
    leave();
    expect(await credentials.grant(context)).to.equal(undefined);
    const afterReload = oidcLogin({ redirectUri });
    expect(await afterReload.grant(context)).to.equal(undefined);
    await afterReload.signIn?.(provider);
    expect(issuer.asking('prompt')).to.equal('login');
    await afterReload.signIn?.(provider);
    expect(issuer.asking('prompt')).to.equal(null);
  });

  it('P1: a page left a moment ago is tried silently, one left long ago is not', async () => {
    const frames: string[] = [];
    const watch = new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node instanceof HTMLIFrameElement) frames.push(node.tagName);
    });
    watch.observe(document.body, { childList: true });
    sessionStorage.setItem('venterum.login:left', leftMark('municipal', Date.now() - 10 * 60_000));
    expect(await oidcLogin({ redirectUri }).grant(context)).to.equal(undefined);
    expect(frames).to.have.length(0);
    sessionStorage.setItem('venterum.login:left', leftMark('municipal', Date.now() - 1000));
    expect(await oidcLogin({ redirectUri }).grant(context)).to.equal(undefined);
    expect(frames).to.have.length(1);
    watch.disconnect();
  }).timeout(9000);

  it('a redirect is answered on the page it came from, by the verifier it left with', async () => {
    sessionStorage.setItem('venterum.login:asked', 'municipal');
    sessionStorage.setItem('venterum.login:answer', `${redirectUri}?code=c&state=forged`);
    const credentials = oidcLogin({ redirectUri, popup: false });
    expect(await refusal(credentials.grant(context)), 'A9: a state nobody asked with').to.equal(
      'login-refused',
    );
    expect(issuer.redeemed).to.have.length(0);
    expect(sessionStorage.getItem('venterum.login:answer')).to.equal(null);
  });
});
