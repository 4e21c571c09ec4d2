import { VenterumProviderElement } from './venterum-provider.ts';

if (customElements.get('venterum-provider') === undefined) {
  customElements.define('venterum-provider', VenterumProviderElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'venterum-provider': VenterumProviderElement;
  }
}
