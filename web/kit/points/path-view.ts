// The path of the solver, opened: the player, the two objectives and the numbers of the iteration on show. The solution at an
// iteration comes from a run that stops there, so it is the solver's own.
import { html, nothing, render } from "lit";
import "../player/player.ts";
import "../sound/follow.ts";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { extent } from "../../plot/scale.ts";
import { Surface } from "../../plot/surface.ts";
import { en } from "../messages/en.ts";
import { path as pathWords } from "../messages/path.en.ts";
import { sound } from "../messages/sound.en.ts";
import type { Player } from "../player/player.ts";
import { ACTIVE_SET, activeSetSteps, stepAfter, stepBefore } from "./active-set.ts";
import { iterationOf } from "./iteration.ts";
import { drawObjectives, layObjectives } from "./objectives.ts";
import type { PageContext, Path } from "./page-context.ts";
import { MAX_TRACE } from "./trace.ts";
import { unrounded } from "./words.ts";

const words = en.stepper;

/** Keys that go from one active-set step to another. */
const KEYS: Readonly<Record<string, typeof stepAfter>> = { n: stepAfter, p: stepBefore };

export interface PathView {
  update(): void;
  dispose(): void;
}

/** Fill `root` with the path, until it is closed. */
export function mountPath(root: HTMLElement, page: PageContext): PathView {
  const { store } = page.context;

  const seek = (position: number) => {
    const last = page.path?.count ?? 0;
    store.patch({ iteration: position >= last ? null : position }, { undoable: false });
  };
  const caption = (k: number, count: number) => format(words.iteration, { k, count });

  const steps = () => activeSetSteps(page.path?.trace.method ?? []);

  function jump(to: typeof stepAfter): void {
    const position = to(steps(), iterationOf(page));
    if (position !== null) root.querySelector<Player>("pg-player")?.jump(position);
  }

  const key = (event: KeyboardEvent): void => {
    const to = KEYS[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement)
      return;
    event.preventDefault();
    jump(to);
  };
  root.addEventListener("keydown", key);

  /** What an iteration changed. */
  function changed(k: number): string {
    const { method, i, j } = (page.path as Path).trace;
    const [smo, activeSet] = pathWords.changed;
    if (method[k - 1] !== ACTIVE_SET) return format(smo, { i: (i[k - 1] as number) + 1, j: (j[k - 1] as number) + 1 });
    const all = steps();
    return format(activeSet, { step: all.indexOf(k) + 1, steps: all.length });
  }

  /** The dual's value; and by how much it rose, where the one before is in the path. */
  function dualOf(values: Float64Array, k: number): string {
    const [before, value] = [values[k - 2], values[k - 1] as number];
    const dual = format(words.dual, { value: formatNumber(value, 6) });
    if (before === undefined) return dual;
    return format(pathWords.rise, { dual, rise: formatNumber(unrounded(value - before, value, before)) });
  }

  /** The numbers of one iteration, in words. */
  function numbers(k: number): string[] {
    const { path } = page;
    if (path === null || k < 1) return [];
    const { dual, primal, kktGap } = path.trace;
    const [low, high] = [dual[k - 1] as number, primal[k - 1] as number];
    return [
      changed(k),
      format(words.primal, { value: formatNumber(high, 6) }),
      dualOf(dual, k),
      format(words.gap, { gap: formatNumber(high - low, 3) }),
      format(words.kktGap, { gap: formatNumber(kktGap[k - 1] as number, 3) }),
    ];
  }

  function describeCurves(k: number): string {
    const { path } = page;
    if (path === null || k < 1) return words.title;
    const [low, high] = [path.trace.dual[k - 1] as number, path.trace.primal[k - 1] as number];
    const values = {
      dual: formatNumber(low),
      primal: formatNumber(high),
      gap: formatNumber(high - low),
      k,
      count: path.count,
    };
    return format(words.curves, values);
  }

  /** The duality gap of each step as sound; nothing where the path has no step. */
  function gapSound(k: number) {
    const { path } = page;
    if (path === null || path.count === 0) return nothing;
    const { dual, primal, kktGap } = path.trace;
    const gaps = Array.from(primal, (high, i) => high - (dual[i] as number));
    const [low, high] = extent(gaps.filter((gap) => gap > 0));
    const arrived = k === path.count && (kktGap[k - 1] as number) <= store.state.tolerance;
    // Rounding may close a gap altogether: that is as low as it gets.
    const value = k < 1 ? Number.NaN : Math.max(low, gaps[k - 1] as number);
    return html`<pg-follow
      .label=${sound.gap} .run=${path.trace} .step=${k} .value=${value} .axis=${{ domain: [low, high], log: true }} .arrived=${arrived}
    ></pg-follow>`;
  }

  /** What active-set steps do, and the way from one to the next; nothing where there are none. */
  function activeSet() {
    if (steps().length === 0) return nothing;
    const { next, about } = pathWords.activeSet;
    return html`<div class="path-active-set">
      <button type="button" class="button" data-action="next-active-set" aria-keyshortcuts="n" @click=${() => jump(stepAfter)}>
        ${next}
      </button>
      <p class="muted">${about}</p>
    </div>`;
  }

  function draw(): void {
    const k = iterationOf(page);
    const cut = (page.path?.count ?? 0) >= MAX_TRACE;
    render(
      html`
        <pg-player .field=${"iteration"} .count=${page.path?.count ?? 0} .position=${k} .caption=${caption} .onSeek=${seek}></pg-player>
        <div class="path-curves"></div>
        <div class="path-values">
          <ul class="path-numbers">${numbers(k).map((text) => html`<li>${text}</li>`)}</ul>
          ${gapSound(k)}
        </div>
        ${activeSet()}
        ${cut ? html`<p class="muted">${format(words.cut, { count: MAX_TRACE })}</p>` : nothing}
      `,
      root,
    );
  }

  draw();
  const surface = new Surface(
    root.querySelector(".path-curves") as HTMLElement,
    {
      curves: (pen, size, theme) => {
        const { path } = page;
        if (path === null || path.count === 0) return;
        drawObjectives(pen, theme, layObjectives(pen, size, theme, path), path, iterationOf(page));
      },
    },
    { label: words.title },
  );
  surface.describe(describeCurves(iterationOf(page)));

  return {
    update() {
      draw();
      surface.describe(describeCurves(iterationOf(page)));
      surface.invalidate();
    },
    dispose() {
      root.removeEventListener("keydown", key);
      surface.dispose();
      // The player goes with the rest, and stops playing.
      render(nothing, root);
    },
  };
}
