import { QueueJoinElement } from './queue-join.ts';

if (customElements.get('queue-join') === undefined) {
  customElements.define('queue-join', QueueJoinElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'queue-join': QueueJoinElement;
  }
}
