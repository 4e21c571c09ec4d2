import { expect, fixture } from '@open-wc/testing';
import { html, render } from 'lit';
import { kept } from './waiting-room.kept.ts';

describe('what is kept', () => {
  it('is rendered anew only when one of its inputs has changed', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    let renderings = 0;
    const show = (...inputs: readonly unknown[]): void => {
      const view = () => html`<b>${inputs.join(' ')} ${(renderings += 1)}</b>`;
      render(kept(inputs, view), place);
    };
    show('a', undefined);
    show('a', undefined);
    expect(place.textContent).to.equal('a  1');
    show('a', 'b');
    expect(place.textContent).to.equal('a b 2');
  });
});
