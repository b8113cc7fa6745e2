// The page's half of the stage: the plot with its drawing tools, the player over t, the lanes and the moments.
import { html, nothing, render } from "lit";
import "./forward.css";
import { announce } from "../../../../host/announce.ts";
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { lockOf } from "../../../../host/restraints.ts";
import { keepSolved, sameRequest } from "../../../../kit/solve-request.ts";
import { readLate } from "../../../../kit/stages/late-reader.ts";
import { paragraphs, segments, toggle } from "../../../../kit/stages/stage-elements.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { Surface } from "../../../../plot/surface.ts";
import { chainPlayer } from "../../chain-player.ts";
import { dataSpec } from "../../data-and-schedule.ts";
import { MAX_POINTS } from "../../fields.ts";
import { forward as words } from "../../messages/forward.en.ts";
import type { DiffusionStage } from "../../stage.ts";
import type { DiffusionState } from "../../state.ts";
import { densityAt, drawBack, drawParticles, drawTool, type HeatMap, heatMapOf, type Layout, layPlot } from "./draw.ts";
import { mountDrawingTools } from "./drawing-tools.ts";
import { filesOf } from "./files.ts";
import { mountLanes } from "./lanes-view.ts";
import { momentsTable } from "./moments.ts";
import { type ForwardFrame, type ForwardRequest, forwardExtent, forwardRequest } from "./request.ts";
import { type Scene, sceneOf, type Tool } from "./scene.ts";
import { readingsForTests } from "./test-readings.ts";

/** Distance of the read-out from what is pointed at, px. */
const AWAY = 14;

/** Whether the picture has been used in this session: then it needs no hint any more. */
let used = false;

export const mount: DiffusionStage = (slots, { store, client, notify, settled }) => {
  const root = document.createElement("div");
  root.className = "stage-frame";
  root.innerHTML = `<div class="stage-choices"></div><div class="stage-canvas forward-canvas" tabindex="0"></div>`;
  slots.plot.append(root);
  const [choices, canvas] = [...root.children] as [HTMLElement, HTMLElement];
  const readout = document.createElement("div");
  readout.className = "forward-readout";
  readout.hidden = true;
  canvas.append(readout);
  const division = () => document.createElement("div");
  const [player, lanesRoot, numbers] = [division(), division(), division()];
  slots.below.append(player, lanesRoot, numbers);
  const readings = slots.plot.closest<HTMLElement>(".picture-view") ?? root;
  const steps = chainPlayer(store, 0, (t) => {
    const alphaBar = scene.frame?.schedule.alphaBar[t - 1];
    return alphaBar === undefined ? "" : format(words.told, { alphaBar: formatNumber(alphaBar) });
  });
  const opened = store.state;

  let tool: Tool = "look";
  /** The extent of the view when a stroke began: it must not change while one is drawn. */
  let frozen: number | null = null;
  let scene: Scene;
  let laid: { look: string; theme: Theme; layout: Layout } | null = null;
  let heat: HeatMap | null = null;

  const solved = keepSolved<DiffusionState, ForwardRequest, ForwardFrame>(store, client, {
    request: forwardRequest,
    changed: () => update(),
  });

  function layout(pen: Pen, size: Size, theme: Theme): Layout {
    const look = [size.width, size.height, scene.walk, scene.viewExtent].join(" ");
    if (laid === null || laid.look !== look || laid.theme !== theme)
      laid = { look, theme, layout: layPlot(pen, size, theme, scene) };
    return laid.layout;
  }

  function refresh(): void {
    scene = sceneOf(store.state, solved.answer, tool, frozen);
    const { frame, request } = scene;
    if (frame === null || request === null) heat = null;
    else if (heat?.of !== frame) heat = heatMapOf(frame, request);
  }
  refresh();

  const surface = new Surface<"back" | "particles" | "tool">(
    canvas,
    {
      back: (pen, size, theme) => {
        const peak = heat === null || scene.empty ? "" : formatNumber(heat.peak, 3);
        drawBack(pen, theme, scene, layout(pen, size, theme), heat, peak);
      },
      particles: (pen, size, theme) => drawParticles(pen, theme, scene, layout(pen, size, theme)),
      tool: (pen, size, theme) =>
        drawTool(pen, theme, scene, layout(pen, size, theme), tools?.place ?? null, tools?.cross ?? false),
    },
    { label: words.describeEmpty, role: "application", oncommit: () => placeReadout() },
  );
  const place = () => (surface.width === 0 ? null : layout(surface.ruler, surface.size, surface.theme));

  function points(): readonly number[] | null {
    const { state } = store;
    if (state.dataset === "own") return state.points;
    const { answer } = solved;
    return answer !== null && sameRequest(answer.request.data, dataSpec(state)) ? [...answer.frame.points] : null;
  }

  const tools = mountDrawingTools({
    store,
    surface,
    layout: place,
    tool: () => tool,
    points,
    viewExtent: () => scene.viewExtent,
    changed() {
      const now = tools.busy ? (frozen ?? forwardExtent(store.state)) : null;
      const moved = now !== frozen;
      frozen = now;
      if (moved) update();
      else surface.invalidate("tool");
      if (tools.cross && tools.place !== null) {
        const { x, y } = tools.place;
        const { frame, request } = scene;
        const value = frame === null || request === null || scene.empty ? null : densityAt(frame, request, tools.place);
        const density = value === null ? words.readout.unknown : `${words.readout.density} ${formatNumber(value)}`;
        announce("cross", format(words.cross, { x: formatNumber(x), y: formatNumber(y), density }));
      }
    },
    done(used, full) {
      const n = store.state.points.length / 2;
      announce("stroke", format(used === "draw" ? words.added : words.removed, { n }));
      if (full) notify(format(words.notes.full, { count: MAX_POINTS }), "plain");
    },
  });

  function placeReadout(): void {
    const at = tools.place;
    const layout = place();
    const { frame, request } = scene;
    const off = at === null || layout === null || frame === null || request === null || scene.empty || tool !== "look";
    readout.hidden = off;
    if (off) return;
    const value = densityAt(frame, request, at);
    readings.dataset.read = value === null ? "" : String(value);
    render(
      html`${words.readout.x} ${formatNumber(at.x)}, ${words.readout.y} ${formatNumber(at.y)}<br /><b>${
        value === null ? words.readout.unknown : `${words.readout.density} ${formatNumber(value)}`
      }</b>`,
      readout,
    );
    const panel = layout.panels[0];
    if (panel === undefined) return;
    const [px, py] = [panel.left + panel.frame.x(at.x), panel.frame.y(at.y)];
    const left = px > surface.width / 2 ? px - AWAY - readout.offsetWidth : px + AWAY;
    const inside = (value: number, room: number) => Math.max(0, Math.min(value, room));
    readout.style.left = `${inside(left, surface.width - readout.offsetWidth)}px`;
    readout.style.top = `${inside(py - readout.offsetHeight / 2, surface.height - readout.offsetHeight)}px`;
  }

  function take(next: Tool): void {
    tool = next;
    // What is drawn are data: at t = 0 they are on show.
    if (next !== "look") store.patch({ t: 0 }, { undoable: false });
    update();
  }
  function clear(): void {
    store.patch({ preset: "own", dataset: "own", points: [] });
    take("draw");
  }

  const lanes = mountLanes(lanesRoot, store);
  const spoken = () => import("./spoken.ts");
  const readers = [
    readLate(canvas, numbers, async () =>
      (await spoken()).spokenOf(
        () => scene,
        () => heat?.peak ?? null,
        () => numbers.querySelector("table"),
      ),
    ),
    readLate(lanes.host, lanesRoot, async () => (await spoken()).lanesSpokenOf(() => scene, lanes)),
  ];

  function drawAround(): void {
    const { tools, notes } = words;
    const { look, draw, erase } = tools;
    const note = { look: "", draw: notes.drawing, erase: notes.erasing }[tool];
    const bare = scene.frame !== null && scene.frame.map === null && !scene.empty ? notes.noDensity : "";
    render(
      html`${segments("tool", tools.label, tool, { look, draw, erase }, take)}
        <button type="button" class="button plain forward-clear" data-action="clear" ?disabled=${scene.empty || lockOf("points") !== null} @click=${clear}>${tools.clear}</button>
        ${toggle("walk", words.walk, store.state.walk, (walk) => store.patch({ walk }))}
        ${used ? nothing : html`<b class="hint">${words.hint}</b>`}`,
      choices,
    );
    render(html`${steps()} ${paragraphs([note, bare].filter((text) => text !== ""))}`, player);
    const { frame, request } = scene;
    render(frame === null || request === null || scene.empty ? nothing : momentsTable(frame, request), numbers);
  }

  function sentence(): string {
    const { frame, request, T, empty } = scene;
    if (empty || frame === null || request === null) return words.describeEmpty;
    return format(words.describe, {
      n: frame.points.length / 2,
      t: request.t,
      T,
      count: request.count,
      walk: frame.walked === null ? "" : words.describeWalk,
      v1: formatNumber(frame.covariance[0] as number),
      v2: formatNumber(frame.covariance[3] as number),
    });
  }

  let wasEmpty = false;
  let drawnLook = "";
  let drawnFrame: ForwardFrame | null = null;
  let written: string[] = [];
  let disposed = false;
  function update(): void {
    // The store still notifies the listeners that were there when the change came that opens another stage.
    if (disposed) return;
    refresh();
    // Without data there is nothing to point at.
    if (scene.empty && !wasEmpty && tool !== "draw") {
      tool = "draw";
      refresh();
    }
    wasEmpty = scene.empty;
    used ||= store.state.t !== opened.t || store.state.points !== opened.points;
    canvas.dataset.tool = tool;
    const look = [scene.walk, scene.viewExtent, scene.tool, scene.empty].join(" ");
    if (look !== drawnLook || scene.frame !== drawnFrame) surface.invalidate();
    else surface.invalidate("tool");
    [drawnLook, drawnFrame] = [look, scene.frame];
    surface.describe(sentence());
    lanes.update(scene);
    drawAround();
    const data = readingsForTests(scene, heat?.peak ?? null);
    Object.assign(readings.dataset, data);
    written = Object.keys(data);
    for (const reader of readers) reader.update();
    settled(solved.current);
  }
  const unsubscribe = store.subscribe(update);
  update();

  return {
    controls: [
      {
        title: words.group,
        controls: [{ field: "forwardCount", ...words.count }],
      },
    ],
    picture: () => (scene.frame === null ? null : surface),
    files: () => filesOf(scene.frame, store.state.preset),
    dispose() {
      disposed = true;
      unsubscribe();
      solved.dispose();
      tools.dispose();
      for (const reader of readers) reader.dispose();
      lanes.dispose();
      surface.dispose();
      for (const name of [...written, "read"]) delete readings.dataset[name];
      root.remove();
      for (const element of [player, lanesRoot, numbers]) element.remove();
    },
  };
};
