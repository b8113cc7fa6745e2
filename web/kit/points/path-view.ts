// The path of the solver, opened: the player, the two objectives and the numbers of the iteration on show. The solution at an
// iteration comes from a run that stops there, so it is the solver's own.
import { html, nothing, render } from "lit";
import "../player/player.ts";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { Surface } from "../../plot/surface.ts";
import { en } from "../messages/en.ts";
import { path as methodWords } from "../messages/path.en.ts";
import { iterationOf } from "./iteration.ts";
import { stepsByMethod } from "./methods.ts";
import { drawObjectives, layObjectives } from "./objectives.ts";
import type { PageContext } from "./page-context.ts";
import { MAX_TRACE } from "./state.ts";
import { stepsOf } from "./steps.ts";

const words = en.stepper;

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

  /** The numbers of one iteration, in words. */
  function numbers(k: number): string[] {
    const { path } = page;
    if (path === null || k < 1) return [];
    const { method, i, j, dual, primal, kktGap } = path.trace;
    const [low, high] = [dual[k - 1] as number, primal[k - 1] as number];
    return [
      format(methodWords.changed[method[k - 1] as 0 | 1 | 2], {
        i: (i[k - 1] as number) + 1,
        j: (j[k - 1] as number) + 1,
      }),
      format(words.primal, { value: formatNumber(high, 6) }),
      format(words.dual, { value: formatNumber(low, 6) }),
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

  /** How many steps each method made, where there is more than one, and what they do. */
  function methods(): string {
    const { path } = page;
    if (path === null || path.count === 0) return "";
    const counts = stepsByMethod(path.trace.method);
    const [, interiorPointSteps = 0, activeSetSteps = 0] = counts;
    const steps = stepsOf({ iterations: path.count, interiorPointSteps, activeSetSteps });
    const met = methodWords.about.filter((_, method) => (counts[method] ?? 0) > 0);
    return [...(met.length > 1 ? [`${steps}.`] : []), ...met].join(" ");
  }

  function draw(): void {
    const k = iterationOf(page);
    const cut = (page.path?.count ?? 0) >= MAX_TRACE;
    render(
      html`
        <pg-player .count=${page.path?.count ?? 0} .position=${k} .caption=${caption} .onSeek=${seek}></pg-player>
        <div class="path-curves"></div>
        <ul class="path-numbers">${numbers(k).map((text) => html`<li>${text}</li>`)}</ul>
        <p class="path-methods muted">${methods()}</p>
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
      surface.dispose();
      // The player goes with the rest, and stops playing.
      render(nothing, root);
    },
  };
}
