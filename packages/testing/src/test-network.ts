/** A request as it left the client. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

type Fault = 'lose-request' | 'lose-answer' | Response;

interface Rule {
  readonly matches: (request: SeenRequest) => boolean;
  readonly fault: Fault;
  times: number;
}

const failure = (): TypeError => new TypeError('fetch failed');

/** The way between a client and a server in memory: it can be cut, lose requests or answers, and refuse. */
export class TestNetwork {
  /** Everything that was sent, in order. */
  readonly requests: SeenRequest[] = [];
  /** Nothing gets through while true. */
  offline = false;
  readonly #answer: (request: Request) => Response | Promise<Response>;
  readonly #rules: Rule[] = [];
  #cut = new AbortController();
  #underWay = 0;

  constructor(answer: (request: Request) => Response | Promise<Response>) {
    this.#answer = answer;
  }

  /** Whether the server is at work on a request. */
  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  /** The client's `fetch`. */
  readonly fetch: typeof fetch = async (input, init) => {
    this.#underWay += 1;
    try {
      return await this.#carry(input, init);
    } finally {
      this.#underWay -= 1;
    }
  };

  readonly #carry: typeof fetch = async (input, init) => {
    const seen = await this.#see(new Request(input, init));
    if (this.offline) throw failure();
    const fault = this.#faultFor(seen);
    if (fault instanceof Response) return fault.clone();
    if (fault === 'lose-request') throw failure();
    // A request of its own: aborting the client's must not undo what the server does.
    const { method, headers, body } = seen;
    const url = new URL(seen.path, 'https://video.example.dk');
    const response = await this.#answer(
      new Request(url, { method, headers, ...(body === '' ? {} : { body }) }),
    );
    if (fault === 'lose-answer') throw failure();
    init?.signal?.throwIfAborted();
    return this.#cuttable(response, init?.signal ?? undefined);
  };

  /** Requests to a path, by its beginning. */
  to(method: string, path: string): readonly SeenRequest[] {
    return this.requests.filter((one) => one.method === method && one.path.startsWith(path));
  }

  /** The next matching requests fail: before the server, after it, or with an answer of somebody between. */
  fault(matches: (request: SeenRequest) => boolean, fault: Fault, times = 1): void {
    this.#rules.push({ matches, fault, times });
  }

  /** Breaks every open stream. */
  cut(): void {
    this.#cut.abort(failure());
    this.#cut = new AbortController();
  }

  async #see(request: Request): Promise<SeenRequest> {
    const { pathname, search } = new URL(request.url);
    const body = await request.text();
    const seen = { method: request.method, path: pathname + search, headers: request.headers, body };
    this.requests.push(seen);
    return seen;
  }

  #faultFor(seen: SeenRequest): Fault | undefined {
    const rule = this.#rules.find(({ matches, times }) => times > 0 && matches(seen));
    if (rule !== undefined) rule.times -= 1;
    return rule?.fault;
  }

  #cuttable(response: Response, signal: AbortSignal | undefined): Response {
    if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true) return response;
    const ends = AbortSignal.any([this.#cut.signal, ...(signal === undefined ? [] : [signal])]);
    const body = response.body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal: ends });
    return new Response(body ?? null, { status: response.status, headers: response.headers });
  }
}
