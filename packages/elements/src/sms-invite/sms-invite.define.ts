import { SmsInviteElement } from './sms-invite.ts';

if (customElements.get('sms-invite') === undefined) customElements.define('sms-invite', SmsInviteElement);

declare global {
  interface HTMLElementTagNameMap {
    'sms-invite': SmsInviteElement;
  }
}
