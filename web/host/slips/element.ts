// The handout's slips in an open claim, one below the other: each as it should be, or as it was printed with what follows from that.
// Where a mistake of the claim is the printed version, the switch breaks and mends the claim.
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import "./slips.css";
import { askEntry } from "../ask-entry.ts";
import { format } from "../messages/format.ts";
import { slips as words } from "../messages/slips.en.ts";
import type { ProofPanel, Theory } from "../proof.ts";
import { isHidden, lockOf } from "../restraints.ts";
import { written } from "../worked/written.ts";
import { type Loaded, loadSlips, slipsOf } from "./loaded.ts";
import type { Numbers, Slip } from "./slip.ts";
import { correctedOf, printedOf } from "./text.ts";

class PgSlips extends LitElement {
  static override properties = {
    lab: { attribute: false },
    claim: { attribute: false },
    broken: { attribute: false },
    printed: { state: true },
    turned: { state: true },
    numbers: { state: true },
  };
  /** Its id. */
  declare lab: string;
  declare claim: string;
  /** The code of the mistake that the claim is broken with; "" for none. */
  declare broken: string;
  /** Of those that are no mistake: which are shown as printed. */
  declare private printed: ReadonlySet<string>;
  /** Those whose switch has been used. */
  declare private turned: ReadonlySet<string>;
  declare private numbers: Readonly<Record<string, Numbers>>;
  onBreak: ProofPanel["onBreak"] = () => {};

  constructor() {
    super();
    this.lab = "";
    this.claim = "";
    this.broken = "";
    this.printed = new Set();
    this.turned = new Set();
    this.numbers = {};
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // They did not arrive before the claim was shown.
    if (slipsOf(this.lab) === undefined)
      askEntry(this, async () => {
        await loadSlips(this.lab);
        this.requestUpdate();
      });
  }

  protected override render(): TemplateResult | typeof nothing {
    const loaded = slipsOf(this.lab);
    if (loaded === undefined) return nothing;
    const unbreakable = isHidden("break") || isHidden("broken");
    const here = Object.entries(loaded.table).filter(
      ([, { claim, mistake }]) => claim === this.claim && !(mistake !== undefined && unbreakable),
    );
    if (here.length === 0) return nothing;
    return html`<section class="slips" aria-labelledby="slips">
      <h4 id="slips">${format(words.heading, { count: here.length })}</h4>
      <ul>
        ${here.map(([id, slip]) => this.line(id, slip, loaded))}
      </ul>
    </section>`;
  }

  private line(id: string, slip: Slip, { texts, titles }: Loaded): TemplateResult {
    const printed = slip.mistake === undefined ? this.printed.has(id) : this.broken === slip.mistake;
    const lock = slip.mistake === undefined ? null : lockOf("broken");
    const option = (as: boolean, text: string) => html`<label class="segment">
      <input
        type="radio" name="slip-${id}" .checked=${live(printed === as)} ?disabled=${lock !== null}
        @change=${() => this.turn(id, slip, as)}
      />
      <span>${text}</span>
    </label>`;
    return html`<li data-slip=${id} ?data-printed=${printed}>
      <div class="slip-line">
        <span id="slip-${id}">${titles[id]}</span>
        <div class="segments" role="radiogroup" aria-labelledby="slip-${id}" title=${lock ?? nothing}>
          ${option(false, words.corrected)} ${option(true, words.printed)}
        </div>
      </div>
      ${this.turned.has(id) || printed ? this.text(id, slip, printed, texts[id]) : nothing}
    </li>`;
  }

  /** The statement of the claim is the corrected version: until a slip has been looked at, no more is said of it. */
  private text(id: string, slip: Slip, printed: boolean, section: Theory[string] | undefined): TemplateResult {
    const numbers = this.numbers[id] ?? {};
    const number = (name: string) => (numbers[name] === undefined ? undefined : written(numbers[name]));
    return html`<div class="theory slip-text">
      ${section ? unsafeHTML(printed ? printedOf(section, number) : correctedOf(section)) : nothing}
      ${printed && slip.mistake !== undefined ? html`<p>${words.broken}</p>` : nothing}
    </div>`;
  }

  private turn(id: string, slip: Slip, printed: boolean): void {
    this.turned = new Set([...this.turned, id]);
    if (slip.mistake !== undefined) {
      this.onBreak(this.claim, printed ? slip.mistake : "");
      return;
    }
    const others = [...this.printed].filter((each) => each !== id);
    this.printed = new Set(printed ? [...others, id] : others);
    if (printed && !this.numbers[id])
      askEntry(this, async (entry) => {
        const { numbersOf } = await import("./numbers.ts");
        const found = await numbersOf(entry, id);
        this.numbers = { ...this.numbers, [id]: found };
      });
  }
}

export function defineSlips(): void {
  if (!customElements.get("pg-slips")) customElements.define("pg-slips", PgSlips);
}
