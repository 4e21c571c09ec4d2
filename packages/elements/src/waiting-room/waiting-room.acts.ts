import type { ClinicVisit } from '@venterum/contract';
import type { Failure, QueueCommand, QueueState } from '@venterum/client';
import { nameOf } from './waiting-room.changes.ts';
import { VisitCallRequestEvent, visitFacts } from './waiting-room.events.ts';
import type { WaitingRoomTexts } from './waiting-room.texts.da.ts';
import { isPassing } from './waiting-room.words.ts';
import type { WaitingRoomActions, WaitingRoomScreen } from './waiting-room.ui.ts';

/** What acting needs of the element. */
export interface ActingHost {
  readonly state: () => QueueState | undefined;
  readonly texts: () => WaitingRoomTexts;
  readonly dispatch: (command: QueueCommand) => Promise<void>;
  readonly emit: (event: Event) => boolean;
  readonly update: () => void;
  readonly updated: () => Promise<unknown>;
  readonly say: (text: string) => void;
  /** Puts the focus on the first of these that is there. */
  readonly focusOn: (...selectors: string[]) => void;
  readonly sound: (on: boolean) => void;
  readonly loadSms: () => void;
  readonly loadVideo: () => void;
  readonly loadLater: () => void;
}

const firstScreen: WaitingRoomScreen = {
  tab: 'queue',
  settings: false,
  smsUsed: false,
  openHere: false,
};

/** What people do on the screen: part of it is only the screen's, the rest is asked of the store. */
export class WaitingRoomActs implements WaitingRoomActions {
  screen = firstScreen;
  readonly host: ActingHost;

  constructor(host: ActingHost) {
    this.host = host;
  }

  show(change: Partial<WaitingRoomScreen>): void {
    this.screen = { ...this.screen, ...change };
    this.host.update();
  }

  async send(command: QueueCommand): Promise<boolean> {
    await this.host.dispatch(command);
    return this.host.state()?.failure === undefined;
  }

  open(dialog: NonNullable<WaitingRoomScreen['dialog']>): void {
    this.show({ dialog, menu: undefined });
  }

  check(visit: ClinicVisit): void {
    if (!this.host.emit(new VisitCallRequestEvent(visitFacts(visit)))) return;
    this.open({ type: 'start', visitId: visit.id });
  }

  start(visit: ClinicVisit): void {
    const name = nameOf(visit) ?? this.host.texts().citizen;
    this.show({ attempted: { id: visit.id, name }, justEnded: undefined });
    void this.send({ type: 'call', visitId: visit.id });
  }

  moveTab(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = this.screen.tab === 'queue' ? 'sms' : 'queue';
    if (other === 'sms') this.openSms();
    else this.show({ tab: other });
    this.host.focusOn(`#tab-${other}`);
  }

  openSms(visitId?: string): void {
    this.host.loadSms();
    this.show({ tab: 'sms', smsUsed: true, inviteTo: visitId, menu: undefined });
    if (visitId !== undefined) this.host.focusOn('#tab-sms');
  }

  nextPatient(): void {
    this.show({ justEnded: undefined, tab: 'queue' });
    void this.host.updated().then(() => this.host.focusOn('.start', '#queue'));
  }

  /** Any key is a sign of somebody there; Escape folds away what was opened last, and its opener gets the focus. */
  key({ key }: KeyboardEvent): void {
    if (this.host.state()?.sessionEndsAt !== undefined) void this.send({ type: 'stay-signed-in' });
    if (key !== 'Escape' || this.screen.dialog !== undefined) return;
    if (this.screen.menu !== undefined) {
      this.host.focusOn('.more[aria-expanded="true"]');
      this.show({ menu: undefined });
    } else if (this.screen.settings !== false) {
      this.host.focusOn('.settings-toggle');
      this.show({ settings: false, invalid: undefined });
    }
  }

  /** A call was refused for good: why stands above the list, where the patient is no more. */
  refused(failure: Failure): void {
    if (this.screen.dialog?.type === 'start' && !isPassing(failure)) this.show({ dialog: undefined });
  }

  /** A call has begun here. */
  begun(): void {
    this.screen = {
      ...this.screen,
      attempted: undefined,
      dialog: undefined,
      openHere: false,
      justEnded: undefined,
    };
  }

  /** My call is over. */
  ended(visit: ClinicVisit): void {
    this.screen = {
      ...this.screen,
      dialog: undefined,
      justEnded: visit,
      revealed: undefined,
      inviteTo: undefined,
    };
  }
}
