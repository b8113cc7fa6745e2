// A player over a sequence of states: play, pause, one step, back, scrub. It knows only how many steps there are and which one
// is on show; what a step is, the lab says.
import { html, LitElement, type PropertyValues, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import "./stepper.css";
import { en } from "./messages/en.ts";
import { format } from "./messages/format.ts";

const words = en.stepper;

/** Steps a second on offer: one can be followed by eye, the last runs through a long path in seconds. */
const SPEEDS = [1, 5, 25, 100, 500] as const;

/** Where playing for `elapsed` ms from `from` has come to; never beyond `count`. */
export function played(from: number, elapsed: number, perSecond: number, count: number): number {
  return Math.min(count, from + Math.floor((elapsed * perSecond) / 1000));
}

export class Stepper extends LitElement {
  static override properties = {
    count: { attribute: false },
    position: { attribute: false },
    caption: { attribute: false },
    playing: { state: true },
    speed: { state: true },
  };

  /** Steps there are; positions are 0 (before the first) to count. */
  declare count: number;
  declare position: number;
  /** What stands beside the slider. */
  declare caption: (k: number, count: number) => string;
  declare playing: boolean;
  declare speed: number;

  /** The user (or the player) goes to a step. `gesture` is true while more of the same will follow. */
  onSeek: (position: number, gesture: boolean) => void = () => {};

  private frame = 0;
  private origin = { position: 0, time: 0 };

  constructor() {
    super();
    this.count = 0;
    this.position = 0;
    this.caption = (k, count) => format(words.caption, { k, count });
    this.playing = false;
    this.speed = 5;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Other data has another path: what was played is over.
    if (changed.has("count") && changed.get("count") !== undefined) this.pause();
  }

  play(): void {
    if (this.count === 0 || this.playing) return;
    if (this.position >= this.count) this.seek(0, true);
    this.playing = true;
    this.from(this.position >= this.count ? 0 : this.position);
    this.frame = requestAnimationFrame((time) => this.tick(time));
  }

  pause(): void {
    cancelAnimationFrame(this.frame);
    this.playing = false;
  }

  private from(position: number): void {
    this.origin = { position, time: performance.now() };
  }

  private tick(time: number): void {
    const position = played(this.origin.position, time - this.origin.time, this.speed, this.count);
    const ended = position >= this.count;
    if (position > this.position) this.seek(position, !ended);
    if (ended) this.pause();
    else this.frame = requestAnimationFrame((next) => this.tick(next));
  }

  private seek(position: number, gesture: boolean): void {
    const inside = Math.max(0, Math.min(this.count, Math.round(position)));
    this.position = inside;
    this.onSeek(inside, gesture);
  }

  private jump(position: number): void {
    this.pause();
    this.seek(position, false);
  }

  private readonly key = (event: KeyboardEvent): void => {
    const step = { ",": -1, ".": 1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.jump(this.position + step);
  };

  private setSpeed(event: Event): void {
    this.speed = Number((event.target as HTMLSelectElement).value);
    this.from(this.position);
  }

  protected override render(): TemplateResult {
    const { count, position } = this;
    const none = count === 0;
    const button = (name: string, icon: SVGTemplateResult, act: () => void, off: boolean) => html`
      <button type="button" title=${name} aria-label=${name} ?disabled=${off} @click=${act}>${drawn(icon)}</button>
    `;
    return html`
      <div class="stepper" role="group" aria-label=${words.label} @keydown=${this.key}>
        <div class="stepper-buttons">
          ${button(words.first, ICONS.first, () => this.jump(0), none || position <= 0)}
          ${button(words.back, ICONS.back, () => this.jump(position - 1), none || position <= 0)}
          ${
            this.playing
              ? button(words.pause, ICONS.pause, () => this.pause(), none)
              : button(words.play, ICONS.play, () => this.play(), none)
          }
          ${button(words.forward, ICONS.forward, () => this.jump(position + 1), none || position >= count)}
          ${button(words.last, ICONS.last, () => this.jump(count), none || position >= count)}
        </div>
        <input
          class="stepper-scrub"
          type="range"
          min="0"
          .max=${String(Math.max(1, count))}
          step="1"
          .value=${String(position)}
          ?disabled=${none}
          aria-label=${words.position}
          aria-valuetext=${this.caption(position, count)}
          @input=${(event: Event) => {
            this.pause();
            this.seek(Number((event.target as HTMLInputElement).value), true);
          }}
          @change=${() => this.seek(this.position, false)}
        />
        <output class="stepper-caption">${none ? words.none : this.caption(position, count)}</output>
        <label class="stepper-speed">
          <span class="visually-hidden">${words.speed}</span>
          <select class="select" @change=${this.setSpeed}>
            ${SPEEDS.map(
              (speed) =>
                html`<option value=${speed} ?selected=${speed === this.speed}>${format(words.perSecond, { count: speed })}</option>`,
            )}
          </select>
        </label>
      </div>
    `;
  }
}

/** Icons on a 16 x 16 grid. */
const ICONS = {
  play: svg`<path d="M4 2.5v11l9-5.5z" />`,
  pause: svg`<path d="M4 3h3v10H4zM9 3h3v10H9z" />`,
  back: svg`<path d="M11 3v10L4 8z" />`,
  forward: svg`<path d="M5 3v10l7-5z" />`,
  first: svg`<path d="M3 3h2v10H3zM13 3v10L6 8z" />`,
  last: svg`<path d="M11 3h2v10h-2zM3 3v10l7-5z" />`,
};

function drawn(icon: SVGTemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">${icon}</svg>`;
}

customElements.define("pg-stepper", Stepper);
