import type { JoinState } from '@venterum/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isNewFailure, isNewScreen } from './queue-join.changes.ts';

/** An element with screens. */
export interface ScreenHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Says something to those who do not see the screen. */
export type Say = (words: string) => void;

const selectorFor = ({ step, failure }: JoinState): string | undefined => {
  if (step === 'who') return '#cpr, #search';
  if (step === 'invited') return '#code, #name, .dead';
  if (failure?.fields?.includes('/reason') === true) return '#reason';
  return failure?.code === 'consent-required' ? 'consent-form' : undefined;
};

const wordsOf = (element: Element | null): string => (element?.textContent ?? '').trim().replace(/\s+/g, ' ');

/** Where focus goes when the screen changes. Whoever works elsewhere on the page is told, not moved. */
export class ScreenController implements ReactiveController {
  readonly #host: ScreenHost;
  readonly #say: Say;
  #state: JoinState | undefined;
  #isNew = false;
  #hasFailed = false;
  #hadFocus = false;
  #notices = '';

  constructor(host: ScreenHost, say: Say) {
    this.#host = host;
    this.#say = say;
    host.addController(this);
  }

  /** Another state, before it is rendered. */
  follow(now: JoinState, before: JoinState): void {
    this.#state = now;
    if (isNewScreen(now, before)) {
      this.#isNew = true;
      this.#hadFocus = (this.#host.shadowRoot?.activeElement ?? null) !== null;
    }
    this.#hasFailed ||= isNewFailure(now, before);
  }

  /** Puts focus on something that is there. */
  focusOn(selector: string): void {
    this.#find(selector)?.focus();
  }

  /** Puts focus on something that is about to be there. */
  async focusAfter(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.focusOn(selector);
  }

  hostUpdated(): void {
    const heading = this.#find('h2, .slim button');
    // The view of a step may still be on its way.
    if (heading === null) return;
    this.#noticeNews();
    if (this.#isNew) this.#showScreen(heading);
    else if (this.#hasFailed) this.#showFailure();
    this.#isNew = this.#hasFailed = false;
  }

  #showScreen(heading: HTMLElement): void {
    if (this.#hadFocus) heading.focus();
    else if (this.#state?.step !== 'called') this.#say(wordsOf(heading));
  }

  #showFailure(): void {
    const selector = this.#state === undefined ? undefined : selectorFor(this.#state);
    if (selector === undefined) this.#find('[part=failure]')?.scrollIntoView({ block: 'center' });
    else this.focusOn(selector);
  }

  /** What has come to be said on a screen that stands there already. */
  #noticeNews(): void {
    const words = wordsOf(this.#find('.notices'));
    if (words !== this.#notices && words !== '' && !this.#isNew) this.#say(words);
    this.#notices = words;
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
