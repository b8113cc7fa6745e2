// The page's half of the stage: the charts with their cursor, sentences, the numbers at the cursor, tables of all of
// them.
import { html, nothing, render } from "lit";
import "./flow.css";
import { format } from "../../../../host/messages/format.ts";
import { mountHandles } from "../../../../kit/interaction/drag-handles.ts";
import { drawPrompt } from "../../../../kit/main-plot/looks.ts";
import { keepSolved } from "../../../../kit/solve-request.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { paragraphs, segments } from "../../../../kit/stages/stage-elements.ts";
import { offerTestReadings } from "../../../../kit/test-readings.ts";
import { layFrame } from "../../../../plot/frame.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { flow as words } from "../../messages/flow.en.ts";
import type { CifgStage } from "../../stage.ts";
import type { CifgState } from "../../state.ts";
import { placePicker } from "../place-picker.ts";
import { controls } from "./controls.ts";
import { mountCursor } from "./cursor.ts";
import { drawFlow } from "./draw.ts";
import { filesOf } from "./files.ts";
import { type Layout, layFlow } from "./layout.ts";
import { type FlowFrame, type FlowStageRequest, flowRequest } from "./request.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { cursorText, description, sentencesOf } from "./sentences.ts";
import { cursorTable, stepsTable, unitsTable } from "./tables.ts";
import { readingsForTests } from "./test-readings.ts";

export const mount: CifgStage = (slots, { store, client, settled }) => {
  const root = document.createElement("div");
  root.className = "stage-frame flow-stage";
  root.innerHTML = `<div class="stage-choices"></div><div class="stage-canvas flow-canvas"></div>`;
  slots.plot.append(root);
  const [choices, canvas] = [...root.children] as [HTMLElement, HTMLElement];
  const below = document.createElement("div");
  below.className = "flow-below";
  slots.below.append(below);
  const readings = slots.plot.closest<HTMLElement>(".picture-view") ?? root;
  /** Long tables are made while they are open only: a slider would wait for them. */
  const open = { steps: false, units: false };

  let scene: Scene | null = null;
  let laid: { scene: Scene; size: Size; theme: Theme; layout: Layout } | null = null;
  const solved = keepSolved<CifgState, FlowStageRequest, FlowFrame>(store, client, {
    request: flowRequest,
    changed: () => update(),
  });

  function lay(pen: Pen, size: Size, theme: Theme): Layout | null {
    if (scene === null) return null;
    const same = laid?.scene === scene && laid.theme === theme;
    if (laid !== null && same && laid.size.width === size.width && laid.size.height === size.height) return laid.layout;
    const layout = layFlow(pen, size, theme, scene);
    laid = { scene, size, theme, layout };
    return layout;
  }

  const surface = new Surface(
    canvas,
    {
      all(pen, size, theme) {
        const layout = lay(pen, size, theme);
        if (layout === null || scene === null) {
          const box = layFrame(pen, size, theme, { x: { domain: [0, 1] }, y: { domain: [0, 1] } });
          drawPrompt(pen, theme, box, [words.loading]);
          return;
        }
        drawFlow(pen, theme, scene, layout);
      },
    },
    { label: words.loading, role: "group", oncommit: () => handles.place() },
  );
  const layoutNow = () => (surface.width === 0 ? null : lay(surface.ruler, surface.size, surface.theme));
  const seek = (t: number, gesture: string) => store.patch({ flowAt: t }, { gesture });

  const cursor = mountCursor(surface, { layout: layoutNow, T: () => scene?.T ?? 1, seek });
  const handles = mountHandles(surface, {
    frame: () => cursor.frame(),
    handles() {
      const frame = cursor.frame();
      if (frame === null || scene === null) return [];
      const { t } = scene;
      const text = cursorText(scene);
      return [{ id: "step", label: words.handle.label, text, x: t, y: frame.y.domain[0], level: true, whole: true }];
    },
    move: (_, x, __, gesture) => seek(Math.max(1, Math.min(scene?.T ?? 1, Math.round(x))), gesture),
    hold: () => undefined,
  });

  const reader = readLate(canvas, below, async () => {
    const { spokenOfFlow } = await import("./spoken.ts");
    return spokenOfFlow(
      () => scene,
      layoutNow,
      () => below.querySelector<HTMLElement>('[data-table="steps"] > summary'),
    );
  });

  const toggled = (which: keyof typeof open) => (event: Event) => {
    const now = (event.currentTarget as HTMLDetailsElement).open;
    if (open[which] === now) return;
    open[which] = now;
    drawAround();
  };

  function drawAround(): void {
    const { flowView, flowAt, flowT } = store.state;
    const value = Math.min(flowAt, flowT);
    render(
      html`${segments("flowView", words.views.label, flowView, words.views.options, (flowView) =>
        store.patch({ flowView }, { undoable: false }),
      )}
      ${placePicker({ field: "flowAt", value, most: flowT, words: words.place, choose: seek })}`,
      choices,
    );
    if (scene === null) return;
    render(
      html`<div class="flow-sentences">${sentencesOf(scene).map((text) => html`<p>${text}</p>`)}</div>
        ${cursorTable(scene)}
        <details class="flow-details" data-table="units" @toggle=${toggled("units")}>
          <summary>${format(words.units.title, { t: scene.t })}</summary>${open.units ? unitsTable(scene) : nothing}
        </details>
        <details class="flow-details" data-table="steps" @toggle=${toggled("steps")}>
          <summary>${words.steps.title}</summary>${open.steps ? stepsTable(scene) : nothing}
        </details>
        ${paragraphs(words.notes)}`,
      below,
    );
  }

  const forgetReadings = offerTestReadings(readings, () => readingsForTests(scene));
  let disposed = false;
  function update(): void {
    if (disposed) return;
    scene = sceneOf(store.state, solved.answer);
    surface.describe(scene === null ? words.loading : description(scene));
    surface.invalidate();
    drawAround();
    reader.update();
    if (scene !== null) readings.dataset.step = String(scene.t);
    settled(solved.current);
  }
  const unsubscribe = store.subscribe(update);
  update();

  return {
    controls,
    picture: () => (scene === null ? null : surface),
    files: () => filesOf(scene),
    dispose() {
      disposed = true;
      unsubscribe();
      solved.dispose();
      cursor.dispose();
      handles.dispose();
      reader.dispose();
      surface.dispose();
      forgetReadings();
      delete readings.dataset.step;
      root.remove();
      below.remove();
    },
  };
};
