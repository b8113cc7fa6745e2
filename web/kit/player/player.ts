// A player over a sequence of states: play, pause, one step, back, scrub; where the lab wants it, backwards too. It knows only how many steps
// there are, how many of them can be shown yet, and which one is on show. What a step is, the lab says.
import { html, LitElement, nothing, type PropertyValues, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import "./player.css";
import { announce } from "../../host/announce.ts";
import { format } from "../../host/messages/format.ts";
import { isHidden, lockOf } from "../../host/restraints.ts";
import { player } from "../messages/player.en.ts";

/** -1 while playing backwards, 1 forwards, 0 at rest. */
export type Direction = -1 | 0 | 1;

type WordName = "label" | "first" | "back" | "play" | "pause" | "forward" | "last" | "position" | "speed" | "perSecond";

export interface PlayerWords extends Readonly<Record<WordName, string>> {
  /** For a player that plays backwards. */
  readonly backwards?: string;
  /** Beside the slider while there is nothing to play. Default: the caption. */
  readonly none?: string;
}

/** Steps a second: one can be followed by eye, the last runs through a long sequence in seconds. */
const SPEEDS = [1, 5, 25, 100, 500] as const;

/** Where playing for `elapsed` ms has come to. @param perSecond steps a second, negative backwards @returns within 0..count */
export function playedTo(from: number, elapsed: number, perSecond: number, count: number): number {
  const moved = from + Math.trunc((elapsed * perSecond) / 1000);
  return Math.max(0, Math.min(count, moved));
}

export class Player extends LitElement {
  static override properties = {
    count: { attribute: false },
    reached: { attribute: false },
    position: { attribute: false },
    caption: { attribute: false },
    speed: { attribute: false },
    told: { attribute: false },
    following: { state: true },
    field: { attribute: false },
    speeds: { attribute: false },
    words: { attribute: false },
    playing: { state: true },
  };

  /** Steps there are; positions are 0 (before the first) to count. */
  declare count: number;
  /** The last position that has been computed; null: all of them. */
  declare reached: number | null;
  declare position: number;
  /** What stands beside the slider. */
  declare caption: (position: number, count: number) => string;
  /** Steps a second, and those to choose from. */
  declare speed: number;
  declare speeds: readonly number[];
  /** What is said of a position. Default: the caption. */
  declare told: ((position: number, count: number) => string) | null;
  /** The field of the state that is the position, where it is one: it may be hidden or locked. */
  declare field: string;
  /** With `backwards` among them the player plays backwards too. */
  declare words: PlayerWords;
  declare playing: Direction;

  /** Another position is on show. `more` is true while further ones of the same gesture will follow. */
  onSeek: (position: number, more: boolean) => void = () => {};
  /** Playing has begun or ended. */
  onPlaying: () => void = () => {};

  /** Whether it shows the newest state that has been computed. */
  declare following: boolean;
  private frame = 0;
  private origin = { position: 0, time: 0 };

  constructor() {
    super();
    this.count = 0;
    this.reached = null;
    this.position = 0;
    this.words = player;
    this.caption = (k, count) => format(player.caption, { k, count });
    this.playing = 0;
    this.speed = 5;
    this.speeds = SPEEDS;
    this.field = "";
    this.told = null;
    this.following = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Other data have another sequence: what was played is over.
    if (changed.has("count") && changed.get("count") !== undefined) this.stop();
  }

  private get end(): number {
    return this.reached === null ? this.count : Math.min(this.count, this.reached);
  }

  play(direction: -1 | 1 = 1): void {
    if (this.end === 0 || this.playing === direction) return;
    cancelAnimationFrame(this.frame);
    this.following = false;
    this.playing = direction;
    if (direction > 0 && this.position >= this.end) this.seek(0, true);
    if (direction < 0 && this.position === 0) this.seek(this.end, true);
    this.measureFrom();
    this.frame = requestAnimationFrame((time) => this.tick(time));
    this.onPlaying();
  }

  pause(): void {
    this.following = false;
    if (this.playing === 0) return;
    this.stop();
    this.say();
  }

  private stop(): void {
    cancelAnimationFrame(this.frame);
    if (this.playing === 0) return;
    this.playing = 0;
    this.onPlaying();
  }

  /** Said once it rests: those who press a button do not hear of a slider that moved. */
  private say(): void {
    announce("player", this.saying);
  }

  /** Of the position on show, for those who do not see it. */
  private get saying(): string {
    return (this.told ?? this.caption)(this.position, this.count);
  }

  /** Stop, and go to a position. */
  jump(position: number): void {
    this.following = false;
    this.stop();
    this.seek(position, false);
    this.say();
  }

  /**
   * From the start: show always the newest state that has been computed, until the user takes over. Who wants no motion sees the start,
   * and then the end.
   */
  follow(): void {
    this.stop();
    this.following = true;
    this.position = 0;
  }

  /** More has been computed, or something else. @param reached the last position there is */
  extend(count: number, reached: number): void {
    this.count = count;
    this.reached = reached;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches && this.end < count;
    this.position = this.following && !still ? this.end : Math.min(this.position, this.end);
  }

  /** It moves by itself: it plays, or it follows what is not there yet. */
  private get moving(): boolean {
    return this.playing !== 0 || (this.following && this.end > 0 && this.end < this.count);
  }

  private measureFrom(): void {
    this.origin = { position: this.position, time: performance.now() };
  }

  private tick(time: number): void {
    const { position: from, time: since } = this.origin;
    const to = Math.min(this.end, playedTo(from, time - since, this.speed * this.playing, this.count));
    const ended = this.playing < 0 ? to === 0 : to >= this.count;
    if (!ended) {
      if (to !== this.position) this.seek(to, true);
      this.frame = requestAnimationFrame((next) => this.tick(next));
      return;
    }
    this.playing = 0;
    this.seek(to, false);
    this.say();
    this.onPlaying();
  }

  private seek(position: number, more: boolean): void {
    if (lockOf("stepper", this.field) !== null) return;
    const inside = Math.max(0, Math.min(this.end, Math.round(position)));
    this.position = inside;
    this.onSeek(inside, more);
  }

  private scrub(position: number): void {
    this.following = false;
    this.stop();
    this.seek(position, true);
  }

  private readonly key = (event: KeyboardEvent): void => {
    const step = { ",": -1, ".": 1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.jump(this.position + step);
  };

  private setSpeed(event: Event): void {
    this.speed = Number((event.target as HTMLSelectElement).value);
    this.measureFrom();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (isHidden("stepper") || isHidden(this.field)) return nothing;
    const { count, position, words, playing, end } = this;
    const lock = lockOf("stepper", this.field);
    const none = end === 0 || lock !== null;
    const text = this.caption(position, count);
    const both = words.backwards !== undefined;
    const button = (id: string, name: string, icon: SVGTemplateResult, act: () => void, off: boolean) => html`
      <button type="button" data-play=${id} title=${name} aria-label=${name} ?disabled=${off} @click=${act}>${drawn(icon)}</button>
    `;
    const pause = () => button("pause", words.pause, ICONS.pause, () => this.pause(), none);
    const play = () =>
      playing > 0 || (playing === 0 && this.moving)
        ? pause()
        : button("play", words.play, ICONS.play, () => this.play(), none);
    const backwards = () =>
      playing < 0 ? pause() : button("backwards", words.backwards ?? "", ICONS.backwards, () => this.play(-1), none);
    const back = both ? ICONS.backOne : ICONS.back;
    const forward = both ? ICONS.forwardOne : ICONS.forward;
    return html`
      <div class="stepper" role="group" aria-label=${words.label} title=${lock ?? nothing} @keydown=${this.key}>
        <div class="stepper-buttons">
          ${button("first", words.first, ICONS.first, () => this.jump(0), none || position <= 0)}
          ${both ? backwards() : nothing}
          ${button("back", words.back, back, () => this.jump(position - 1), none || position <= 0)}
          ${both ? nothing : play()}
          ${button("forward", words.forward, forward, () => this.jump(position + 1), none || position >= end)}
          ${both ? play() : nothing}
          ${button("last", words.last, ICONS.last, () => this.jump(end), none || position >= end)}
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
          aria-valuetext=${this.saying}
          @input=${(event: Event) => this.scrub(Number((event.target as HTMLInputElement).value))}
          @change=${() => this.seek(this.position, false)}
        />
        <span class="stepper-caption">${end === 0 ? (words.none ?? text) : text}</span>
        <label class="stepper-speed">
          <span class="visually-hidden">${words.speed}</span>
          <select class="select" data-play="speed" @change=${this.setSpeed}>
            ${this.speeds.map(
              (speed) =>
                html`<option value=${speed} ?selected=${speed === this.speed}>${format(words.perSecond, { count: speed })}</option>`,
            )}
          </select>
        </label>
      </div>
    `;
  }
}

/** Icons on a 16 x 16 grid; those of one step have a bar where the player plays both ways. */
const ICONS = {
  play: svg`<path d="M4 2.5v11l9-5.5z" />`,
  backwards: svg`<path d="M12 2.5v11L3 8z" />`,
  pause: svg`<path d="M4 3h3v10H4zM9 3h3v10H9z" />`,
  back: svg`<path d="M11 3v10L4 8z" />`,
  backOne: svg`<path d="M9.5 3v10L4 8zM11 3h1.5v10H11z" />`,
  forward: svg`<path d="M5 3v10l7-5z" />`,
  forwardOne: svg`<path d="M6.500 3v10L12 8zM3.500 3H5v10H3.500z" />`,
  first: svg`<path d="M3 3h2v10H3zM13 3v10L6 8z" />`,
  last: svg`<path d="M11 3h2v10h-2zM3 3v10l7-5z" />`,
};

function drawn(icon: SVGTemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">${icon}</svg>`;
}

customElements.define("pg-player", Player);
