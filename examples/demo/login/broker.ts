import type { Server } from 'node:http';
import { interactionPolicy, type Interaction, type Provider } from 'oidc-provider';
import { brokerCallbackPath, clients, type IssuerAddresses } from './addresses.ts';
import { readForm } from './forms.ts';
import { choosePerson, giveUp, logInAs } from './interaction.ts';
import { type PageRequest, sendPage, serveIssuer } from './issuer-server.ts';
import { MunicipalHop, type MunicipalIdentity } from './municipal-hop.ts';
import { choicePage } from './pages.ts';
import { citizens } from './people.ts';
import { createProvider, type ProviderOptions } from './provider.ts';

/** What the broker needs. */
export interface BrokerOptions extends Omit<ProviderOptions, 'claimsOf' | 'policy'> {
  readonly port: number;
  readonly issuers: IssuerAddresses;
  readonly formTargets: readonly string[];
}

/** A way to log in at the broker. */
type Idp = 'municipality' | 'citizen';

const MUNICIPAL_PREFIX = 'municipal-';
const BROKERED_CLAIMS = ['name', 'cvr', 'org_name', 'job_title', 'area', 'loa'];

const idpOfClient: ReadonlyMap<unknown, Idp> = new Map([
  [clients.municipality, 'municipality'],
  [clients.citizen, 'citizen'],
]);

/** The way that was asked for, by the client or by a hint; `undefined` leaves the choice to the person. */
const wantedIdp = (parameters: Readonly<Record<string, unknown>>): Idp | undefined => {
  const hint = parameters['idp_hint'];
  return hint === 'municipality' || hint === 'citizen' ? hint : idpOfClient.get(parameters['client_id']);
};

const idpOfAccount = (accountId: string): Idp =>
  accountId.startsWith(MUNICIPAL_PREFIX) ? 'municipality' : 'citizen';

/** Somebody remembered from one way is not logged in where the other was asked for. */
const policy = (): interactionPolicy.DefaultPolicy => {
  const base = interactionPolicy.base();
  const check = new interactionPolicy.Check(
    'other_idp',
    'another kind of login was asked for',
    'login_required',
    ({ oidc }) => {
      const wanted = wantedIdp({ ...oidc.params });
      const accountId = oidc.session?.accountId;
      return wanted !== undefined && accountId !== undefined && idpOfAccount(accountId) !== wanted;
    },
  );
  base.get('login')?.checks.add(check);
  return base;
};

class Broker {
  readonly #provider: Provider;
  readonly #hop: MunicipalHop;
  readonly #employees = new Map<string, Readonly<Record<string, unknown>>>();

  constructor({ issuers, ...options }: BrokerOptions) {
    this.#hop = new MunicipalHop(issuers);
    this.#provider = createProvider({
      ...options,
      policy: policy(),
      claimsOf: (accountId) =>
        this.#employees.get(accountId) ?? citizens.find(({ id }) => id === accountId)?.claims,
    });
  }

  get provider(): Provider {
    return this.#provider;
  }

  async answer(page: PageRequest): Promise<boolean> {
    const { pathname, searchParams } = page.url;
    if (pathname === brokerCallbackPath) {
      // The cookie of the interaction is sent below its own address only: on to there.
      const uid = this.#hop.interactionOf(searchParams.get('state') ?? '');
      if (uid === undefined) throw new Error('The answer belongs to no login that is under way.');
      page.response.writeHead(303, { location: `/interaction/${uid}/municipality${page.url.search}` }).end();
      return true;
    }
    const [, uid, step] = /^\/interaction\/([\w-]+)(?:\/(municipality|citizen))?$/.exec(pathname) ?? [];
    if (uid === undefined) return false;
    if (step === 'citizen') await this.#citizen(page);
    else if (step === 'municipality') await this.#back(uid, page);
    else await this.#choose(uid, page);
    return true;
  }

  async #choose(uid: string, page: PageRequest): Promise<void> {
    const interaction = await this.#provider.interactionDetails(page.request, page.response);
    const form = page.request.method === 'POST' ? await readForm(page.request) : undefined;
    if (form?.has('cancel') === true) {
      await giveUp(this.#provider, page);
      return;
    }
    const idp = form === undefined ? wantedIdp(interaction.params) : wantedIdp({ idp_hint: form.get('idp') });
    if (idp === undefined) sendPage(page.response, choicePage(page.url.pathname));
    else page.response.writeHead(303, { location: this.#wayTo(idp, uid, interaction) }).end();
  }

  #wayTo(idp: Idp, uid: string, { prompt }: Interaction): string {
    return idp === 'citizen'
      ? `/interaction/${uid}/citizen`
      : this.#hop.start(uid, prompt.reasons.includes('login_prompt'));
  }

  async #citizen(page: PageRequest): Promise<void> {
    await choosePerson(this.#provider, page, { title: 'Digital identitet (test)', people: citizens });
  }

  async #back(uid: string, page: PageRequest): Promise<void> {
    await this.#provider.interactionDetails(page.request, page.response);
    const identity = await this.#hop.finish(uid, page.url.searchParams);
    if (identity === undefined) await giveUp(this.#provider, page);
    else await logInAs(this.#provider, page, this.#remember(identity));
  }

  /** The broker's own account for somebody of the municipality's. */
  #remember(identity: MunicipalIdentity): string {
    const accountId = `${MUNICIPAL_PREFIX}${identity.sub}`;
    const kept = Object.entries(identity).filter(([name]) => BROKERED_CLAIMS.includes(name));
    this.#employees.set(accountId, { ...Object.fromEntries(kept), identity_type: 'professional' });
    return accountId;
  }
}

/** Serves the broker: employees through the municipality's own login, citizens by a test identity. */
export const startBroker = (options: BrokerOptions): Promise<Server> => {
  const broker = new Broker(options);
  return serveIssuer(options.port, {
    provider: broker.provider,
    formTargets: options.formTargets,
    pages: (page) => broker.answer(page),
  });
};
