// What most who join never see before they wait: fetched when it is needed, or while they wait.
export { overView } from './queue-join.over.view.ts';
export { offlineWords, waitMeans, waitNotices } from './queue-join.wait-notices.view.ts';
export { closedView, whoView } from './queue-join.who.view.ts';
export { sessionEndedView, signedOutView, signingInView } from './queue-join.login.view.ts';
export { SystemNotice } from '../shared/system-notice.ts';
export { OtherWindows } from './queue-join.windows.ts';
export { asideDa } from './queue-join.aside.texts.da.ts';
export { parseCpr } from '@venterum/contract';
