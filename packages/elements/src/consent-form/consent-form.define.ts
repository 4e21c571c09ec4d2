import { ConsentFormElement } from './consent-form.ts';

if (customElements.get('consent-form') === undefined) {
  customElements.define('consent-form', ConsentFormElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-form': ConsentFormElement;
  }
}
