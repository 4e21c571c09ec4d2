import type { TemplateResult } from 'lit';
import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

class KeptDirective extends Directive {
  #inputs: readonly unknown[] = [];

  override render(inputs: readonly unknown[], view: () => TemplateResult): unknown {
    if (inputs.every((input, index) => input === this.#inputs[index])) return noChange;
    this.#inputs = inputs;
    return view();
  }
}

/** Renders what follows from its inputs, as many each time, only when one of them has changed. */
export const kept = directive(KeptDirective);
