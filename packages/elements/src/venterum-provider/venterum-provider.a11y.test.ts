import { expect, fixture, html } from '@open-wc/testing';
import { expectTree } from '../shared/accessibility-tree.fixtures.test.ts';
import './venterum-provider.define.ts';

describe('<venterum-provider> accessibility', () => {
  it('adds nothing to what is inside and has no box', async () => {
    const element = await fixture(html`<venterum-provider><p>Inside</p></venterum-provider>`);
    expect(getComputedStyle(element).display).to.equal('contents');
    await expect(element).to.be.accessible();
  });

  it('reads as what is inside', async () => {
    const page = html`<div>
      <venterum-provider><p>Inside</p></venterum-provider>
    </div>`;
    await expectTree(await fixture(page), 'around a paragraph');
  });
});
