import { expect } from '@open-wc/testing';
import { addHiddenFrame, askIn } from './oidc-windows.ts';

const url = 'https://login.example.dk/authorize';
const answerTo = (state: string): string => `${location.origin}/login/?code=c&state=${state}`;
const sent = (data: unknown, init: MessageEventInit = {}): boolean =>
  dispatchEvent(new MessageEvent('message', { data, origin: location.origin, ...init }));

describe('oidc windows', () => {
  const visited: string[] = [];
  const target = { location: { replace: (address: string) => visited.push(address) } } as unknown as Window;
  let controller: AbortController;
  const ask = (): Promise<string> => askIn(target, { url, state: 's1', signal: controller.signal });

  beforeEach(() => {
    visited.length = 0;
    controller = new AbortController();
  });

  it('sends the window away and answers the address it comes back with', async () => {
    const answer = ask();
    expect(visited).to.deep.equal([url]);
    sent({ source: 'oidc-client', url: answerTo('s1') });
    expect(await answer).to.equal(answerTo('s1'));
  });

  it('hears a window that was cut off from this page', async () => {
    const answer = ask();
    const channel = new BroadcastChannel('oidc-client-popup-s1');
    channel.postMessage({ source: 'oidc-client', url: answerTo('s1') });
    expect(await answer).to.equal(answerTo('s1'));
    channel.close();
  });

  it('A9: hears no other origin, no other request and nothing of another kind', async () => {
    const answer = ask();
    const mine = { source: 'oidc-client', url: answerTo('s1') };
    sent(mine, { origin: 'https://elsewhere.example' });
    sent({ source: 'oidc-client', url: answerTo('another') });
    sent({ source: 'something else', url: answerTo('s1') });
    for (const data of [
      null,
      'text',
      {},
      { source: 'oidc-client' },
      { source: 'oidc-client', url: 'no address' },
    ])
      sent(data);
    sent({ ...mine, url: `${answerTo('s1')}&real=1` });
    expect(await answer).to.equal(`${answerTo('s1')}&real=1`);
  });

  it('gives up with the reason given, also before it has begun', async () => {
    const reason = new Error('enough');
    const answer = ask();
    controller.abort(reason);
    expect(await answer.catch((error: unknown) => error)).to.equal(reason);
    expect(await ask().catch((error: unknown) => error)).to.equal(reason);
    expect(visited).to.deep.equal([url]);
  });

  it('a frame is not to be seen, and goes', () => {
    const { view, remove } = addHiddenFrame();
    const frame = view.frameElement as HTMLElement;
    expect(frame.checkVisibility()).to.equal(false);
    remove();
    expect(frame.isConnected).to.equal(false);
  });
});
