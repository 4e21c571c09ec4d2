/**
 * What is not needed to show who waits: who is being seen, the call and what warms it up, the dialogs, the settings, those that are over, and
 * telling of changes, the keys. Loaded as soon as the queue is there.
 */
export { ArrivalController } from './waiting-room.arrivals.ts';
export { dialogStyles } from '../shared/dialog.styles.ts';
export { callStyles } from './waiting-room.call.styles.ts';
export { callView } from './waiting-room.call.view.ts';
export { dialogView } from './waiting-room.dialogs.view.ts';
export { FocusKeeper } from './waiting-room.focus.ts';
export { laterDa } from './waiting-room.later.texts.da.ts';
export { menuView } from './waiting-room.menu.view.ts';
export { ongoingView } from './waiting-room.ongoing.view.ts';
export { overView } from './waiting-room.over.view.ts';
export { arrivedIn, changesBetween } from './waiting-room.queue-changes.ts';
export { settingsView } from './waiting-room.settings.view.ts';
export { CallWarmer } from './waiting-room.warm.ts';
export { changeWords } from './waiting-room.telling.ts';
