import { createClient } from '/venterum/client.js';
import { oidcLogin } from '/venterum/oidc.js';
import { server } from '/config.js';

const redirectUri = new URL('/login/', location.href).href;
document.querySelector('queue-join').client = createClient({
  server,
  // The citizen's own phone.
  device: 'personal',
  credentials: oidcLogin({ redirectUri }),
});
