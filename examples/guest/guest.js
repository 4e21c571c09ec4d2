import { token } from '/guest/token.js';

const join = document.querySelector('queue-join');

// Nothing about anybody: it only tells the server that this is the browser that opened the link first.
const deviceId = () => {
  try {
    return (localStorage['video-device'] ??= crypto.randomUUID());
  } catch {
    return undefined;
  }
};

if (token === '') {
  document.querySelector('#no-link').hidden = false;
} else {
  const [{ createClient, invitation }, { server }] = await Promise.all([
    import('/venterum/client.js'),
    import('/config.js'),
    import('/venterum/queue-join.js'),
  ]);
  join.client = createClient({ server, credentials: invitation(token), deviceId: deviceId() });
  join.hidden = false;
}
