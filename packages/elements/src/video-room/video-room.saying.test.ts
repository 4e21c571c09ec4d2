import { expect } from '@open-wc/testing';
import type { CallState } from '@venterum/client';
import { joinerVisit } from '@venterum/testing/video';
import { begin, roomState, spoken, words } from './video-room.harness.fixtures.test.ts';

const callIn = (name: string): CallState => roomState(name).call;

describe('<video-room>: what it tells', () => {
  it('says who has shown a screen, who is shown large, and that it is over', async () => {
    const { element, store } = await begin('their screen');
    const call = callIn('their screen');
    const { stage: _stage, ...visit } = call.visit;
    store.set({ ...call, visit });
    expect(await spoken(element, 'polite')).to.equal('Skærmen deles ikke længere.');
    store.set(call);
    expect(await spoken(element, 'polite')).to.equal('Læge Test Lund deler sin skærm.');
    store.set({ ...call, visit });
    expect(await spoken(element, 'polite')).to.equal('Skærmen deles ikke længere.');
    store.set(callIn('four'));
    expect(await spoken(element, 'polite')).to.include('er kommet.');
    store.set(callIn('signer shown to all'));
    expect(await spoken(element, 'polite')).to.equal('Kaja Hansen vises stort.');
  });

  it('says why it is weak, and that it is good again', async () => {
    const { element, store } = await begin('two');
    store.set(callIn('weak'));
    expect(await spoken(element, 'polite')).to.equal('Forbindelsen er svag. Lyden går forud for billedet.');
    store.set(callIn('weak there'));
    expect(await spoken(element, 'polite')).to.include('Nettet hos Læge Test Lund er svagt.');
    store.set(callIn('two'));
    expect(await spoken(element, 'polite')).to.equal('Forbindelsen er god igen.');
  });

  it('D10: stops the picture and says so at once when the connection is not secure', async () => {
    const { element, store } = await begin('two');
    const [remote] = store.getState().remotes;
    if (remote === undefined) throw new Error('nobody there');
    store.set({ ...store.getState(), remotes: [{ ...remote, isUnsafe: true }] });
    expect(await spoken(element, 'assertive')).to.include('Forbindelsen er ikke sikker');
    expect(element.renderRoot.querySelector('.tile video')).to.be.null;
  });

  it('tells whoever comes in muted that nobody hears them', async () => {
    const { element, store } = await begin('connecting');
    store.set(callIn('muted'));
    expect(await spoken(element, 'polite')).to.equal(
      'Du taler nu med Læge Test Lund. Lyden fra dig er slået fra.',
    );
  });

  it('says since when the connection is lost, and for a moment that it is back', async () => {
    const { element, store } = await begin('two');
    store.set(callIn('reconnecting'));
    await element.updateComplete;
    expect(words(element)).to.match(/Forbindelsen er væk siden kl. \d\d.\d\d/);
    store.set(callIn('two'));
    await element.updateComplete;
    expect(words(element)).to.include('Forbindelsen er tilbage.');
  });

  it('D10: tells at once when nothing comes through, and what to do instead', async () => {
    const { element, store } = await begin('connecting');
    store.set(callIn('stuck, joiner'));
    expect(await spoken(element, 'assertive')).to.include('Lyd og billede kommer ikke igennem');
    expect(words(element)).not.to.include('10 sekunder');
  });

  it('hides the last picture of a camera that is off, with the sound going on, and says so', async () => {
    const { element, store } = await begin('two');
    const video = element.renderRoot.querySelector<HTMLVideoElement>('.tile video');
    const [remote] = store.getState().remotes;
    if (remote === undefined || video === null) throw new Error('nobody there');
    store.set({ ...store.getState(), remotes: [{ ...remote, hasPicture: true }] });
    store.set({ ...store.getState(), remotes: [{ ...remote, hasPicture: false }] });
    await element.updateComplete;
    expect(getComputedStyle(video).visibility).to.equal('hidden');
    expect(video.srcObject, 'still heard').to.equal(remote.stream);
    expect(await spoken(element, 'polite')).to.equal('Læge Test Lund: Kameraet er slukket eller væk.');
    store.set({ ...store.getState(), remotes: [{ ...remote, hasPicture: true }] });
    await element.updateComplete;
    expect(getComputedStyle(video).visibility).to.equal('visible');
  });

  it('tells the host when it is connected, how well, and when it is over, without personal data', async () => {
    const { element, store } = await begin('alone, joiner');
    const told: unknown[] = [];
    for (const type of ['call-connected', 'call-quality', 'call-ended'] as const)
      element.addEventListener(type, (event) => told.push([type, event.detail]));
    store.set(callIn('two'));
    store.set(callIn('weak'));
    store.set(callIn('weak there'));
    store.set(callIn('left'));
    store.set(callIn('ended'));
    expect(told).to.deep.equal([
      ['call-connected', { visitId: 'visit-1' }],
      ['call-quality', { visitId: 'visit-1', quality: 'good' }],
      ['call-quality', { visitId: 'visit-1', quality: 'weak' }],
      ['call-quality', { visitId: 'visit-1', quality: 'weak', cause: 'their-network' }],
      ['call-ended', { visitId: 'visit-1', reason: 'left' }],
      ['call-ended', { visitId: 'visit-1', reason: 'over' }],
    ]);
  });

  it('says nothing of an end when the visit is released to the queue', async () => {
    const { element, store } = await begin('two');
    let ended = 0;
    element.addEventListener('call-ended', () => (ended += 1));
    store.set({ ...callIn('left'), visit: joinerVisit({ state: 'waiting' }) });
    expect(ended).to.equal(0);
  });
});
