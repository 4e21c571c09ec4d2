import type { ClinicVisit, VisitOutcome } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { LaterUi } from './waiting-room.ui.ts';

/** What else can be done with somebody who waits. */
export const menuView = (visit: ClinicVisit, { texts, view, do: act }: LaterUi): TemplateResult => {
  const button = (label: string, press: () => unknown): TemplateResult =>
    html`<button type="button" @click=${press}>${label}</button>`;
  const move = (outcome: VisitOutcome): TemplateResult =>
    button(texts[`outcome:${outcome}`], () => act.send({ type: 'end', visitId: visit.id, outcome }));
  const open = (type: 'message' | 'transfer', label: string): TemplateResult =>
    button(label, () => {
      act.open({ type, visitId: visit.id });
    });
  return html`<div class="menu actions">
    ${open('message', texts.message1)}
    ${
      view === 'list'
        ? nothing
        : button(texts.inviteMore, () => {
            act.openSms(visit.id);
          })
    }
    ${move('moved-to-phone')} ${move('moved-to-visit')}
    ${visit.origin === 'sms' ? nothing : open('transfer', texts.transfer)}
    <button type="button" class="danger" @click=${() => act.open({ type: 'remove', visitId: visit.id })}>
      ${texts.remove}
    </button>
  </div>`;
};
