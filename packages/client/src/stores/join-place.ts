import type { Citizen, ClinicSummary, Opening, Principal } from '@venterum/contract';
import { ProblemError, toFailure } from '../problem-error.ts';
import type { JoinFlow } from './join-flow.ts';
import type { JoinStep } from './join-state.ts';
import { patched } from './patched.ts';
import { isPassing } from './sign-in.ts';

const POLL = 30_000;

type Who = Extract<JoinStep, { readonly step: 'who' }>;

/** Whom it is about, and which clinic. */
export class JoinPlace {
  readonly #flow: JoinFlow;

  constructor(flow: JoinFlow) {
    this.#flow = flow;
  }

  /** From what the host handed over, or by asking. */
  async find(me: Principal, run: number): Promise<void> {
    const { clinicId, citizen } = this.#flow.options;
    if (me.kind === 'guest') throw new ProblemError('invite-ended');
    if (clinicId === undefined && me.kind !== 'citizen' && citizen?.cpr === undefined) {
      this.askWho(citizen === undefined ? 'cpr' : 'clinic');
      return;
    }
    try {
      const clinic = await this.#given(me);
      if (run === this.#flow.run) this.choose(clinic);
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
    if (!clinic.open) this.#pollLater(clinic.id);
  }

  hearOpening(clinicId: string, opening: Opening): void {
    const { step } = this.#flow;
    if ((step.step !== 'closed' && step.step !== 'ready') || step.clinic.id !== clinicId) return;
    const { open, message, delayMinutes, phone } = opening;
    const clinic = patched(step.clinic, { open, message, delayMinutes, phone });
    this.#flow.goToClinic(clinic);
    if (!open) this.#pollLater(clinicId);
  }

  #given(me: Principal): Promise<ClinicSummary> {
    const { client, options } = this.#flow;
    if (options.clinicId !== undefined) return client.request('clinics.get', { id: options.clinicId });
    const body = me.kind === 'citizen' ? {} : patched({}, { cpr: options.citizen?.cpr });
    return client.request('clinics.own', { body });
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
  #pollLater(clinicId: string): void {
    const { client, step: asked } = this.#flow;
    const again = (): void => {
      if (this.#flow.step === asked) this.#pollLater(clinicId);
    };
    this.#flow.later(POLL, () => {
      client.request('clinics.get', { id: clinicId, background: true }).then((clinic) => {
        if (this.#flow.step === asked) this.choose(clinic);
      }, again);
    });
  }
}
