import { finishLogin, logIn, logOut } from '/eoj/host-login.js';
import { residents } from '/eoj/residents.js';
import { endVideo, startVideo } from '/eoj/video.js';

const find = (id) => document.getElementById(id);
let current = residents[0];
let video;

function item(text) {
  const li = document.createElement('li');
  li.textContent = text;
  return li;
}

function age(cpr) {
  const year = Number(cpr.slice(4, 6));
  return new Date().getFullYear() - (year > 30 ? 1900 + year : 2000 + year);
}

function entryFor(resident) {
  const button = document.createElement('button');
  button.type = 'button';
  const name = document.createElement('span');
  name.textContent = resident.name;
  const home = document.createElement('small');
  home.textContent = resident.home;
  button.append(name, home);
  button.addEventListener('click', () => open(resident));
  const li = document.createElement('li');
  li.append(button);
  return li;
}

function open(resident) {
  current = resident;
  find('resident-name').textContent = resident.name;
  find('resident-facts').textContent =
    `${resident.home} · ${age(resident.cpr)} år · ${resident.cpr.slice(0, 6)}-••••`;
  find('tasks').replaceChildren(...resident.tasks.map(item));
  find('observations').replaceChildren(...resident.observations.map(item));
  residents.forEach((one, index) => {
    find('residents').children[index].firstChild.setAttribute('aria-current', String(one === resident));
  });
}

/** Which record the video is about, for a reload: the room, and nothing of the person. */
const videoMark = 'journal:video';

/** The journal gets the facts for its note; what was said is for the employee to write. */
function noteFacts(resident, { state, durationSeconds = 0 }) {
  if (state !== 'ended') return;
  const minutes = Math.max(1, Math.round(durationSeconds / 60));
  resident.observations.unshift(`Videokonsultation med egen læge, ${minutes} min.`);
  if (resident === current) open(resident);
}

function showVideo() {
  if (video === undefined) {
    const resident = current;
    find('panel-title').textContent = `Video om ${resident.name}`;
    video = startVideo(resident, { onEnded: ({ detail }) => noteFacts(resident, detail) });
    find('panel-body').append(video);
    find('panel').hidden = false;
    sessionStorage.setItem(videoMark, resident.home);
  }
  video.minimised = false;
}

function closeVideo() {
  video?.remove();
  video = undefined;
  sessionStorage.removeItem(videoMark);
  find('panel').hidden = true;
  find('video').focus();
}

function show(loggedIn) {
  find('welcome').hidden = loggedIn;
  find('journal').hidden = !loggedIn;
  find('log-out').hidden = !loggedIn;
}

find('residents').append(...residents.map(entryFor));
open(current);

find('video').addEventListener('click', showVideo);
find('close').addEventListener('click', closeVideo);
find('observe').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = find('observation').value.trim();
  if (text === '') return;
  current.observations.unshift(text);
  find('observation').value = '';
  open(current);
});
find('log-in').addEventListener('click', () => {
  logIn().catch(() => {
    find('login-problem').textContent = 'Kommunens login svarer ikke. Prøv igen om lidt.';
  });
});
find('log-out').addEventListener('click', async () => {
  closeVideo();
  await endVideo();
  await logOut();
  show(false);
});

/** After a reload: back to the record and the place in the queue. */
function goOn() {
  const resident = residents.find(({ home }) => home === sessionStorage.getItem(videoMark));
  if (resident === undefined) return;
  open(resident);
  showVideo();
}

const isLoggedIn = await finishLogin().catch(() => {
  find('login-problem').textContent = 'Login blev ikke gennemført. Prøv igen.';
  return false;
});
show(isLoggedIn);
if (isLoggedIn) goOn();
