import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A page of rows, for Page Up and Page Down. */
const PAGE = 10;

/** The kinds of buttons a row has: up and down stay with the kind. */
const kinds = ['.reveal', '.more', '.start'] as const;

const rowsIn = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.group .row')];

const indexOf = (root: ParentNode, element: Element): number =>
  rowsIn(root).findIndex((row) => row.contains(element));

const visitOf = (element: Element): string | undefined =>
  element.closest<HTMLElement>('.row')?.dataset['visit'];

const kindOf = (element: Element | null): string =>
  kinds.find((kind) => element?.matches(kind) === true) ?? '.start';

const focusIn = (row: HTMLElement | undefined, kind: string): boolean => {
  const target = row?.querySelector<HTMLElement>(kind) ?? row?.querySelector<HTMLElement>('.start');
  target?.focus();
  return Boolean(target);
};

const indexAfter = (key: string, index: number, last: number): number | undefined => {
  const goal = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + PAGE,
    PageUp: index - PAGE,
    Home: 0,
    End: last,
  }[key];
  return goal === undefined ? undefined : Math.min(last, Math.max(0, goal));
};

/** An element with a shadow root, whose focus is kept. */
export type FocusHost = ReactiveControllerHost & HTMLElement;

interface Held {
  readonly element: HTMLElement;
  readonly kind: string;
  /** Which row of the list it is in; -1 in none. */
  readonly index: number;
  /** Whose row it is in. */
  readonly visit: string | undefined;
}

/** Goes up and down in the list by keys, and keeps the focus where the work is when what had it moves or goes. */
export class FocusKeeper implements ReactiveController {
  readonly #host: FocusHost;
  readonly #goOn: () => void;
  #held: Held | undefined;
  #leaves = false;

  /** `goOn` puts the focus where the work goes on when what had it is gone, and no row is in its place. */
  constructor(host: FocusHost, goOn: () => void) {
    this.#host = host;
    this.#goOn = goOn;
    host.addController(this);
    host.addEventListener('keydown', (event) => this.#move(event));
  }

  /** The work leaves the list with the next rendering: a call begins, or is over. */
  leave(): void {
    this.#leaves = true;
  }

  hostUpdate(): void {
    const root = this.#host.shadowRoot;
    const element = root?.activeElement as HTMLElement | null | undefined;
    this.#held =
      root && element
        ? { element, kind: kindOf(element), index: indexOf(root, element), visit: visitOf(element) }
        : undefined;
  }

  hostUpdated(): void {
    const held = this.#held;
    const root = this.#host.shadowRoot;
    const leaves = this.#leaves;
    this.#leaves = false;
    if (held === undefined || root === null || root.activeElement === held.element) return;
    // A row that is moved in the list loses the focus as one that goes does.
    if (held.element.isConnected) held.element.focus({ preventScroll: true });
    else if (leaves || !this.#putNearby(root, held)) this.#goOn();
  }

  #move(event: KeyboardEvent): void {
    const root = this.#host.shadowRoot;
    const target = root?.activeElement;
    if (!root || !target?.closest('.group') || event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = rowsIn(root);
    const index = indexAfter(event.key, indexOf(root, target), rows.length - 1);
    if (index === undefined) return;
    event.preventDefault();
    focusIn(rows[index], kindOf(target));
  }

  /** The row of the same patient made anew elsewhere, else the one in its place. */
  #putNearby(root: ParentNode, { index, kind, visit }: Held): boolean {
    const rows = rowsIn(root);
    const moved = rows.find((row) => visitOf(row) === visit);
    return index >= 0 && focusIn(moved ?? rows[Math.min(index, rows.length - 1)], kind);
  }
}
