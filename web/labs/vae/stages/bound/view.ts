// The page's half of the stage: latent space and data space with their handles, the balance sheet, the numbers.
import { html, nothing, render } from "lit";
import "./bound.css";
import { announce } from "../../../../host/announce.ts";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { lockOf } from "../../../../host/restraints.ts";
import { mountHandles } from "../../../../kit/interaction/drag-handles.ts";
import { keepSolved } from "../../../../kit/solve-request.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { paragraphs, segments } from "../../../../kit/stages/stage-elements.ts";
import { offerTestReadings } from "../../../../kit/test-readings.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { SHARED } from "../../fields.ts";
import { manyStepsLink } from "../../many-steps.ts";
import { bound as words } from "../../messages/bound.en.ts";
import { manySteps } from "../../messages/many-steps.en.ts";
import type { VaeStage } from "../../stage.ts";
import type { VaeState } from "../../state.ts";
import { controls } from "./controls.ts";
import { drawBound } from "./draw.ts";
import { bestQ, dataHandles, latentHandles, movedTo } from "./handles.ts";
import { type Layout, layBound, placed } from "./layout.ts";
import { mountNumbers } from "./numbers.ts";
import { type BoundFrame, type BoundRequest, boundRequest } from "./request.ts";
import { type Scene, sceneOf, type Windows } from "./scene.ts";
import { boundSheet, NONE, notesOf } from "./sheet.ts";
import { readingsForTests } from "./test-readings.ts";

export const mount: VaeStage = (slots, { store, client, settled, notify, mode }) => {
  const root = document.createElement("div");
  root.className = "stage-frame bound-stage";
  root.innerHTML = `<div class="stage-choices"></div><div class="stage-canvas"></div>`;
  slots.plot.append(root);
  const [choices, canvas] = [...root.children] as [HTMLElement, HTMLElement];
  const below = document.createElement("div");
  below.className = "bound-below";
  below.innerHTML = "<div></div><div></div>";
  slots.below.append(below);
  const [sheet, further] = [...below.children] as [HTMLElement, HTMLElement];
  const readings = slots.plot.closest<HTMLElement>(".picture-view") ?? root;

  /** What was seen when a handle or a number was taken. */
  let frozen: Windows | null = null;
  let scene: Scene = sceneOf(store.state, null, null);
  let laid: { scene: Scene; size: Size; theme: Theme; layout: Layout } | null = null;
  const solved = keepSolved<VaeState, BoundRequest, BoundFrame>(store, client, {
    request: boundRequest,
    changed: () => update(),
  });

  function lay(pen: Pen, size: Size, theme: Theme): Layout {
    const same = laid?.scene === scene && laid.theme === theme;
    if (laid !== null && same && laid.size.width === size.width && laid.size.height === size.height) return laid.layout;
    const layout = layBound(pen, size, theme, scene);
    laid = { scene, size, theme, layout };
    return layout;
  }

  const surface = new Surface(
    canvas,
    { all: (pen, size, theme) => drawBound(pen, theme, scene, lay(pen, size, theme)) },
    {
      ...{ label: words.loading, role: "group" },
      oncommit: () => {
        for (const each of handles) each.place();
      },
    },
  );

  const layNow = () =>
    surface.width === 0 || scene.frame === null ? null : lay(surface.ruler, surface.size, surface.theme);
  const reader = readLate(canvas, slots.below, async () => {
    const { spokenOf } = await import("./spoken.ts");
    const table = () => sheet.querySelector<HTMLElement>("table");
    return spokenOf(() => scene, layNow, table);
  });

  function hold(taken: boolean): void {
    frozen = taken ? scene.windows : null;
    update();
  }
  const handlesOf = (space: "latent" | "data") =>
    mountHandles(surface, {
      frame() {
        const now = layNow();
        return now && placed(now[space]);
      },
      handles: () => (space === "latent" ? latentHandles : dataHandles)(scene),
      move: (id, x, y, gesture) => store.patch(movedTo(scene, id, x, y), { gesture }),
      hold,
    });
  const handles = [handlesOf("latent"), handlesOf("data")];
  const numbers = mountNumbers(below, store, notify, hold);
  below.append(further);
  const link = manyStepsLink(() => store.state);

  /** Who moves q or a number by keys, or presses a button, hears what became of the bound. */
  let asked = false;
  let said = "";
  function answer({ exact }: BoundFrame): void {
    const text = format(words.said, { elbo: formatNumber(exact.elbo), gap: formatNumber(exact.gap) });
    const byKeys = document.activeElement?.matches(".handle:focus-visible, .cell-number") === true;
    if ((asked || byKeys) && text !== said) announce("bound", text);
    said = text;
    asked = false;
  }

  const toBest = () => {
    const best = bestQ(scene);
    asked = true;
    if (best !== null) store.patch(best);
  };
  const drawAgain = () => store.patch({ seed: (store.state.seed % SHARED.seed.max) + 1 });

  function drawAround(): void {
    const { state } = store;
    render(
      html`${
        state.dx === 3
          ? segments("boundPlane", words.planes.label, state.boundPlane, words.planes.options, (boundPlane) =>
              store.patch({ boundPlane }, { undoable: false }),
            )
          : nothing
      }
        <button type="button" class="button" data-action="best-q" ?disabled=${scene.frame === null || lockOf("qMean", "qVar") !== null} @click=${toBest}>${words.best}</button>
        <button type="button" class="button" data-action="new-draws" ?disabled=${lockOf("seed") !== null} @click=${drawAgain}>${words.again}</button>`,
      choices,
    );
    const { frame } = scene;
    const draws = solved.answer?.request.draws ?? state.boundDraws;
    render(frame === null ? nothing : html`${boundSheet(frame, draws)} ${paragraphs(notesOf(frame, draws))}`, sheet);
    render(frame === null ? nothing : oneStep(frame.oneStepGap), further);
    numbers.update();
  }

  /** What one step costs, and the way to many. */
  function oneStep(gap: number | null) {
    const { modes, modeSd, alphaBar } = store.state;
    const step = { modes: formatNumber(modes), modeSd: formatNumber(modeSd), alphaBar: formatNumber(alphaBar) };
    return html`<section class="bound-one-step" data-one-step-gap=${gap ?? ""}>
      <h2>${manySteps.title}</h2>
      ${gap === null ? nothing : html`<p>${format(manySteps.gap, { gap: formatNumber(gap), ...step })}</p>`}
      ${mode === "widget" ? nothing : html`<p>${link.template()}</p>`}
    </section>`;
  }

  const forgetReadings = offerTestReadings(readings, () => readingsForTests(scene));
  let disposed = false;
  function update(): void {
    if (disposed) return;
    scene = sceneOf(store.state, solved.answer, frozen);
    surface.describe(scene.frame === null ? words.loading : description(scene.frame));
    surface.invalidate();
    drawAround();
    reader.update();
    if (scene.frame !== null && solved.current) answer(scene.frame);
    settled(solved.current);
  }
  const unsubscribe = store.subscribe(update);
  update();

  return {
    controls,
    picture: () => (scene.frame === null ? null : surface),
    dispose() {
      disposed = true;
      unsubscribe();
      solved.dispose();
      for (const each of handles) each.dispose();
      reader.dispose();
      numbers.dispose();
      surface.dispose();
      forgetReadings();
      root.remove();
      below.remove();
    },
  };
};

function description({ exact, best }: BoundFrame): string {
  const { elbo, gap, logPx } = exact;
  const numbers = { elbo, gap, logPx, least: best.gap < NONE ? 0 : best.gap };
  return format(
    words.describe,
    Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, formatNumber(value)])) as Record<
      keyof typeof numbers,
      string
    >,
  );
}
