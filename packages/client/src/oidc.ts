export * from './credentials/oidc-callback.ts';
export * from './credentials/oidc-login.ts';
export * from './credentials/oidc-options.ts';
