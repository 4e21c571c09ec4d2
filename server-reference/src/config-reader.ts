/** Variables by name, as `process.env` gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables, and collects one sentence for each mistake in them. */
export class ConfigReader {
  /** One sentence each. */
  readonly mistakes: string[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  /** Trimmed; `undefined` when it is empty or not there. */
  text(name: string): string | undefined {
    const value = this.#env[name]?.trim();
    return value === '' ? undefined : value;
  }

  /** Separated by commas. */
  list(name: string): readonly string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  }

  /** A whole number. */
  number(
    name: string,
    range: { readonly from: number; readonly to: number; readonly otherwise: number },
  ): number {
    const text = this.text(name);
    if (text === undefined) return range.otherwise;
    const value = Number(text);
    if (Number.isInteger(value) && value >= range.from && value <= range.to) return value;
    this.mistakes.push(`Set ${name} to a whole number from ${String(range.from)} to ${String(range.to)}.`);
    return range.otherwise;
  }

  /** One of some words; the first when nothing is said. */
  choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const text = this.text(name);
    const chosen = choices.find((one) => one === text);
    if (text !== undefined && chosen === undefined) {
      this.mistakes.push(`Set ${name} to one of: ${choices.join(', ')}.`);
    }
    return chosen ?? choices[0];
  }

  /** Something that must have a value of a kind. `mistake` says which: "Set X to …". */
  must(name: string, isRight: (value: string) => boolean, mistake: string): string {
    const value = this.text(name) ?? '';
    this.check(isRight(value), `Set ${name} to ${mistake}`);
    return value;
  }

  /** Says a mistake. */
  check(holds: boolean, mistake: string): void {
    if (!holds) this.mistakes.push(mistake);
  }
}

/** Whether it is an origin as browsers write them. */
export const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;
