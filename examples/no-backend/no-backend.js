import { createClient, hostToken, invitation } from '/venterum/client.js';
import { createInPageServer } from '/venterum-server/in-page.js';
import '/venterum/queue-join.js';
import '/venterum/waiting-room.js';

const citizen = { cpr: '2512489996', name: 'Nancy Ann Berggren' };
const clinic = {
  id: 'clinic-lund',
  ydernummer: '012345',
  name: 'Lægehuset Lund',
  address: 'Lundevej 1, 9999 Testby',
  opening: { open: true, phone: '+4575000000' },
};
const people = {
  doctor: { kind: 'clinic-staff', name: 'Læge Test Lund', role: 'doctor', ydernumre: [clinic.ydernummer] },
  citizen: { kind: 'citizen', name: citizen.name },
};

const verify = async (subject) => ({
  issuer: 'https://login.example.dk',
  subject,
  principal: people[subject],
  expiresAt: '2099-01-01T00:00:00.000Z',
  ...(subject === 'citizen' ? { cpr: citizen.cpr } : {}),
});

// The way in is this page itself: the server is in it, and nowhere else.
const page = new URL(location.pathname, location.href).href;
const takeToken = () => {
  const token = location.hash.slice(1);
  history.replaceState(undefined, '', page);
  return token;
};

// A page that has just been opened has made no links: this one is of another window, or of another telephone.
document.querySelector('#elsewhere').hidden = takeToken() === '';

const server = await createInPageServer({
  clinics: [clinic],
  directory: { [citizen.cpr]: clinic.id },
  verifier: { verify },
  settings: { guestPage: page, codePage: page },
});
// Calls are set up inside the page too.
globalThis.WebSocket = server.WebSocket;

const clientFor = (credentials) =>
  // Doctor and patient share the screen here, but not the device they would have.
  createClient({ server: 'https://in-page.example', fetch: server.fetch, device: 'personal', credentials });
const clientOf = (person) => clientFor(hostToken(async () => person));

document.querySelector('waiting-room').client = clientOf('doctor');
document.querySelector('queue-join').client = clientOf('citizen');

/** The guest's way in, in the place of the patient's own. */
function openLink(token) {
  const join = document.createElement('queue-join');
  join.client = clientFor(invitation(token));
  document.querySelector('queue-join').replaceWith(join);
  join.focus();
}

// A link copied from the invitation and opened here.
addEventListener('hashchange', () => openLink(takeToken()));
document.querySelector('#code').addEventListener('click', () => openLink(''));

function bubble({ text }) {
  const [, words, token] = /^(.*?)https?:\/\/[^#]*#(\S+)/.exec(text);
  const item = document.createElement('li');
  const open = document.createElement('button');
  open.textContent = 'Tryk på linket';
  open.addEventListener('click', () => openLink(token));
  item.append(words, open);
  return item;
}

let shown = 0;
setInterval(() => {
  const messages = server.outbox.messages();
  for (const message of messages.slice(shown)) document.querySelector('#messages').prepend(bubble(message));
  shown = messages.length;
}, 500);
