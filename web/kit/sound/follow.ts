// A run that is heard while it goes on: a button, and while it is pressed in, a tone for every step. It is one switch for all runs of
// this visit; at the next visit it is off again.
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { SPEAKER } from "./button.ts";
import { type Axis, pitchOf } from "./pitch.ts";

/** Between two tones of a run at least, ms: at most ten a second. */
const APART = 100;

/** Not null while runs are to be heard. */
let speaker: typeof import("./speaker.ts") | null = null;
let newest = Number.NEGATIVE_INFINITY;
const all = new Set<Follow>();

function turn(on: typeof speaker): void {
  speaker = on;
  for (const each of all) each.requestUpdate();
}
const off = () => turn(null);

/** A value elsewhere, heard as runs are: not at all while they are not. */
export function hear(value: number, axis: Axis): void {
  speaker?.note(pitchOf(value, axis));
}

async function press(): Promise<void> {
  if (speaker !== null) {
    off();
    return;
  }
  const loaded = await import("./speaker.ts");
  loaded.whenSilenced(off);
  if (await loaded.open()) turn(loaded);
}

export class Follow extends LitElement {
  static override properties = {
    run: { attribute: false },
    step: { attribute: false },
    value: { attribute: false },
    axis: { attribute: false },
    arrived: { attribute: false },
    label: { attribute: false },
  };

  /** Which run, compared by identity: what is not a step of the same run is not heard. */
  declare run: unknown;
  declare step: number;
  /** At this step, and the axis that it is heard on. */
  declare value: number;
  declare axis: Axis;
  /** Whether the run has come to what it was to reach. */
  declare arrived: boolean;
  declare label: string;

  private waiting: ReturnType<typeof setTimeout> | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    all.add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    all.delete(this);
    clearTimeout(this.waiting);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (speaker === null || changed.has("run")) return;
    const steps = changed.has("step");
    if (this.arrived && (steps || changed.has("arrived"))) {
      clearTimeout(this.waiting);
      speaker.arrival();
    } else if (steps) this.sound();
  }

  /** Of steps that come too fast the last one is heard. */
  private sound(): void {
    clearTimeout(this.waiting);
    const early = newest + APART - performance.now();
    if (early > 0) {
      this.waiting = setTimeout(() => this.sound(), early);
      return;
    }
    newest = performance.now();
    speaker?.note(pitchOf(this.value, this.axis));
  }

  protected override render(): TemplateResult {
    return html`<button
      type="button" class="button icon" data-tool="follow" aria-label=${this.label} title=${this.label}
      aria-pressed=${speaker !== null} @click=${press}
    ><svg viewBox="0 0 16 16" aria-hidden="true">${SPEAKER}</svg></button>`;
  }
}

customElements.define("pg-follow", Follow);
