import { ClinicSettingsElement } from './clinic-settings.ts';

if (customElements.get('clinic-settings') === undefined)
  customElements.define('clinic-settings', ClinicSettingsElement);

declare global {
  interface HTMLElementTagNameMap {
    'clinic-settings': ClinicSettingsElement;
  }
}
