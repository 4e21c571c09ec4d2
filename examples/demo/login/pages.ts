import type { TestPerson } from './people.ts';

/** Address of the one stylesheet. */
export const stylesheetPath = '/login.css';

/** HTML that may be put into a page as it is. */
interface Markup {
  readonly html: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** Everything that is put in is escaped, unless it is markup already. */
const markup = (
  parts: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup => {
  const render = (value: string | Markup | readonly Markup[]): string => {
    if (typeof value === 'string') return escapeText(value);
    return 'html' in value ? value.html : value.map(({ html }) => html).join('');
  };
  return { html: String.raw({ raw: parts }, ...values.map(render)) };
};

const page = (title: string, content: Markup): string =>
  markup`<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="${stylesheetPath}" />
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${content}
    </main>
  </body>
</html>
`.html;

/** Who is asking, in words. */
export interface LoginPage {
  readonly title: string;
  readonly people: readonly TestPerson[];
  /** Where the choice is posted to. */
  readonly action: string;
}

const personButton = ({ id, name, note }: TestPerson): Markup =>
  markup`<li><button type="submit" name="person" value="${id}">${name} <small>${note}</small></button></li>`;

const cancelButton = markup`<button class="quiet" type="submit" name="cancel" value="yes">Annuller</button>`;

/** A list of test persons; one tap logs in. */
export const loginPage = ({ title, people, action }: LoginPage): string =>
  page(
    title,
    markup`<p>Testlogin uden kodeord. Vælg hvem du vil være.</p>
      <form method="post" action="${action}">
        <ul>${people.map(personButton)}</ul>
        ${cancelButton}
      </form>`,
  );

/** The broker's choice between its two ways to log in. */
export const choicePage = (action: string): string =>
  page(
    'Vælg login',
    markup`<form method="post" action="${action}">
        <ul>
          <li><button type="submit" name="idp" value="municipality">Kommunal login <small>Til ansatte i kommunen</small></button></li>
          <li><button type="submit" name="idp" value="citizen">Digital identitet (test) <small>Til borgere</small></button></li>
        </ul>
        ${cancelButton}
      </form>`,
  );

/** Asks before logging out. `form` is the issuer's own form. */
export const logoutPage = (form: string): string =>
  page(
    'Log ud',
    markup`<p>Vil du logge ud af testlogin?</p>
      ${{ html: form }}
      <button type="submit" form="op.logoutForm" name="logout" value="yes">Log ud</button>`,
  );

/** After logging out, when there is nowhere to go back to. */
export const loggedOutPage = (): string => page('Du er logget ud', markup`<p>Du kan lukke vinduet.</p>`);

/** Something went wrong on the way. `reason` is a word of OAuth's. */
export const errorPage = (reason: string): string =>
  page(
    'Login lykkedes ikke',
    markup`<p>Luk vinduet, og prøv igen. Hjælper det ikke, så fortæl os at der stod “${reason}”.</p>`,
  );
