import type { ClinicId, ClinicStaff, Instant, PublicConfig, SequencedEvent } from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { ProblemError, toFailure } from '../problem-error.ts';
import type { SessionState } from '../session/session-state.ts';
import { isPassing } from './sign-in.ts';

/** Whom a {@link ClinicListener} tells. */
export interface ClinicListenerOptions {
  readonly clinicId: string | undefined;
  /** Somebody of the clinic's is signed in; events follow. */
  readonly begun: (me: ClinicStaff, config: PublicConfig, clinicId: ClinicId) => void;
  readonly event: (event: SequencedEvent) => void;
  readonly offline: (since: Instant | undefined) => void;
  /** It could not begin; `forbidden` when the person is no member. Tried again by itself when that may help. */
  readonly failed: (error: unknown) => void;
  /** The session is over. */
  readonly ended: () => void;
  /** Any other change of the session. */
  readonly session?: (state: SessionState) => void;
}

const START_AGAIN = 5000;

/** Signs in, finds out which clinic, and listens to it: what all stores of a clinic begin with. */
export class ClinicListener {
  readonly #client: VenterumClient;
  readonly #options: ClinicListenerOptions;
  readonly #unfollow: () => void;
  #me: ClinicStaff | undefined;
  #run = 0;
  #isBeginning = false;
  #started: Promise<void> | undefined;
  #unlisten: (() => void) | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(client: VenterumClient, options: ClinicListenerOptions) {
    this.#client = client;
    this.#options = options;
    this.#unfollow = client.session.subscribe((state) => {
      this.#followSession(state);
    });
  }

  /** Begins, or begins again. Never rejects. */
  start(): Promise<void> {
    this.#stop();
    this.#started = this.#begin(this.#run);
    return this.#started;
  }

  /** Settles when the latest start has. */
  settled(): Promise<void> {
    return this.#started ?? Promise.resolve();
  }

  dispose(): void {
    this.#stop();
    this.#unfollow();
  }

  async #begin(run: number): Promise<void> {
    this.#isBeginning = true;
    try {
      const config = await this.#client.config();
      const me = await this.#client.session.ensure();
      if (run !== this.#run) return;
      const clinicId = this.#options.clinicId ?? (me.kind === 'clinic-staff' ? me.clinicIds[0] : undefined);
      if (me.kind !== 'clinic-staff' || clinicId === undefined || !me.clinicIds.includes(clinicId))
        throw new ProblemError('forbidden');
      this.#me = me;
      this.#options.begun(me, config, clinicId);
      this.#unlisten = this.#client.events({ clinicId }).listen(this.#options);
    } catch (error) {
      if (run === this.#run) this.#failed(error);
    } finally {
      if (run === this.#run) this.#isBeginning = false;
    }
  }

  #stop(): void {
    this.#run += 1;
    this.#isBeginning = false;
    this.#me = undefined;
    this.#cancelTimer?.();
    this.#unlisten?.();
    this.#unlisten = undefined;
  }

  #failed(error: unknown): void {
    this.#options.failed(error);
    if (isPassing(toFailure(error).code))
      this.#cancelTimer = this.#client.clock.after(START_AGAIN, () => void this.start());
  }

  #followSession(state: SessionState): void {
    const isOver = state.status === 'ended' || state.status === 'signed-out';
    if (this.#me !== undefined && isOver) {
      this.#stop();
      this.#options.ended();
    }
    this.#options.session?.(state);
    if (state.status === 'active' && this.#me === undefined && !this.#isBeginning) void this.start();
  }
}
