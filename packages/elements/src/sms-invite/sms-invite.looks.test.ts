import { expect } from '@open-wc/testing';
import { invite, ready, scenes, states } from './sms-invite.fixtures.test.ts';
import { begin, find, help, press, words } from './sms-invite.harness.fixtures.test.ts';
import type { SmsInviteElement } from './sms-invite.ts';

const looks = (element: SmsInviteElement, selector: string): CSSStyleDeclaration =>
  getComputedStyle(find(element, selector));

const nothing = 'rgba(0, 0, 0, 0)';

describe('<sms-invite> to look at', () => {
  it('a number that is not asked for looks like a field that takes none, and says nothing about digits', async () => {
    const { element } = await begin();
    const { backgroundColor: open } = looks(element, '#phone-0');
    expect(help(element, 'phone-0')).to.equal('8 cifre.');
    const { height } = find(element, '#phone-0-help').getBoundingClientRect();
    find(element, '#without-0').click();
    await element.updateComplete;
    expect(looks(element, '#phone-0').backgroundColor).not.to.equal(open);
    expect(looks(element, '#phone-0').borderTopColor).not.to.equal(looks(element, '#name-0').borderTopColor);
    expect(help(element, 'phone-0')).to.equal('');
    expect(find(element, '#phone-0-help').getBoundingClientRect().height, 'nothing jumps').to.equal(height);
  });

  it('what is written without a box gets none while it takes no tap', async () => {
    const { element } = await begin(states['busy']);
    const { backgroundColor, borderTopColor, color } = looks(element, '.revoke');
    expect([backgroundColor, borderTopColor]).to.deep.equal([nothing, nothing]);
    expect(color, 'it is grey').to.equal(looks(element, '.show').color);
  });

  it('a recipient’s heading keeps the same distance to the first field, with one above it or not', async () => {
    const { element } = await begin();
    await scenes['two']?.(element);
    await element.updateComplete;
    const gaps = [...element.renderRoot.querySelectorAll('.recipient')].map((recipient) => {
      const [legend, label] = ['legend', 'label'].map((one) => recipient.querySelector(one));
      const bottom = Number(legend?.getBoundingClientRect().bottom);
      const { paddingBlockEnd } = getComputedStyle(legend ?? recipient);
      return Number(label?.getBoundingClientRect().top) - bottom + Number.parseFloat(paddingBlockEnd);
    });
    expect(gaps).to.deep.equal([8, 8]);
  });

  it('C8: no row says that something was sent which waits to be, or could not be', async () => {
    const { element } = await begin(states['list']);
    for (const row of element.renderRoot.querySelectorAll<HTMLElement>('.invite')) {
      const isUnsent = ['issued', 'queued', 'failed'].includes(row.dataset['status'] ?? '');
      expect(row.textContent, row.dataset['status']).to.include(
        isUnsent ? 'Lavet kl. 14.20.' : 'Sendt kl. 14.20.',
      );
    }
  });

  it('while it is being sent the numbers stay as they were read back, and nothing can be pressed', async () => {
    const { element, store } = await begin();
    await scenes['confirm']?.(element);
    await element.updateComplete;
    store.set(ready({ status: 'sending' }));
    await element.updateComplete;
    expect(words(element)).to.include('20 12 34 56').and.include('Sender …');
    const buttons = [...element.renderRoot.querySelectorAll<HTMLButtonElement>('[part=confirm] button')];
    expect(buttons.map(({ disabled }) => disabled)).to.deep.equal([true, true]);
  });

  it('a number that reached somebody else is written anew, with name and role kept and the focus on it', async () => {
    const { element } = await begin(ready({ invites: [invite('i-1', 'revoked', { wrongPerson: true })] }));
    await press(element, 'Skriv nyt nummer til Datter Test');
    expect(find(element, '#compose').textContent.trim()).to.equal('Skriv nyt nummer');
    expect(element.shadowRoot?.activeElement?.id).to.match(/^phone-/);
    const [name] = element.renderRoot.querySelectorAll<HTMLInputElement>('[id^=name-]');
    expect(name?.value).to.equal('Datter Test');
  });
});
