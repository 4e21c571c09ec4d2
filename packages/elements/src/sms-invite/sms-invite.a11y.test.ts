import { expect, fixture, html } from '@open-wc/testing';
import type { InviteState } from '@venterum/client';
import { expectTree } from '../shared/accessibility-tree.fixtures.test.ts';
import './sms-invite.define.ts';
import { client, fakeStore, ready, scenes, states } from './sms-invite.fixtures.test.ts';
import { later } from './sms-invite.harness.fixtures.test.ts';
import type { SmsInviteElement } from './sms-invite.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const show = async (
  state: InviteState | undefined,
  lang = 'da',
  theme = 'light',
): Promise<SmsInviteElement> => {
  const element = await fixture<SmsInviteElement>(
    html`<sms-invite
      lang=${lang}
      theme=${theme}
      .client=${client}
      .store=${fakeStore(state ?? ready())}
    ></sms-invite>`,
  );
  await waitUntil(() => element.renderRoot.querySelector('footer') !== null, 'words');
  await later(element);
  return element;
};

describe('<sms-invite> accessibility', () => {
  for (const [lang, theme] of [
    ['da', 'light'],
    ['en', 'dark'],
  ] as const) {
    for (const [name, state] of Object.entries(states)) {
      it(`has no fault in ${name}, ${lang}, ${theme}`, async () => {
        await expect(await show(state, lang, theme)).to.be.accessible();
      });
    }
  }

  for (const [name, state] of Object.entries(states)) {
    it(`reads as before in ${name}`, async () => {
      await expectTree(await show(state), name);
    });
  }

  for (const [scene, state] of [
    ['filled', 'empty'],
    ['wrong', 'empty'],
    ['confirm', 'empty'],
    ['confirm', 'server-gone'],
    ['two', 'empty'],
    ['agreed', 'empty'],
    ['agreed-confirm', 'empty'],
    ['send-later', 'empty'],
    ['revoke', 'list'],
    ['without-sms', 'empty'],
  ] as const) {
    it(`has no fault with ${scene} in ${state}`, async () => {
      const element = await show(states[state]);
      await scenes[scene]?.(element);
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });
  }

  it('reads as a form with named fields, then a list with named buttons', async () => {
    const element = await show(ready({ invites: states['busy']?.invites ?? [] }));
    const parts = [...element.renderRoot.querySelectorAll('h3, legend, label, button, li')];
    const names = parts.map((one) =>
      one.localName === 'li'
        ? 'li'
        : `${one.localName} ${one.getAttribute('aria-label') ?? one.textContent.trim()}`,
    );
    expect(names).to.deep.equal([
      'h3 Inviter til video',
      'legend Modtager 1',
      'label Navn',
      'label Mobilnummer',
      'label Rolle',
      'label Sms’ens sprog',
      'label Kan ikke få sms: vis QR, kode eller link i stedet',
      'label Aftal en tid',
      'label Send på et bestemt tidspunkt',
      'label Prøveopkald. Det tæller ikke med.',
      'button Tjek numre',
      'button Tilføj modtager',
      'h3 Inviterede',
      'li',
      'button Send igen til Datter Test',
      'button QR, kode eller link til Datter Test',
      'button Tilbagekald invitationen til Datter Test',
      'button Kopiér fejlrapport',
    ]);
  });
});
