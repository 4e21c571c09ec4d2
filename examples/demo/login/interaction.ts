import type { InteractionResults, Provider } from 'oidc-provider';
import { readForm } from './forms.ts';
import { type PageRequest, sendPage } from './issuer-server.ts';
import { loginPage } from './pages.ts';
import type { TestPerson } from './people.ts';

/** Ends an interaction with an account, and sends the browser on its way. */
export const logInAs = async (
  provider: Provider,
  { request, response }: PageRequest,
  accountId: string,
): Promise<void> => {
  await finish(provider, { request, response }, { login: { accountId } });
};

/** Ends an interaction without one. */
export const giveUp = async (provider: Provider, page: PageRequest): Promise<void> => {
  await finish(provider, page, { error: 'access_denied', error_description: 'cancelled' });
};

const finish = (
  provider: Provider,
  { request, response }: Pick<PageRequest, 'request' | 'response'>,
  result: InteractionResults,
): Promise<void> =>
  provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });

/** What has been chosen on a list of people: one of them, or nobody. */
const chosenFrom = (people: readonly TestPerson[], form: URLSearchParams): TestPerson | undefined =>
  people.find(({ id }) => id === form.get('person'));

/** A page with test people to choose from. */
export interface PeoplePage {
  readonly title: string;
  readonly people: readonly TestPerson[];
}

/** Shows the people, or logs in the one that was chosen. */
export const choosePerson = async (
  provider: Provider,
  page: PageRequest,
  { title, people }: PeoplePage,
): Promise<void> => {
  // Rejects for a browser that did not begin this login.
  await provider.interactionDetails(page.request, page.response);
  if (page.request.method !== 'POST') {
    sendPage(page.response, loginPage({ title, people, action: page.url.pathname }));
    return;
  }
  const form = await readForm(page.request);
  const person = chosenFrom(people, form);
  if (form.has('cancel') || person === undefined) await giveUp(provider, page);
  else await logInAs(provider, page, person.id);
};
