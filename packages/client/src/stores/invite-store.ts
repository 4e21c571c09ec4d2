import type { Invite, InviteRequest, SequencedEvent } from '@venterum/contract';
import type { VenterumClient } from '../client.ts';
import { toFailure } from '../problem-error.ts';
import { randomId } from '../random-id.ts';
import { createCell } from './cell.ts';
import { mergeInvites } from './clinic-lists.ts';
import { ClinicListener } from './clinic-listener.ts';
import type { InviteCommand, InviteState } from './invite-state.ts';
import { patched, type Patch } from './patched.ts';
import type { Store } from './store.ts';

/** Which clinic. */
export interface InviteStoreOptions {
  /** Default: the first that the signed-in person is a member of. */
  readonly clinicId?: string;
}

class InviteStore implements Store<InviteState, InviteCommand> {
  readonly #client: VenterumClient;
  readonly #cell = createCell<InviteState>({ status: 'starting', invites: [], busy: new Set() });
  readonly #clinic: ClinicListener;
  #clinicId = '';
  #key: { readonly request: string; readonly id: string } | undefined;

  constructor(client: VenterumClient, { clinicId }: InviteStoreOptions) {
    this.#client = client;
    this.#clinic = new ClinicListener(client, {
      clinicId,
      event: (event) => {
        this.#hear(event);
      },
      offline: (offlineSince) => {
        this.#patch({ offlineSince });
        if (this.getState().status === 'starting') this.#patch({ status: 'unavailable' });
      },
      failed: (error) => {
        this.#startFailed(error);
      },
      ended: () => {
        this.#cell.set({
          status: 'unavailable',
          invites: [],
          busy: new Set(),
          failure: { code: 'session-ended' },
        });
      },
      begun: (_me, _config, clinicId) => {
        this.#clinicId = clinicId;
      },
    });
    void this.#clinic.start();
  }

  getState(): InviteState {
    return this.#cell.get();
  }

  subscribe(listener: (state: InviteState) => void): () => void {
    return this.#cell.subscribe(listener);
  }

  async dispatch(command: InviteCommand): Promise<void> {
    this.#patch({ failure: undefined });
    if (command.type === 'send') await this.#send(command.request);
    else if (command.type === 'retry') await this.#clinic.start();
    else if (command.type === 'hide') this.#patch({ shown: undefined });
    else await this.#about(command);
  }

  dispose(): void {
    this.#clinic.dispose();
  }

  #patch(patch: Patch<InviteState>): void {
    this.#cell.set(patched(this.getState(), patch));
  }

  #hear(event: SequencedEvent): void {
    const { status, invites } = this.getState();
    if (event.type === 'invite') this.#patch({ invites: mergeInvites(invites, [event.invite]) });
    if (event.type !== 'snapshot') return;
    this.#patch({
      status: status === 'sending' ? status : 'ready',
      invites: mergeInvites([], event.invites),
      failure: undefined,
    });
  }

  #startFailed(error: unknown): void {
    const failure = toFailure(error);
    this.#patch({ status: failure.code === 'forbidden' ? 'forbidden' : 'unavailable', failure });
  }

  async #send(asked: Omit<InviteRequest, 'clinicId'>): Promise<void> {
    if (this.getState().status !== 'ready') return;
    const body = { ...asked, clinicId: this.#clinicId };
    const request = JSON.stringify(body);
    // The same invitation again after a lost answer sends no second SMS.
    const { id: idempotencyKey } = (this.#key =
      this.#key?.request === request ? this.#key : { request, id: randomId() });
    this.#patch({ status: 'sending', sent: undefined });
    try {
      const { invites: sent } = await this.#client.request('invites.send', { body, idempotencyKey });
      this.#key = undefined;
      this.#patch({ sent, invites: mergeInvites(this.getState().invites, this.#newest(sent)) });
    } catch (error) {
      this.#patch({ failure: toFailure(error) });
    }
    if (this.getState().status === 'sending') this.#patch({ status: 'ready' });
  }

  async #about({ type, inviteId: id }: Extract<InviteCommand, { inviteId: string }>): Promise<void> {
    const { busy } = this.getState();
    if (busy.has(id)) return;
    this.#patch({ busy: new Set([...busy, id]) });
    try {
      if (type === 'show') await this.#show(id);
      else await this.#change(type, id);
    } catch (error) {
      this.#patch({ failure: toFailure(error) });
    }
    this.#patch({ busy: new Set([...this.getState().busy].filter((one) => one !== id)) });
  }

  async #show(id: string): Promise<void> {
    const access = await this.#client.request('invites.access', { id });
    // Nothing is shown of a session that is over.
    if (this.getState().busy.has(id)) this.#patch({ shown: { ...access, inviteId: id } });
  }

  async #change(type: 'resend' | 'revoke' | 'rewrite', id: string): Promise<void> {
    const { invites } = await this.#client.request(`invites.${type}`, { id });
    const { shown } = this.getState();
    // Its link is another now, or none.
    if (shown?.inviteId === id) this.#patch({ shown: undefined });
    this.#patch({ invites: mergeInvites(this.getState().invites, invites) });
  }

  /** What the stream has told of already is newer than the answer. */
  #newest(sent: readonly Invite[]): readonly Invite[] {
    const { invites } = this.getState();
    return sent.map((one) => invites.find(({ id }) => id === one.id) ?? one);
  }
}

/** A clinic's invitations: sending, their way to the phone, resending and revoking. It starts at once. */
export const createInviteStore = (
  client: VenterumClient,
  options: InviteStoreOptions = {},
): Store<InviteState, InviteCommand> => new InviteStore(client, options);
