// What most who join never see before they wait: fetched when it is needed, or while they wait.
export { overView } from './queue-join.over.view.ts';
export { offlineWords, waitMeans, waitNotices } from './queue-join.wait-notices.view.ts';
export { closedView, whoView } from './queue-join.who.view.ts';
export { sessionEndedView, signedOutView, signingInView } from './queue-join.login.view.ts';
export { JoinReach } from './queue-join.reach.ts';
export { asideDa } from './queue-join.aside.texts.da.ts';
export { parseCpr } from '@venterum/contract';
