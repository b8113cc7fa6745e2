// The path of the solver, step by step: the player, the two objectives and the numbers of the iteration on show. The solution at an
// iteration comes from a run that stops there, so it is the solver's own.
import { html, nothing, render } from "lit";
import "../player/player.ts";
import "./solver-path.css";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { Surface } from "../../plot/surface.ts";
import { en } from "../messages/en.ts";
import type { Player } from "../player/player.ts";
import { drawObjectives, layObjectives } from "./objectives.ts";
import type { PageContext } from "./page-context.ts";
import { MAX_TRACE } from "./state.ts";

const words = en.stepper;

export interface StepperView {
  update(): void;
  dispose(): void;
}

/** The iteration on show, inside the path; 0 while there is none. */
export function iterationOf(page: PageContext): number {
  const { iteration } = page.context.store.state;
  const count = page.path?.count ?? 0;
  return iteration === null ? count : Math.min(iteration, count);
}

/** Working pair of the iteration on show, as rows of the problem; null when the stepper is closed. */
export function pairOf(page: PageContext): readonly [number, number] | null {
  const k = iterationOf(page);
  if (!page.context.store.state.stepper || page.path === null || k < 1) return null;
  const { i, j } = page.path.trace;
  return [i[k - 1] as number, j[k - 1] as number];
}

export function mountStepper(slot: HTMLElement, page: PageContext): StepperView {
  const { store } = page.context;
  const root = document.createElement("section");
  root.className = "path-view";
  slot.append(root);
  let surface: Surface<"curves"> | null = null;

  const seek = (position: number) => {
    const last = page.path?.count ?? 0;
    store.patch({ iteration: position >= last ? null : position }, { undoable: false });
  };
  const toggle = () => store.patch({ stepper: !store.state.stepper, iteration: null }, { undoable: false });
  const caption = (k: number, count: number) => format(words.iteration, { k, count });

  /** The numbers of one iteration, in words. */
  function numbers(k: number): string[] {
    const { path } = page;
    if (path === null || k < 1) return [];
    const { i, j, dual, primal, kktGap } = path.trace;
    const [low, high] = [dual[k - 1] as number, primal[k - 1] as number];
    return [
      format(words.pair, { i: (i[k - 1] as number) + 1, j: (j[k - 1] as number) + 1 }),
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

  let drawnOpen: boolean | null = null;
  function update(): void {
    const open = store.state.stepper;
    if (!open && drawnOpen === false) return;
    drawnOpen = open;
    const k = iterationOf(page);
    const cut = (page.path?.count ?? 0) >= MAX_TRACE;
    render(
      html`
        <h2>
          <button type="button" class="path-fold" aria-expanded=${open ? "true" : "false"} @click=${toggle}>${words.title}</button>
        </h2>
        ${
          open
            ? html`<pg-player .count=${page.path?.count ?? 0} .position=${k} .caption=${caption} .onSeek=${seek}></pg-player>
                <div class="path-curves"></div>
                <ul class="path-numbers">${numbers(k).map((text) => html`<li>${text}</li>`)}</ul>
                ${cut ? html`<p class="muted">${format(words.cut, { count: MAX_TRACE })}</p>` : nothing}`
            : nothing
        }
      `,
      root,
    );
    drawCurves(open, k);
  }

  function drawCurves(open: boolean, k: number): void {
    const host = root.querySelector<HTMLElement>(".path-curves");
    if (!open || host === null) {
      surface?.dispose();
      surface = null;
      return;
    }
    surface ??= new Surface(
      host,
      {
        curves: (pen, size, theme) => {
          const { path } = page;
          if (path === null || path.count === 0) return;
          drawObjectives(pen, theme, layObjectives(pen, size, theme, path), path, iterationOf(page));
        },
      },
      { label: words.title },
    );
    surface.describe(describeCurves(k));
    surface.invalidate();
  }

  update();
  return {
    update,
    dispose() {
      root.querySelector<Player>("pg-player")?.pause();
      surface?.dispose();
      root.remove();
    },
  };
}
