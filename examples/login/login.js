import { completeOidcLogin } from '/venterum/oidc.js';

const back = await completeOidcLogin();
if (back !== undefined) location.replace(back);
