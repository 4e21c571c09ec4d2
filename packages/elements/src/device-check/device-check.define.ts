import { DeviceCheckElement } from './device-check.ts';

if (customElements.get('device-check') === undefined) {
  customElements.define('device-check', DeviceCheckElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'device-check': DeviceCheckElement;
  }
}
