import type { Citizen, ClinicSummary, Opening, Principal } from '@venterum/contract';
import { ProblemError, toFailure } from '../problem-error.ts';
import { clinicWith } from './clinic-with.ts';
import type { JoinFlow } from './join-flow.ts';
import type { JoinStep } from './join-state.ts';
import { patched } from './patched.ts';
import { isPassing } from './sign-in.ts';

const POLL = 30_000;
/** Every poll counts as activity: beyond these a page that nobody looks at may end its session. */
const POLLS = 10;

type Who = Extract<JoinStep, { readonly step: 'who' }>;

/** Whom it is about, and which clinic. */
export class JoinPlace {
  readonly #flow: JoinFlow;
  #polls = 0;

  constructor(flow: JoinFlow) {
    this.#flow = flow;
  }

  /** From what the host handed over, or by asking. */
  async find(me: Principal, run: number): Promise<void> {
    if (me.kind === 'guest') throw new ProblemError('invite-ended');
    try {
      const clinic = await this.#given(me);
      if (run !== this.#flow.run) return;
      if (clinic === undefined) this.askWho(this.#flow.options.citizen === undefined ? 'cpr' : 'clinic');
      else this.choose(clinic);
    } catch (error) {
      if (run !== this.#flow.run || isPassing(toFailure(error).code)) throw error;
      this.askWho('clinic');
      this.#flow.patch({ failure: toFailure(error) });
    }
  }

  askWho(mode: 'cpr' | 'clinic'): void {
    const { citizenFromHost } = this.#flow.base.draft;
    const citizen = citizenFromHost ? {} : { citizen: undefined, consentId: undefined };
    this.#flow.draft({ clinic: undefined, ...citizen });
    this.#flow.go({ step: 'who', mode, searching: false });
  }

  back(): void {
    const { step, base, options, me } = this.#flow;
    if (step.step === 'who') this.askWho('cpr');
    if (step.step !== 'ready' && step.step !== 'closed') return;
    const { citizen, citizenFromHost } = base.draft;
    const isFixed = options.clinicId !== undefined || me?.kind === 'citizen';
    if (!isFixed) this.askWho(citizenFromHost || citizen === undefined ? 'clinic' : 'cpr');
  }

  async findOwn({ cpr, name }: Citizen): Promise<void> {
    const { draft } = this.#flow.base;
    const citizen = draft.citizenFromHost ? (draft.citizen ?? {}) : patched<Citizen>({}, { cpr, name });
    this.#flow.draft({ citizen, consentId: undefined });
    const body = patched({}, { cpr: citizen.cpr });
    const clinic = await this.#searching('cpr', () => this.#flow.client.request('clinics.own', { body }));
    if (clinic !== undefined) this.choose(clinic);
  }

  async search(search: string): Promise<void> {
    const { client } = this.#flow;
    const found = await this.#searching('clinic', () =>
      client.request('clinics.search', { query: { search } }),
    );
    if (found === undefined) return;
    this.#flow.go({ step: 'who', mode: 'clinic', searching: false, clinics: found.clinics });
  }

  choose(clinic: ClinicSummary): void {
    this.#flow.joinKey = undefined;
    this.#flow.goToClinic(clinic);
    this.keepWatching();
  }

  /** Somebody is there and waits for a closed clinic to open. */
  keepWatching(): void {
    this.#polls = 0;
    this.#pollLater();
  }

  hearOpening(clinicId: string, opening: Opening): void {
    const { step } = this.#flow;
    if ((step.step !== 'closed' && step.step !== 'ready') || step.clinic.id !== clinicId) return;
    this.#flow.goToClinic(clinicWith(step.clinic, opening));
    this.keepWatching();
  }

  async #given(me: Principal): Promise<ClinicSummary | undefined> {
    const { client, options } = this.#flow;
    const { clinicId, citizen } = options;
    if (clinicId !== undefined) return client.request('clinics.get', { id: clinicId });
    if (me.kind === 'citizen') return client.request('clinics.own', { body: {} });
    return citizen?.cpr === undefined
      ? undefined
      : client.request('clinics.own', { body: { cpr: citizen.cpr } });
  }

  /** `undefined` when something else has been asked for meanwhile. */
  async #searching<Answer>(mode: Who['mode'], ask: () => Promise<Answer>): Promise<Answer | undefined> {
    const flow = this.#flow;
    const clinics = flow.step.step === 'who' ? flow.step.clinics : undefined;
    const searching = patched<Who>({ step: 'who', mode, searching: true }, { clinics });
    flow.go(searching);
    try {
      const answer = await ask();
      return flow.step === searching ? answer : undefined;
    } catch (error) {
      if (flow.step !== searching) return undefined;
      flow.go({ ...searching, searching: false });
      throw error;
    }
  }

  /** Somebody not in the queue hears no opening on the stream. */
  #pollLater(): void {
    const { client, step: asked } = this.#flow;
    if (asked.step !== 'closed' || this.#polls >= POLLS) return;
    this.#polls += 1;
    this.#flow.later(POLL, () => {
      client.request('clinics.get', { id: asked.clinic.id, background: true }).then(
        (clinic) => this.#hearClinic(clinic, asked),
        () => this.#hearClinic(asked.clinic, asked),
      );
    });
  }

  #hearClinic(clinic: ClinicSummary, asked: JoinStep): void {
    if (this.#flow.step !== asked) return;
    this.#flow.goToClinic(clinic);
    this.#pollLater();
  }
}
