// The page's half of the stage: one of four charts, a handle on its axis, a player, the numbers.
import { html, nothing, render } from "lit";
import "./elbo.css";
import { format } from "../../../../host/messages/format.ts";
import { lockOf } from "../../../../host/restraints.ts";
import { newGesture } from "../../../../host/store.ts";
import { drawLegend, type Legend, layLegend } from "../../../../kit/charts/legend.ts";
import { mountHandles } from "../../../../kit/interaction/drag-handles.ts";
import { labLink } from "../../../../kit/lab-link.ts";
import { drawPrompt } from "../../../../kit/main-plot/looks.ts";
import { keepSolved } from "../../../../kit/solve-request.ts";
import { axesOf } from "../../../../kit/sound/axes.ts";
import { listenButton } from "../../../../kit/sound/button.ts";
import type { Curve } from "../../../../kit/sound/curve.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { paragraphs, readingList, segments, toggle } from "../../../../kit/stages/stage-elements.ts";
import { drawFrame, type Frame, layFrame } from "../../../../plot/frame.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { chainPlayer } from "../../chain-player.ts";
import { MAX_T } from "../../fields.ts";
import { elbo as words } from "../../messages/elbo.en.ts";
import type { DiffusionStage } from "../../stage.ts";
import type { DiffusionState } from "../../state.ts";
import { bridge } from "./bridge.ts";
import { type Chart, drawHandle } from "./chart.ts";
import { controls } from "./controls.ts";
import { filesOf } from "./files.ts";
import { mountOneStep } from "./one-step.ts";
import { printed } from "./printed.ts";
import { type BridgeFrame, type ElboFrame, type ElboRequest, elboRequest, type Gap } from "./request.ts";
import { curveOf, type Scene, sceneOf } from "./scene.ts";
import { partsOfBridge, partsOfTerms, sheetOf } from "./sheet.ts";
import { terms, termsTable } from "./terms.ts";
import { readingsForTests } from "./test-readings.ts";
import { vaeFields } from "./to-vae.ts";
import { weights } from "./weights.ts";

/** Each chart is given answers of its own kind only: sceneOf has seen to it. */
const CHARTS = { weights, terms, bridge, printed } as Readonly<Record<string, Chart<ElboFrame>>>;

interface Layout {
  readonly frame: Frame;
  readonly legend: Legend;
}

export const mount: DiffusionStage = (slots, { store, client, settled, mode }) => {
  const root = document.createElement("div");
  root.className = "stage-frame";
  root.innerHTML = `<div class="stage-choices"></div><div class="stage-canvas"></div>`;
  slots.plot.append(root);
  const [choices, canvas] = [...root.children] as [HTMLElement, HTMLElement];
  const below = document.createElement("div");
  slots.below.append(below);
  const oneStep = mountOneStep(slots.below);
  const readings = slots.plot.closest<HTMLElement>(".picture-view") ?? root;
  const told = (at: number) => (scene.frame === null ? "" : chart().told(scene, scene.frame, at));
  const player = chainPlayer(store, 1, told);

  let curve: { key: string; gaps: readonly Gap[] } = { key: "", gaps: [] };
  let scene: Scene = sceneOf(store.state, null, []);
  let laid: { scene: Scene; size: Size; theme: Theme; layout: Layout | null } | null = null;
  const solved = keepSolved<DiffusionState, ElboRequest, ElboFrame>(store, client, {
    request: elboRequest,
    changed: () => update(),
  });
  const chart = () => CHARTS[store.state.elboView] as Chart<ElboFrame>;

  function refresh(): void {
    const { answer } = solved;
    if (answer?.frame.view === "bridge" && answer.request.view === "bridge") {
      // Everything but T: what the curve depends on.
      const { schedule, m, sd } = answer.request;
      const key = JSON.stringify([{ ...schedule, T: 0 }, m, sd]);
      curve = { key, gaps: curveOf(answer.frame, curve.key === key ? curve.gaps : []) };
    }
    scene = sceneOf(store.state, answer?.frame ?? null, curve.gaps);
  }

  function lay(pen: Pen, size: Size, theme: Theme): Layout | null {
    const same = laid?.scene === scene && laid.theme === theme;
    if (laid !== null && same && laid.size.width === size.width && laid.size.height === size.height) return laid.layout;
    let layout: Layout | null = null;
    if (scene.frame !== null) {
      const legend = layLegend(pen, size.width - 8, theme, chart().legend(scene, scene.frame));
      const axes = chart().axes(scene, scene.frame);
      layout = { legend, frame: layFrame(pen, size, theme, { ...axes, top: legend.height, right: 14 }) };
    }
    laid = { scene, size, theme, layout };
    return layout;
  }

  const onShow = () => (store.state.elboView === "bridge" ? store.state.bridgeT : scene.t);

  const surface = new Surface(
    canvas,
    {
      all(pen, size, theme) {
        const layout = lay(pen, size, theme);
        if (layout === null || scene.frame === null) {
          const box = layFrame(pen, size, theme, { x: { domain: [0, 1] }, y: { domain: [0, 1] } });
          drawPrompt(pen, theme, box, [solved.current ? words.empty : words.loading]);
          return;
        }
        const { frame, legend } = layout;
        drawFrame(pen, frame, theme);
        drawLegend(pen, legend, 4, theme);
        chart().draw(pen, theme, frame, scene, scene.frame);
        drawHandle(pen, theme, frame, onShow());
      },
    },
    { label: words.loading, role: "group", oncommit: () => handles.place() },
  );

  const seek = (value: number, gesture: string) => {
    const { state } = store;
    if (state.elboView === "bridge") store.patch({ bridgeT: whole(value, MAX_T) }, { gesture });
    else store.patch({ t: whole(value, state.T) }, { gesture });
  };

  const frameNow = (): Frame | null =>
    surface.width === 0 ? null : (lay(surface.ruler, surface.size, surface.theme)?.frame ?? null);
  const handles = mountHandles(surface, {
    frame: frameNow,
    handles() {
      const frame = lay(surface.ruler, surface.size, surface.theme)?.frame;
      if (frame === undefined) return [];
      const lock = lockOf(store.state.elboView === "bridge" ? "bridgeT" : "t");
      const value = onShow();
      const label = store.state.elboView === "bridge" ? words.handles.T : words.handles.t;
      const text = format(words.handles.at, { value });
      return [{ id: "step", label, text, x: value, y: frame.y.domain[0], level: true, whole: true, lock }];
    },
    move: (_, x, __, gesture) => seek(x, gesture),
    hold: () => undefined,
  });

  const reader = readLate(canvas, slots.below, async () => {
    const { spokenOf } = await import("./spoken.ts");
    return spokenOf(() => scene, frameNow);
  });

  let gesture = newGesture();
  const bridgePlayer = () => html`<pg-player
    .field=${"bridgeT"} .count=${MAX_T - 1} .position=${store.state.bridgeT - 1}
    .caption=${(k: number) => format(words.player, { T: k + 1, most: MAX_T })}
    .told=${(k: number) => [format(words.player, { T: k + 1, most: MAX_T }), told(k + 1)].filter(Boolean).join(words.join)}
    .onSeek=${(position: number, more: boolean) => {
      seek(position + 1, gesture);
      if (!more) gesture = newGesture();
    }}
  ></pg-player>`;

  const sheet = (frame: ElboFrame) => {
    const { elboVariance } = store.state;
    if (frame.view !== "terms" && frame.view !== "bridge") return nothing;
    const parts = frame.view === "terms" ? partsOfTerms(frame, elboVariance) : partsOfBridge(frame, elboVariance);
    return sheetOf(parts, elboVariance, (chosen) => store.patch({ elboVariance: chosen }, { undoable: false }));
  };

  const link = labLink();
  const toVae = ({ oneStepAlphaBar }: BridgeFrame) => {
    // A widget has no other labs.
    if (mode === "widget") return nothing;
    const to = vaeFields(store.state, oneStepAlphaBar);
    return html`<p class="stage-link">${to === null ? words.bridge.toVaeNot : link(to, words.bridge.toVae)}</p>`;
  };

  function heard(): Curve | null {
    const { frame } = scene;
    return frame === null ? null : { ...chart().heard(scene, frame), ...axesOf(chart().axes(scene, frame)) };
  }

  function drawAround(): void {
    const { state } = store;
    const { frame } = scene;
    render(
      html`${segments("elboView", words.views.label, state.elboView, words.views.options, (elboView) => store.patch({ elboView }, { undoable: false }))}
        ${
          state.elboView === "printed"
            ? toggle("elboPrinted", words.printed.toggle, state.elboPrinted, (elboPrinted) =>
                store.patch({ elboPrinted }),
              )
            : nothing
        }
        ${frame === null ? nothing : listenButton(heard, chart().heard(scene, frame).name)}`,
      choices,
    );
    render(
      html`${state.elboView === "bridge" ? bridgePlayer() : player()}
        ${frame === null ? nothing : readingList(chart().readings(scene, frame))}
        ${frame === null ? nothing : sheet(frame)}
        ${frame?.view === "terms" ? termsTable(scene, frame) : nothing}
        ${frame?.view === "bridge" && frame.gap.T === 1 ? toVae(frame) : nothing}
        ${frame === null ? nothing : paragraphs(chart().notes(scene, frame))}`,
      below,
    );
  }

  let written: string[] = [];
  function writeReadings(): void {
    for (const name of written) delete readings.dataset[name];
    const data = readingsForTests(scene);
    Object.assign(readings.dataset, data);
    written = Object.keys(data);
  }

  function update(): void {
    refresh();
    const none = solved.current ? words.empty : words.loading;
    surface.describe(scene.frame === null ? none : chart().sentence(scene, scene.frame));
    surface.invalidate();
    drawAround();
    oneStep.show(scene.frame?.view === "bridge" ? scene.frame.oneStep : null);
    writeReadings();
    reader.update();
    settled(solved.current);
  }
  const unsubscribe = store.subscribe(update);
  update();

  return {
    controls,
    picture: () => (scene.frame === null ? null : surface),
    files: () => filesOf(scene),
    dispose() {
      unsubscribe();
      solved.dispose();
      handles.dispose();
      reader.dispose();
      surface.dispose();
      oneStep.dispose();
      for (const name of written) delete readings.dataset[name];
      root.remove();
      below.remove();
    },
  };
};

const whole = (value: number, most: number) => Math.max(1, Math.min(most, Math.round(value)));
