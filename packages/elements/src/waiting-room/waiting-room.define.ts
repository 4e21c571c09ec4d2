import { WaitingRoomElement } from './waiting-room.ts';

if (customElements.get('waiting-room') === undefined)
  customElements.define('waiting-room', WaitingRoomElement);

declare global {
  interface HTMLElementTagNameMap {
    'waiting-room': WaitingRoomElement;
  }
}
