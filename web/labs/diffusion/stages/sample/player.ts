// The player of computed pictures: forwards, backwards, slowly, one at a time. Where it stands is no part of the lab's state: it moves
// sixty times a second.
import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import "../../../../host/stepper.css";
import { format } from "../../../../host/messages/format.ts";
import { sample as words } from "../../messages/sample.en.ts";
import { playedTo } from "./frames.ts";

const SPEEDS = [5, 15, 60] as const;

export interface PlayerOptions {
  /** Pictures there are: positions are 0 to count, and how far they have been computed. */
  count(): number;
  reached(): number;
  /** The step of the chain at a position, and of how many. */
  caption(position: number): { readonly t: number; readonly T: number };
  /** Another position, or another way of moving. */
  changed(): void;
}

export interface Player {
  readonly position: number;
  readonly playing: -1 | 0 | 1;
  /** Follow what is being computed, until the user takes over. */
  follow(): void;
  /** There are more pictures, or others. */
  update(): void;
  play(direction: -1 | 1): void;
  pause(): void;
  seek(position: number): void;
  template(): TemplateResult;
  dispose(): void;
}

export function createPlayer({ count, reached, caption, changed }: PlayerOptions): Player {
  let position = 0;
  let playing: -1 | 0 | 1 = 0;
  let following = true;
  let speed: number = 60;
  let request = 0;
  let origin = { position: 0, time: 0 };

  const inside = (wanted: number) => Math.max(0, Math.min(reached(), Math.round(wanted)));

  function tick(): void {
    const elapsed = performance.now() - origin.time;
    const next = inside(playedTo(origin.position, elapsed, speed * playing, count()));
    const ended = playing < 0 ? next === 0 : next === count();
    if (next !== position || ended) {
      position = next;
      if (ended) playing = 0;
      changed();
    }
    if (playing !== 0) request = requestAnimationFrame(tick);
  }

  function from(): void {
    origin = { position, time: performance.now() };
  }

  function pause(): void {
    cancelAnimationFrame(request);
    playing = 0;
    changed();
  }

  function seek(wanted: number): void {
    cancelAnimationFrame(request);
    playing = 0;
    following = false;
    position = inside(wanted);
    changed();
  }

  function play(direction: -1 | 1): void {
    cancelAnimationFrame(request);
    following = false;
    if (direction > 0 && position >= reached()) position = 0;
    if (direction < 0 && position === 0) position = reached();
    playing = direction;
    from();
    request = requestAnimationFrame(tick);
    changed();
  }

  const key = (event: KeyboardEvent) => {
    const step = { ",": -1, ".": 1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    seek(position + step);
  };

  function template(): TemplateResult {
    const [most, none] = [count(), reached() === 0];
    const text = format(words.player.caption, caption(position));
    const button = (id: string, name: string, icon: SVGTemplateResult, act: () => void, off: boolean) => html`
      <button type="button" data-play=${id} title=${name} aria-label=${name} ?disabled=${off} @click=${act}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">${icon}</svg>
      </button>`;
    const say = words.player;
    return html`<div class="stepper" role="group" aria-label=${say.label} @keydown=${key}>
      <div class="stepper-buttons">
        ${button("first", say.first, ICONS.first, () => seek(0), none || position === 0)}
        ${
          playing < 0
            ? button("pause", say.pause, ICONS.pause, pause, false)
            : button("backwards", say.backwards, ICONS.backwards, () => play(-1), none)
        }
        ${button("back", say.back, ICONS.back, () => seek(position - 1), none || position === 0)}
        ${button("forward", say.forward, ICONS.forward, () => seek(position + 1), none || position >= reached())}
        ${
          playing > 0
            ? button("pause", say.pause, ICONS.pause, pause, false)
            : button("play", say.play, ICONS.play, () => play(1), none)
        }
        ${button("last", say.last, ICONS.last, () => seek(most), none || position >= reached())}
      </div>
      <input
        class="stepper-scrub" type="range" min="0" max=${most} step="1" .value=${String(position)} ?disabled=${none}
        aria-label=${say.position} aria-valuetext=${text}
        @input=${(event: Event) => seek(Number((event.target as HTMLInputElement).value))}
      />
      <output class="stepper-caption">${text}</output>
      <label class="stepper-speed">
        <span class="visually-hidden">${say.speed}</span>
        <select class="select" data-play="speed" @change=${(event: Event) => {
          speed = Number((event.target as HTMLSelectElement).value);
          from();
        }}>
          ${SPEEDS.map((each) => html`<option value=${each} ?selected=${each === speed}>${say.speeds[each]}</option>`)}
        </select>
      </label>
    </div>`;
  }

  return {
    get position() {
      return position;
    },
    get playing() {
      return playing;
    },
    follow() {
      cancelAnimationFrame(request);
      playing = 0;
      following = true;
      position = 0;
    },
    update() {
      position = following ? reached() : inside(position);
    },
    ...{ play, pause, seek, template },
    dispose: () => cancelAnimationFrame(request),
  };
}

/** Icons on a 16 x 16 grid. */
const ICONS = {
  play: svg`<path d="M4 2.5v11l9-5.5z" />`,
  backwards: svg`<path d="M12 2.5v11L3 8z" />`,
  pause: svg`<path d="M4 3h3v10H4zM9 3h3v10H9z" />`,
  back: svg`<path d="M9.5 3v10L4 8zM11 3h1.5v10H11z" />`,
  forward: svg`<path d="M6.500 3v10L12 8zM3.500 3H5v10H3.500z" />`,
  first: svg`<path d="M3 3h2v10H3zM13 3v10L6 8z" />`,
  last: svg`<path d="M11 3h2v10h-2zM3 3v10l7-5z" />`,
};
