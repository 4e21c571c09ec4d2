// What a page without a bundler needs beside the elements: a client and where its sessions come from. The stores come with the elements.
export { createClient, type ClientOptions, type VenterumClient } from './client.ts';
export { hostToken } from './credentials/host-token.ts';
export { invitation } from './credentials/invitation.ts';
export { ProblemError } from './problem-error.ts';
