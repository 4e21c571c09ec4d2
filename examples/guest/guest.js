import { token } from '/guest/token.js';

const find = (id) => document.getElementById(id);
const join = document.querySelector('queue-join');
const languageButton = find('language');

// Nothing about anybody: it only tells the server that this is the browser that opened the link first.
const deviceId = () => {
  try {
    return (localStorage['video-device'] ??= crypto.randomUUID());
  } catch {
    return undefined;
  }
};

const words = {
  da: { title: 'Video med lægen', other: 'English', otherLanguage: 'en' },
  en: { title: 'Video with the doctor', other: 'Dansk', otherLanguage: 'da' },
};

const speak = (language) => {
  const { title, other, otherLanguage } = words[language];
  document.documentElement.lang = language;
  document.title = document.querySelector('h1').textContent = title;
  languageButton.textContent = other;
  languageButton.lang = otherLanguage;
};

languageButton.addEventListener('click', () => speak(languageButton.lang));
// Another link tapped while this page is open changes the fragment and nothing else.
addEventListener('hashchange', () => location.reload());

// What an old browser is told stands there in both languages.
if (find('too-old').hidden) {
  speak(navigator.languages.some((language) => /^(da|nb|nn|no|sv|fo|kl)/.test(language)) ? 'da' : 'en');
  languageButton.hidden = false;
}

/** Shows one of what the page can say. */
const show = (shown) => {
  for (const part of [join, find('opening'), find('trouble')]) part.hidden = part !== shown;
};

const start = async () => {
  const [{ createClient, invitation }, { server }] = await Promise.all([
    import('/guest/video.js'),
    import('/config.js'),
  ]);
  // Without a link the six digits of the invitation are asked for: this page is also the address that is read aloud.
  join.client = createClient({ server, credentials: invitation(token), deviceId: deviceId() });
  show(join);
};

// Some browsers remember that a module did not arrive: only a new page asks again. It gets the link back, once there is a line.
const again = async () => {
  find('still').textContent = '';
  try {
    await fetch('/config.js', { signal: AbortSignal.timeout(10_000) });
  } catch {
    find('still').textContent = 'Der er stadig ingen forbindelse. (Still no connection.)';
    return;
  }
  history.replaceState(undefined, '', `#${token}`);
  location.reload();
};

find('retry').addEventListener('click', again);

// Whoever was told to open the link elsewhere has nothing to begin here.
if (find('too-old').hidden) start().catch(() => show(find('trouble')));
