/** What is rarely needed in a call: loaded once it runs, or when somebody asks for it. */
export { Knock } from './video-room.knock.ts';
export { moreDa } from './video-room.more.texts.da.ts';
export { moreStyles } from './video-room.more.styles.ts';
export { moreView } from './video-room.more.view.ts';
export { openSmallWindow } from './video-room.small-window.ts';
