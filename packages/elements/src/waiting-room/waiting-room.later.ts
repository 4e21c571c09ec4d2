/** What is not needed to show the queue: the call, the dialogs, the settings and the ended. Loaded as soon as the queue is there. */
export { callStyles } from './waiting-room.call.styles.ts';
export { callView, dialogView } from './waiting-room.call.view.ts';
export { overView } from './waiting-room.over.view.ts';
export { settingsView } from './waiting-room.settings.view.ts';
