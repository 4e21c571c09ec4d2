/** What few need, and nobody before there is a list: fetched once there is one. */
export { laterDa } from './sms-invite.later.texts.da.ts';
export { revokeView } from './sms-invite.revoke.view.ts';
export { waysStyles } from './sms-invite.ways.styles.ts';
export { waysView } from './sms-invite.ways.view.ts';
