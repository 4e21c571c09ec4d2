import { aTimeout, expect } from '@open-wc/testing';
import { begin, part, until, videoIn } from './video-room.harness.fixtures.test.ts';
import type { VideoRoomElement } from './video-room.ts';

const sizes = [
  [320, 560],
  [480, 640],
  [768, 600],
  [1280, 720],
  [844, 390],
] as const;

const boxes = (element: VideoRoomElement, selector: string): readonly DOMRect[] =>
  [...element.renderRoot.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());

const isOver = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right - 1 &&
  other.left < one.right - 1 &&
  one.top < other.bottom - 1 &&
  other.top < one.bottom - 1;

const isIn = (inner: DOMRect, outer: DOMRect): boolean =>
  inner.left >= outer.left - 1 &&
  inner.right <= outer.right + 1 &&
  inner.top >= outer.top - 1 &&
  inner.bottom <= outer.bottom + 1;

const sized = async (name: string, [inline, block]: readonly [number, number]): Promise<VideoRoomElement> => {
  const { element } = await begin(name);
  Object.assign(element.style, { inlineSize: `${inline}px`, blockSize: `${block}px` });
  await until(() =>
    [...element.renderRoot.querySelectorAll<HTMLVideoElement>('.tile video')].every(
      ({ videoWidth }) => videoWidth === 320,
    ),
  );
  return element;
};

describe('<video-room>: the shape of the room', () => {
  for (const size of sizes)
    for (const name of ['two', 'three', 'four', 'five', 'six', 'six, joiner', 'signer shown to all'])
      it(`gives everybody a place and a name in sight: ${name}, ${size.join(' × ')}`, async () => {
        const element = await sized(name, size);
        const stage = part(element, '.pictures').getBoundingClientRect();
        const tiles = boxes(element, '.tile');
        for (const [index, tile] of tiles.entries()) {
          expect(isIn(tile, stage), `tile ${index} in the stage`).to.be.true;
          expect(tile.width * tile.height, `tile ${index} has room`).to.be.greaterThan(3000);
          for (const other of tiles.slice(index + 1)) expect(isOver(tile, other), 'over another').to.be.false;
        }
        for (const [index, name_] of boxes(element, '.tile figcaption').entries())
          expect(isIn(name_, tiles[index] ?? stage), `name ${index} in its tile`).to.be.true;
      });

  it('uses the room: two beside each other where it is wide, above each other where it is high', async () => {
    const tops = async (size: readonly [number, number]): Promise<number> =>
      new Set(boxes(await sized('three', size), '.tile').map(({ top }) => Math.round(top))).size;
    expect(await tops([768, 600])).to.equal(1);
    expect(await tops([320, 640])).to.equal(2);
  });

  it('lets one be large whom everybody is to see, the others beside or below', async () => {
    for (const size of sizes) {
      const element = await sized('signer shown to all', size);
      const large = part(element, '.tile[data-large]').getBoundingClientRect();
      for (const other of boxes(element, '.tile:not([data-large])'))
        expect(large.width * large.height).to.be.greaterThan(other.width * other.height * 2);
    }
  });

  it('marks who speaks by a frame and by a word, without moving anything', async () => {
    const { element, store } = await begin('two');
    const name = part(element, '.name').getBoundingClientRect();
    const [remote] = store.getState().remotes;
    if (remote === undefined) throw new Error('nobody there');
    store.set({ ...store.getState(), remotes: [{ ...remote, isSpeaking: true }] });
    await element.updateComplete;
    expect(getComputedStyle(part(element, '.tile')).outlineStyle).to.equal('solid');
    expect(part(element, '.voice').textContent).to.equal('taler');
    expect(part(element, '.name').getBoundingClientRect()).to.deep.equal(name);
  });

  it('becomes a bar no higher than two lines, and keeps the picture that plays', async () => {
    const { element } = await begin('two');
    Object.assign(element.style, { inlineSize: '320px' });
    const video = part(element, '.tile video');
    element.layout = 'bar';
    await element.updateComplete;
    expect(element.getBoundingClientRect().height).to.be.lessThan(150);
    expect(part(element, '.tile video')).to.equal(video);
    expect(element.getAttribute('layout')).to.equal('bar');
  });

  const boxOf = (element: VideoRoomElement, selector: string): DOMRect =>
    part(element, selector).getBoundingClientRect();

  for (const [inline, block] of [
    [302, 420],
    [358, 600],
    [780, 560],
  ] as const)
    it(`shows all of the picture without bars above it, and the own one small, at ${inline} px`, async () => {
      const { element } = await begin('two');
      Object.assign(element.style, { inlineSize: `${inline}px`, blockSize: `${block}px` });
      const video = videoIn(element, '.tile video');
      await until(() => video.videoWidth === 320);
      const [picture, name] = [boxOf(element, '.tile video'), boxOf(element, '.tile figcaption')];
      expect(picture.top, 'right below the name').to.be.closeTo(name.bottom, 1);
      expect(picture.height).to.be.at.most((picture.width * 3) / 4 + 1);
      expect(picture.bottom).to.be.at.most(boxOf(element, '.stage').bottom + 1);
      expect(boxOf(element, '.self').width).to.be.at.most(inline / 4);
      expect(isOver(boxOf(element, '.self'), name), 'over the name').to.be.false;
    });

  for (const name of ['warming up', 'connecting', 'alone, clinic', 'stuck, clinic'])
    it(`never lays the own picture over what is to be read: ${name}`, async () => {
      const { element } = await begin(name);
      element.style.inlineSize = '302px';
      for (const [selector, control] of [
        ['.overlay', '.self'],
        ['.facts', '.self'],
      ] as const)
        expect(isOver(boxOf(element, selector), boxOf(element, control)), selector).to.be.false;
    });

  it('stays within a panel of 320 px with its controls in sight', async () => {
    const { element } = await begin('six');
    Object.assign(element.style, { inlineSize: '320px', blockSize: '560px' });
    await aTimeout(0);
    const box = element.getBoundingClientRect();
    for (const one of element.renderRoot.querySelectorAll('.controls button')) {
      const { left, right, bottom } = one.getBoundingClientRect();
      expect(left >= box.left && right <= box.right && bottom <= box.bottom, one.textContent.trim()).to.be
        .true;
    }
  });
});
