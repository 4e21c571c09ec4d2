import type { InviteAccess, InviteStatus } from '@venterum/contract';
import { html, svg, type TemplateResult } from 'lit';
import { formatTime } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import type { LaterUi } from './sms-invite.ui.ts';

/** What the dialog shows: the ways in, whose they are, and how far that invitation is. */
export interface Ways extends InviteAccess {
  readonly inviteId: string;
  readonly name: string;
  readonly status: InviteStatus;
}

const section = (title: string, content: unknown): TemplateResult =>
  html`<section class="way">
    <h4>${title}</h4>
    ${content}
  </section>`;

const qrView = ({ qr, name }: Ways, { texts }: LaterUi): TemplateResult =>
  html`<svg
    class="qr"
    viewBox=${`0 0 ${qr.size} ${qr.size}`}
    role="img"
    aria-label=${fill(texts.qrLabel, { name })}
  >
    ${svg`<path d=${qr.path}></path>`}
  </svg>`;

/** As it is said aloud: without scheme and last slash. */
const spoken = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '');

const groups = (code: string): readonly string[] => [code.slice(0, 3), code.slice(3)];

const codeView = (ways: Ways, { texts, language, now, state, do: act }: LaterUi): TemplateResult => {
  const { code, codePage, codeExpiresAt, inviteId } = ways;
  const over = Date.parse(codeExpiresAt) <= now;
  return html`<p>${over ? texts.codeOver : fill(texts.codeWhere, { address: spoken(codePage) })}</p>
    <p class="code">
      ${
        over
          ? '\u00a0'
          : html`<span aria-hidden="true">${groups(code).join(' ')}</span>
              <span class="unseen"
                >${groups(code).map((group) => `${group.replace(/./g, '$& ').trim()}, `)}</span
              >`
      }
    </p>
    <p class="muted small">
      ${over ? '' : fill(texts.codeUntil, { time: formatTime(codeExpiresAt, language) })}
    </p>
    <div>
      <button
        type="button"
        class="again"
        ?disabled=${state.busy.has(inviteId)}
        @click=${() => act.send({ type: 'show', inviteId })}
      >
        ${texts.codeNew}
      </button>
    </div>`;
};

const linkView = ({ link }: Ways, { texts, copied, do: act }: LaterUi): TemplateResult =>
  html`<input id="link" readonly aria-label=${texts.linkTitle} .value=${link} />
    <div>
      <button type="button" @click=${() => act.copy(link)}>
        ${copied ? texts.linkCopied : texts.linkCopy}
      </button>
    </div>`;

/** The ways in besides the SMS: to be scanned, read aloud or passed on. */
export const waysView = (ui: LaterUi, ways: Ways): TemplateResult => {
  const { texts, do: act } = ui;
  const { name, status } = ways;
  return html`<dialog
    class="stack ways"
    part="dialog"
    aria-labelledby="dialog-title"
    @close=${() => act.send({ type: 'hide' })}
  >
    <h3 class="large" id="dialog-title" tabindex="-1">${fill(texts.waysTitle, { name })}</h3>
    <p>${texts.waysHint}</p>
    <div class="choices">
      ${section(texts.qrTitle, qrView(ways, ui))} ${section(texts.codeTitle, codeView(ways, ui))}
      ${section(texts.linkTitle, linkView(ways, ui))}
    </div>
    <p><b class="badge">${texts[`status:${status}`]}</b> ${texts[`hint:${status}`]}</p>
    <div class="actions">
      <button type="button" class="primary" @click=${() => act.send({ type: 'hide' })}>${texts.close}</button>
    </div>
  </dialog>`;
};
