// All that the journal needs for video: a client made of its own login, an element, the citizen, an event.
import { createClient, hostToken } from '/venterum/client.js';
import { server } from '/config.js';
import { accessToken } from '/eoj/host-login.js';

// The tablet is everybody's: whoever logs in next ends what the last one forgot to.
const client = createClient({ server, device: 'shared', credentials: hostToken(accessToken) });

/** Opens the waiting room for a resident; the same element stays while one works on in the journal. */
export function startVideo(resident, { onEnded }) {
  const join = document.createElement('queue-join');
  join.client = client;
  join.citizen = { cpr: resident.cpr, name: resident.name };
  join.reason = resident.reason;
  join.addEventListener('visit-ended', onEnded);
  return join;
}

/** Ends the session on the server too: the tablet is clean for the next colleague. */
export function endVideo() {
  return client.session.signOut();
}
