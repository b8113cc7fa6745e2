// A text of a template that is also said when it changes: `<p>${said("copied", text)}</p>`. What is there at first is not said.
// null: it is on its way, and what was said still counts.
import { Directive, directive } from "lit/directive.js";
import { announce } from "./announce.ts";

class Said extends Directive {
  #before: string | null = null;

  /** @param shown what stands in the page, where that is more than the text */
  render(topic: string, text: string | null, shown: unknown = text): unknown {
    if (text !== null) {
      if (this.#before !== null && text !== this.#before) announce(topic, text);
      this.#before = text;
    }
    return shown;
  }
}

export const said = directive(Said);
