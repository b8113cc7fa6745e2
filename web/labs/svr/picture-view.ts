// The main picture on the page: a surface of three layers, its read-out, the line of notes and tools under it.
import { html, nothing, render, svg, type TemplateResult } from "lit";
import { format } from "../../host/messages/format.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { Surface } from "../../plot/surface.ts";
import { Hand } from "./hand.ts";
import { onKey } from "./keys.ts";
import { en } from "./messages/en.ts";
import type { SvrState } from "./model.ts";
import type { Parts } from "./parts.ts";
import { drawBack, drawCursor, drawPoints, drawPrompt, type Layout, layPicture } from "./picture.ts";
import { pointers } from "./pointer.ts";
import { type Scene, sceneOf } from "./scene.ts";
import { FOLLOW, isPinned } from "./window.ts";
import { axisNames, caseName, columnName, notes, readout, sentence, verdictsOf } from "./words.ts";

const words = en.picture;
/** Distance of the read-out from its point, px. */
const AWAY = 14;
const ZOOM = 1.4;

export interface PictureView {
  readonly hand: Hand;
  /** State, answer or path have changed. */
  update(): void;
  toPng(): Promise<Blob>;
  toSvg(): string;
  dispose(): void;
}

/** What the view asks of the lab beyond the shared parts. */
export interface PictureOptions {
  /** Working pair of the iteration on show, as rows of the answer. */
  pair(): readonly [number, number] | null;
}

/** Icons on a 16 x 16 grid, drawn as lines. */
const ICONS = {
  remove: svg`<path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.6M9.2 7v3.6" />`,
  all: svg`<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />`,
  out: svg`<path d="M3 8h10" />`,
  in: svg`<path d="M3 8h10M8 3v10" />`,
};

/** Always all of them: the row keeps its height, and so does the picture above it. */
function buttons(hand: Hand, state: Readonly<SvrState>): TemplateResult {
  const button = (tool: keyof typeof ICONS, name: string, act: () => void, off = false) => html`
    <button type="button" class="button icon" data-tool=${tool} aria-label=${name} title=${name} ?disabled=${off} @click=${act}>
      <svg viewBox="0 0 16 16" aria-hidden="true">${ICONS[tool]}</svg>
    </button>
  `;
  return html`
    <div class="svr-tools" role="group" aria-label=${words.toolbar}>
      ${button("remove", words.remove, () => hand.remove(hand.selected), hand.selected < 0)}
      ${button("all", words.reset, () => hand.showAll(), !isPinned(state))}
      ${button("out", words.zoomOut, () => hand.zoom(ZOOM))}
      ${button("in", words.zoomIn, () => hand.zoom(1 / ZOOM))}
    </div>
  `;
}

/** Which plane the data is drawn in. */
function planeChoice(parts: Parts, state: Readonly<SvrState>): TemplateResult {
  const look = (change: Partial<SvrState>) => parts.context.store.patch({ ...change, ...FOLLOW }, { undoable: false });
  const choose = (event: Event) => look({ plot: (event.target as HTMLSelectElement).value as SvrState["plot"] });
  const column = (event: Event) => look({ column: Number((event.target as HTMLSelectElement).value) });
  return html`
    <div class="svr-plane">
      <label>
        <span class="visually-hidden">${words.viewAs}</span>
        <select class="select" data-field="plot" @change=${choose}>
          ${(["column", "predicted"] as const).map(
            (plot) => html`<option value=${plot} ?selected=${plot === state.plot}>${words.views[plot]}</option>`,
          )}
        </select>
      </label>
      ${
        state.d > 1 && state.plot === "column"
          ? html`<label>
              <span class="visually-hidden">${words.column}</span>
              <select class="select" data-field="column" @change=${column}>
                ${Array.from(
                  { length: state.d },
                  (_, k) => html`<option value=${k} ?selected=${k === state.column}>${columnName(state, k)}</option>`,
                )}
              </select>
            </label>`
          : nothing
      }
    </div>
  `;
}

/** Put the picture into its slot. */
export function mountPicture(slot: HTMLElement, parts: Parts, options: PictureOptions): PictureView {
  const { store } = parts.context;
  const root = document.createElement("div");
  root.className = "svr-picture";
  root.innerHTML = `<div class="svr-stage"><div class="svr-canvas" tabindex="0"></div><div class="svr-readout" hidden></div></div>
    <div class="svr-under"></div><div class="visually-hidden" aria-live="polite"></div>`;
  slot.append(root);
  const part = (name: string) => root.querySelector<HTMLElement>(name) as HTMLElement;
  const [canvas, box, under, voice] = [
    part(".svr-canvas"),
    part(".svr-readout"),
    part(".svr-under"),
    part("[aria-live]"),
  ];
  canvas.setAttribute("aria-roledescription", words.role);

  let scene: Scene = sceneOf(store.state, parts.answer, options.pair());
  let laid: { scene: Scene; size: Size; theme: Theme; layout: Layout } | null = null;

  /** The layout for a drawing; all pens measure texts alike, so one serves them all. */
  function layout(pen: Pen, size: Size, theme: Theme): Layout {
    const fresh =
      laid !== null &&
      laid.scene === scene &&
      laid.theme === theme &&
      laid.size.width === size.width &&
      laid.size.height === size.height;
    if (laid === null || !fresh)
      laid = { scene, size, theme, layout: layPicture(pen, size, theme, scene, axisNames(store.state)) };
    return laid.layout;
  }

  const surface = new Surface(
    canvas,
    {
      back: (pen, size, theme) => {
        const at = layout(pen, size, theme);
        drawBack(pen, theme, scene, at);
        if (store.state.y.length > 0) return;
        const hint = store.state.plot === "column" ? words.emptyHint : words.emptyPredicted;
        drawPrompt(pen, theme, at, [words.emptyTitle, hint]);
      },
      points: (pen, size, theme) => drawPoints(pen, theme, scene, layout(pen, size, theme)),
      cursor: (pen, size, theme) => drawCursor(pen, theme, scene, layout(pen, size, theme), hand),
    },
    { label: "", role: "application", oncommit: () => placeReadout() },
  );
  const frame = () => layout(surface.ruler, surface.size, surface.theme).frame;

  const hand = new Hand({
    store,
    frame,
    scene: () => scene,
    moved: () => {
      surface.invalidate("cursor");
      drawUnder();
    },
    say: (text) => {
      voice.textContent = text;
    },
    notify: (text) => parts.context.notify(text, "plain"),
  });

  function placeReadout(): void {
    const about = hand.point >= 0 ? hand.point : hand.selected;
    const [x, y] = [scene.x[about], scene.y[about]];
    const off = x === undefined || y === undefined || Number.isNaN(x) || surface.width === 0;
    box.hidden = off;
    if (off) return;
    const rows = readout(store.state, scene, parts.answer, about);
    const name = caseName(scene, about);
    render(
      html`<p><b>${format(words.readout.heading, { i: about + 1 })}</b> <span>${name}</span></p>
        <dl>${rows.map((row) => html`<div><dt>${row.name}</dt><dd>${row.value}</dd></div>`)}</dl>`,
      box,
    );
    const at = frame();
    const [px, py] = [at.x(x), at.y(y)];
    // To the side with more room, and never outside the picture.
    const left = px > surface.width / 2 ? px - AWAY - box.offsetWidth : px + AWAY;
    const top = py - box.offsetHeight / 2;
    const inside = (value: number, room: number) => Math.max(0, Math.min(value, room));
    box.style.left = `${inside(left, surface.width - box.offsetWidth)}px`;
    box.style.top = `${inside(top, surface.height - box.offsetHeight)}px`;
  }

  let said = "";
  function drawUnder(): void {
    const { state } = store;
    const lines = notes(state, scene);
    // Most changes are moves of a point, which say nothing new here.
    const key = JSON.stringify([
      lines,
      state.plot,
      state.column,
      state.xNames,
      state.d,
      hand.selected,
      isPinned(state),
    ]);
    if (key === said) return;
    said = key;
    render(
      html`${planeChoice(parts, state)}
        <p class="svr-notes">${lines.map((line) => html`<span>${line}</span> `)}</p>
        ${buttons(hand, state)}`,
      under,
    );
  }

  /** What tests read, and style sheets may. */
  function mark(): void {
    const { answer } = parts;
    root.dataset.n = String(store.state.y.length);
    root.dataset.current = String(parts.current);
    root.dataset.cases = scene.counts.join(" ");
    root.dataset.pending = String(scene.pending);
    root.dataset.verdicts = verdictsOf(answer);
    root.dataset.iterations = String(answer?.frame.solution.report.iterations ?? 0);
    root.dataset.converged = String(answer?.frame.solution.report.converged ?? false);
  }

  let drawn = { answer: parts.answer, names: "" };
  /** Whether axes, legend, fit and slack are as they were: while a point is dragged between two answers they are. */
  function sameBack(before: Scene, now: Scene): boolean {
    const { x, y } = axisNames(store.state);
    const look = (of: Scene) =>
      JSON.stringify([of.window, of.counts, of.pending === of.x.length, of.x.length, of.lift]);
    const known = { answer: parts.answer, names: JSON.stringify([x, y, store.state.plot, store.state.column]) };
    const same = known.answer === drawn.answer && known.names === drawn.names && look(before) === look(now);
    drawn = known;
    return same;
  }

  let shownAnswer = parts.answer;
  let shown = store.state;
  function update(): void {
    const { state } = store;
    const before = scene;
    scene = sceneOf(state, parts.answer, options.pair());
    // Other data altogether (a preset, an import): nothing of the old is held any longer.
    if (state.d !== shown.d || Math.abs(state.y.length - shown.y.length) > 1) hand.clear();
    else if (state.point !== shown.point && state.y === shown.y) hand.adopt(state.point);
    shown = state;
    hand.follow();
    if (sameBack(before, scene)) surface.invalidate("points", "cursor");
    else surface.invalidate();
    if (parts.answer !== shownAnswer) {
      shownAnswer = parts.answer;
      surface.flush();
      root.dataset.frames = String(Number(root.dataset.frames ?? 0) + 1);
    }
    surface.describe(sentence(state, scene, parts.answer));
    mark();
    drawUnder();
  }

  const key = (event: KeyboardEvent) => {
    if (!onKey(hand, scene, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const blur = () => {
    hand.drop();
    if (hand.cross !== null) hand.clear();
  };
  canvas.addEventListener("keydown", key);
  canvas.addEventListener("blur", blur);
  const unpoint = pointers(surface, hand, frame);
  update();

  return {
    hand,
    update,
    toPng: () => surface.toPng(2),
    toSvg: () => surface.toSvg(),
    dispose() {
      unpoint();
      surface.dispose();
      root.remove();
    },
  };
}
