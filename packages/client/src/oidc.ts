export * from './credentials/oidc-login.ts';
