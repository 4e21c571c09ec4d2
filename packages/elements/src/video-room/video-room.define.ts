import { VideoRoomElement } from './video-room.ts';

if (customElements.get('video-room') === undefined) {
  customElements.define('video-room', VideoRoomElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'video-room': VideoRoomElement;
  }
}
