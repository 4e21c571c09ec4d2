import { token } from '/guest/token.js';

const join = document.querySelector('queue-join');

if (token === '') {
  document.querySelector('#no-link').hidden = false;
} else {
  const [{ createClient, invitation }, { server }] = await Promise.all([
    import('/venterum/client.js'),
    import('/config.js'),
    import('/venterum/queue-join.js'),
  ]);
  join.client = createClient({ server, credentials: invitation(token) });
  join.hidden = false;
}
