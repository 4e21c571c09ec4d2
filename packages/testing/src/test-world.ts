import { currentConsentTextVersion, type LoginProvider, type PublicConfig } from '@venterum/contract';
import {
  createClient,
  hostToken,
  type ClientOptions,
  type Clock,
  type Store,
  type VenterumClient,
} from '@venterum/client';
import { createMemoryServer, type MemoryServer, type MemoryServerOptions } from '@venterum/server-reference';
import { FakeClock } from './fake-clock.ts';
import { testClinics, testDirectory, testVerifier, type TestLogin } from './server-builders.ts';
import { TestNetwork } from './test-network.ts';

/** A test's clock as a client takes it. */
export const clientClock = (clock: FakeClock): Clock => ({
  now: () => Date.parse(clock.now()),
  after: (milliseconds, run) => clock.after(milliseconds, run),
});

/** A turn of the event loop, so that streams and promises go on. */
export const settle = (): Promise<void> =>
  new Promise((resolve) => {
    // In a page there is no setImmediate.
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });

/** Moves a clock on until a promise has settled. */
export const advanceUntil = async <Value>(
  clock: FakeClock,
  promise: Promise<Value>,
  { step = 500, until = settle }: { readonly step?: number; readonly until?: () => Promise<void> } = {},
): Promise<Value> => {
  const progress = { isOver: false };
  const end = (): void => {
    progress.isOver = true;
  };
  promise.then(end, end);
  while (!progress.isOver) await clock.advance(step, until);
  return promise;
};

/** The state as soon as it is like that. The test's own time limit ends a wait in vain. */
export const stateWhere = <State, Command, Wanted extends State>(
  store: Store<State, Command>,
  isWanted: (state: State) => state is Wanted,
): Promise<Wanted> =>
  new Promise((resolve) => {
    const now = store.getState();
    if (isWanted(now)) {
      resolve(now);
      return;
    }
    const stop = store.subscribe((state) => {
      if (!isWanted(state)) return;
      stop();
      resolve(state);
    });
  });

/** The real server in memory, a network that can fail, and clients on it. Time stands still until a test moves it. */
export class TestWorld {
  readonly server: MemoryServer;
  readonly network: TestNetwork;
  readonly clock: FakeClock;
  readonly #clients: VenterumClient[] = [];
  readonly #wakers = new Set<() => void>();

  constructor(server: MemoryServer, clock: FakeClock) {
    this.server = server;
    this.clock = clock;
    this.network = new TestNetwork((request) => server.app.fetch(request));
  }

  /** A `fetch` past the {@link network}: for those whose connection is good. */
  readonly aside: typeof fetch = async (input, init) => this.server.app.fetch(new Request(input, init));

  /** A client of somebody whose host is logged in already. */
  client(login: TestLogin, options: Partial<ClientOptions> = {}): VenterumClient {
    return this.clientWith({ credentials: hostToken(() => Promise.resolve(login)), ...options });
  }

  clientWith(options: Partial<ClientOptions> & Pick<ClientOptions, 'credentials'>): VenterumClient {
    const client = createClient({
      server: 'https://video.example.dk',
      fetch: this.network.fetch,
      clock: clientClock(this.clock),
      random: () => 0.5,
      deviceId: crypto.randomUUID(),
      onWake: (wake) => {
        this.#wakers.add(wake);
        return () => this.#wakers.delete(wake);
      },
      ...options,
    });
    this.#clients.push(client);
    return client;
  }

  /** The token of the link in the last SMS, once it is sent. */
  async lastToken(): Promise<string> {
    await this.server.services.outbox.settled();
    return /#([\w-]+)/.exec(this.server.outbox.messages().at(-1)?.text ?? '')?.[1] ?? '';
  }

  /** The page is back: online, visible or restored. */
  wake(): void {
    for (const wake of [...this.#wakers]) wake();
  }

  /** Moves time on, with everything that happens meanwhile. */
  advance(milliseconds: number): Promise<void> {
    return this.clock.advance(milliseconds, this.#settled);
  }

  /** Moves time on until a promise has settled. */
  advanceUntil<Value>(promise: Promise<Value>, step?: number): Promise<Value> {
    return advanceUntil(this.clock, promise, {
      until: this.#settled,
      ...(step === undefined ? {} : { step }),
    });
  }

  /** Time waits for requests: on a slow machine they would time out by a clock that runs ahead. */
  readonly #settled = async (): Promise<void> => {
    do await settle();
    while (this.network.isBusy);
    await settle();
  };

  async dispose(): Promise<void> {
    for (const client of this.#clients) client.dispose();
    await this.server.dispose();
  }
}

const provider = (id: string, kinds: LoginProvider['kinds']): LoginProvider => ({
  id,
  label: { da: id, en: id },
  issuer: `https://${id}.example.dk`,
  clientId: 'venterum',
  scope: 'openid',
  resource: 'https://video.example.dk',
  kinds,
});

/** What the world's server says of itself: a clinic login, and one for employees and citizens. */
export const testConfig: PublicConfig = {
  providers: [provider('clinic', ['clinic-staff']), provider('municipal', ['municipal-employee', 'citizen'])],
  languages: ['da', 'en'],
  support: { name: 'Support', phone: '+4570000000' },
  consentTextVersion: currentConsentTextVersion,
  smsCountries: [],
  limits: { reasonCharacters: 280, participants: 6, recipients: 5 },
};

/** Makes a world of the test clinics and people. */
export const createTestWorld = async (options: Partial<MemoryServerOptions> = {}): Promise<TestWorld> => {
  const clock = new FakeClock();
  const server = await createMemoryServer({
    clinics: testClinics,
    directory: testDirectory,
    verifier: testVerifier,
    clock,
    ...options,
    settings: { publicConfig: testConfig, ...options.settings },
  });
  return new TestWorld(server, clock);
};
