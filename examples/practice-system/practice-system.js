import { createClient } from '/venterum/client.js';
import { oidcLogin } from '/venterum/oidc.js';
import { server } from '/config.js';
import { patients } from '/practice-system/patients.js';

// Everything Venterum needs.
const room = document.querySelector('waiting-room');
const redirectUri = new URL('/login/', location.href).href;
// The clinician's own screen: nobody else comes to it, so that one login lasts the working day.
room.client = createClient({ server, device: 'personal', credentials: oidcLogin({ redirectUri }) });
room.addEventListener('visit-called', ({ detail }) => openRecordOf(detail.visitId));
room.addEventListener('visit-ended', ({ detail }) => draftNote(detail));
room.addEventListener('queue-changed', ({ detail }) => showCount(detail.waiting));

// The rest is the practice system's own.
const find = (id) => document.getElementById(id);
const rows = find('patient-rows');
let current;

function hidden(cpr) {
  return `${cpr.slice(0, 6)}-••••`;
}

function cell(content) {
  const td = document.createElement('td');
  td.append(content);
  return td;
}

function rowFor(patient) {
  const row = document.createElement('tr');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = patient.name;
  row.append(cell(patient.time), cell(button), cell(hidden(patient.cpr)));
  row.addEventListener('click', () => open(patient));
  return row;
}

function showNotes() {
  find('notes').replaceChildren(
    ...current.notes.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
}

function open(patient) {
  current = patient;
  find('record-name').textContent = patient.name;
  find('record-cpr').textContent = `CPR ${hidden(patient.cpr)}`;
  patients.forEach((one, index) =>
    rows.children[index].setAttribute('aria-current', String(one === patient)),
  );
  showNotes();
}

/** Who it is stands in the element's own list, never in an event. */
function openRecordOf(visitId) {
  const cpr = room.visits.find(({ id }) => id === visitId)?.citizen?.cpr;
  const patient = patients.find((one) => one.cpr === cpr);
  if (patient) open(patient);
}

function showCount(waiting) {
  find('video-link').textContent = waiting > 0 ? `Video (${waiting} venter)` : 'Video';
}

const outcomes = {
  completed: 'gennemført',
  'moved-to-phone': 'fortsat på telefon',
  'moved-to-visit': 'ændret til fremmøde',
  'technical-failure': 'teknisk fejl',
  'no-show': 'patienten kom ikke',
};

/** The doctor documents in the practice system; the facts of the call are ready in the note. */
function draftNote({ kind, outcome, durationSeconds = 0 }) {
  const what = kind === 'conference' ? 'Videokonference' : 'Videokonsultation';
  const minutes = Math.max(1, Math.round(durationSeconds / 60));
  find('note').value = `${what}, ${minutes} min., ${outcomes[outcome] ?? outcome}.\n`;
  find('status').textContent = 'Video afsluttet. Notatet er klar til at blive skrevet færdigt.';
}

rows.append(...patients.map(rowFor));
open(patients[1]);

find('save-note').addEventListener('click', () => {
  const text = find('note').value.trim();
  if (text === '') return;
  current.notes.push(text);
  find('note').value = '';
  find('status').textContent = 'Notat gemt';
  showNotes();
});

find('widen').addEventListener('click', ({ currentTarget }) => {
  const wide = document.querySelector('.desk').classList.toggle('desk--wide');
  currentTarget.setAttribute('aria-pressed', String(wide));
});
