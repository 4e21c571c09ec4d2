import { server } from '/config.js';

const REFRESH_MILLISECONDS = 1_000;
const find = (id) => document.getElementById(id);
const clock = new Intl.DateTimeFormat('da-DK', { hour: '2-digit', minute: '2-digit' });
const seen = new Set();

/** Words as they are, addresses as links. */
function withLinks(text) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => {
    if (index % 2 === 0) return part;
    const link = document.createElement('a');
    link.href = part;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.textContent = part.replace(/#.*/, '#…');
    return link;
  });
}

function bubble(message) {
  const item = document.createElement('li');
  const head = document.createElement('p');
  head.className = 'messages__head';
  head.textContent = `Til ${message.to} · kl. ${clock.format(new Date(message.at)).replace(':', '.')}`;
  const text = document.createElement('p');
  text.className = 'messages__text';
  text.append(...withLinks(message.text));
  item.append(head, text);
  return item;
}

async function refresh() {
  const answer = await fetch(`${server}/outbox/messages`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const { messages } = await answer.json();
  for (const message of messages) {
    const key = JSON.stringify(message);
    if (seen.has(key)) continue;
    seen.add(key);
    find('messages').prepend(bubble(message));
  }
  find('empty').hidden = seen.size > 0;
}

async function keepRefreshing() {
  find('time').textContent = clock.format(new Date()).replace(':', '.');
  try {
    await refresh();
    find('problem').textContent = '';
  } catch {
    find('problem').textContent = 'Ingen forbindelse. Beskederne kommer, så snart den er tilbage.';
  }
  setTimeout(keepRefreshing, REFRESH_MILLISECONDS);
}

await keepRefreshing();
