import type { AddMemberAnswer, ClinicRole, Member } from '@venterum/contract';
import {
  toFailure,
  type ClientSession,
  type Failure,
  type QueueCommand,
  type QueueState,
  type VenterumClient,
} from '@venterum/client';
import { failureText } from '../shared/failure-text.ts';
import { fieldOf } from '../shared/field-of.ts';
import { clinicRoleText } from '../shared/people.ts';
import { fill } from '../shared/texts.ts';
import { MembersChangedEvent, type MembersChange } from './clinic-settings.events.ts';
import type { ClinicSettingsTexts } from './clinic-settings.texts.da.ts';
import { PlanForm } from './clinic-settings.plan.form.ts';
import type {
  ClinicSettingsActions,
  ClinicSettingsPart,
  ClinicSettingsScreen,
  MemberDialog,
} from './clinic-settings.ui.ts';

/** What acting needs of the element. */
export interface ActingHost {
  readonly state: () => QueueState | undefined;
  readonly texts: () => ClinicSettingsTexts;
  readonly client: () => VenterumClient | undefined;
  /** Id of the clinic shown, where the element was given one. */
  readonly clinic: () => string | undefined;
  readonly dispatch: (command: QueueCommand) => Promise<void>;
  readonly emit: (event: Event) => boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly view: () => ClinicSettingsPart;
  readonly turn: (view: ClinicSettingsPart) => void;
  /** Settles once what is shown is as it is now. */
  readonly update: () => Promise<unknown>;
  /** Settles when the words for a failure are there. */
  readonly worded: () => Promise<void>;
  readonly say: (text: string, urgency?: 'polite' | 'assertive') => void;
  /** Puts the focus on the first of these that is there. */
  readonly focusOn: (...selectors: string[]) => void;
}

/** What people do on the screen: part of it is only the screen's, the rest is asked of the store. */
export class ClinicSettingsActs implements ClinicSettingsActions {
  screen: ClinicSettingsScreen = { nameFault: false, isEnrolling: false, providers: [] };
  readonly #host: ActingHost;
  /** The change that was refused, and what follows once it is done after all. */
  #refused: { readonly command: QueueCommand; readonly done: () => void } | undefined;
  /** The weekly plan. */
  readonly plan: PlanForm;

  constructor(host: ActingHost) {
    this.#host = host;
    this.plan = new PlanForm({
      ...host,
      state: () => {
        const state = host.state();
        return state?.status === 'ready' ? state : undefined;
      },
      change: (command, done) => this.change(command, done),
      focusSoon: (...selectors) => {
        this.focusSoon(...selectors);
      },
    });
  }

  show(change: Partial<ClinicSettingsScreen>): void {
    this.screen = { ...this.screen, ...change };
    void this.#host.update();
  }

  async send(command: QueueCommand): Promise<boolean> {
    this.#refused = undefined;
    await this.#host.dispatch(command);
    return this.#host.state()?.failure === undefined;
  }

  async retry(): Promise<void> {
    const refused = this.#refused;
    if (refused === undefined) await this.send({ type: 'retry' });
    else await this.change(refused.command, refused.done);
  }

  /** Asks for a change; `done` follows once it has been done, also when that takes a second try. */
  async change(command: QueueCommand, done: () => void): Promise<void> {
    const isDone = await this.send(command);
    // Nothing behind a dialog can have the focus.
    this.show({ dialog: undefined });
    if (isDone) done();
    else this.#refused = { command, done };
  }

  focusSoon(...selectors: string[]): void {
    void this.#host.update().then(() => {
      this.#host.focusOn(...selectors);
    });
  }

  turn(view: ClinicSettingsPart): void {
    this.#host.turn(view);
  }

  moveTab({ key }: KeyboardEvent): void {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const other = this.#host.view() === 'plan' ? 'members' : 'plan';
    this.turn(other);
    this.focusSoon(`#tab-${other}`);
  }

  edit({ id }: Member): void {
    const edited = this.screen.edited === id ? undefined : id;
    this.show({ edited });
    if (edited !== undefined) this.focusSoon('#edited-role');
  }

  async saveRole(event: SubmitEvent, { id: member, name }: Member): Promise<void> {
    event.preventDefault();
    const role = fieldOf(event.currentTarget as HTMLFormElement, 'role') as ClinicRole;
    await this.change({ type: 'change-member', member, role }, () => {
      const texts = this.#host.texts();
      this.#tell('role', fill(texts.roleChanged, { name, role: clinicRoleText(role, texts) }));
      this.focusSoon(`#edit-${member}`);
    });
  }

  async add(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const [name, role] = [fieldOf(form, 'name'), fieldOf(form, 'role') as ClinicRole];
    this.show({ nameFault: name === '' });
    if (name === '') {
      this.#host.focusOn('#name');
      return;
    }
    await this.change({ type: 'add-member', name, role }, () => {
      form.reset();
      this.#tell('added', fill(this.#host.texts().codeTitle, { name }));
      this.focusSoon('#code-title');
    });
  }

  giveCode(given: AddMemberAnswer): void {
    this.show({ given });
    this.focusSoon('#members');
  }

  async confirm(): Promise<void> {
    const { dialog } = this.screen;
    if (dialog?.type === 'drop-plan') await this.plan.drop();
    else if (dialog !== undefined) await this.#confirmed(dialog);
  }

  async #confirmed({ type, member }: MemberDialog): Promise<void> {
    const isRemoval = type === 'remove';
    const command = isRemoval ? 'remove-member' : 'sign-out-member';
    await this.change({ type: command, member: member.id }, () => {
      const { wasRemoved, wasSignedOut } = this.#host.texts();
      const words = isRemoval ? wasRemoved : wasSignedOut;
      this.#tell(isRemoval ? 'removed' : 'signed-out', fill(words, { name: member.name }));
      this.focusSoon(`#edit-${member.id}`, '#members');
    });
  }

  async enrol(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const code = fieldOf(event.currentTarget as HTMLFormElement, 'code');
    const session = this.#host.client()?.session;
    if (session === undefined || this.screen.isEnrolling) return;
    this.show({ isEnrolling: code !== '', codeFault: undefined });
    const codeFault = code === '' ? this.#host.texts().codeMissing : await this.#enrol(session, code);
    this.show({ isEnrolling: false, codeFault });
    if (codeFault === undefined) this.#host.say(this.#host.texts().enrolled);
    else this.focusSoon('#code');
  }

  async signInAgain(providerId?: string): Promise<void> {
    const session = this.#host.client()?.session;
    if (session === undefined) return;
    try {
      await (providerId === undefined ? session.renew() : session.signIn(providerId));
    } catch (error) {
      await this.#host.worded();
      this.#host.say(failureText(toFailure(error), this.#host.texts()), 'assertive');
      return;
    }
    await this.retry();
  }

  /** Says why something was refused, and puts the focus where it can be mended. */
  async failed(failure: Failure): Promise<void> {
    await this.#host.worded();
    this.#host.say(failureText(failure, this.#host.texts()), 'assertive');
    if (failure.code === 'sign-in-again') await this.#findProviders();
    const nameFault = failure.fields?.includes('/name') === true;
    this.show({ nameFault });
    this.focusSoon(...(nameFault ? ['#name'] : ['#failure button']), '#failure');
  }

  /** Escape folds away what was opened last; only then may it close what is around this element. */
  key(event: KeyboardEvent): void {
    const { dialog, edited } = this.screen;
    if (event.key !== 'Escape' || (dialog === undefined && edited === undefined)) return;
    event.stopPropagation();
    if (dialog !== undefined) return;
    this.show({ edited: undefined });
    this.focusSoon(`#edit-${edited ?? ''}`);
  }

  /** What is wrong with the code, in words; nothing when it has let somebody in here. */
  async #enrol(session: ClientSession, code: string): Promise<string | undefined> {
    try {
      const principal = await session.enrol(code);
      const clinic = this.#host.clinic();
      const isHere = principal.kind === 'clinic-staff' && principal.clinicIds.includes(clinic ?? '');
      return clinic === undefined || isHere ? undefined : this.#host.texts().enrolledElsewhere;
    } catch (error) {
      await this.#host.worded();
      return failureText(toFailure(error), this.#host.texts());
    }
  }

  async #findProviders(): Promise<void> {
    const client = this.#host.client();
    if (client?.session.kind !== 'login') return;
    const { providers } = await client.config();
    this.show({ providers: providers.filter(({ kinds }) => kinds.includes('clinic-staff')) });
  }

  #tell(change: MembersChange['change'], words: string): void {
    this.show({ edited: undefined });
    this.#host.say(words);
    this.#host.emit(new MembersChangedEvent({ change }));
  }
}
