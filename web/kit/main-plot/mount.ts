// The main plot on the page: a surface of three layers, the read-out, and the line of notes and tools below. The lab gives what is
// drawn and said; updates, mouse, touch and keys are the same in all labs.
import { html, nothing, render, svg, type TemplateResult } from "lit";
import "./main-plot.css";
import { announce } from "../../host/announce.ts";
import { format } from "../../host/messages/format.ts";
import { ghost } from "../../host/predict/ghost.ts";
import { isHidden, lockOf } from "../../host/restraints.ts";
import type { Frame } from "../../plot/frame.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { Surface } from "../../plot/surface.ts";
import { Controller, HEAVIER } from "../interaction/controller.ts";
import { pointers } from "../interaction/pointer.ts";
import { en } from "../messages/en.ts";
import type { Edits } from "../points/edits.ts";
import type { PageContext } from "../points/page-context.ts";
import { type Reading, verdictsOf } from "../points/words.ts";
import { listenButton } from "../sound/button.ts";
import type { Curve } from "../sound/curve.ts";
import { type Cursor, drawCursor, drawPrompt } from "./looks.ts";
import type { Reader, Spoken } from "./reader.ts";
import { outsideOf, type PointScene } from "./scene.ts";
import type { Badge } from "./unconverged.ts";
import { isPinned } from "./window.ts";

const words = en.picture;
/** Distance of the read-out from its point, px. */
const AWAY = 14;
const ZOOM = 1.4;
/** By then the page has come to rest, and what is not seen does not hold up what is, ms. */
const AT_REST = 8000;

/** What a lab puts into its main plot. All of it is called again after each change of the state or the answer. */
export interface MainPlot<Scene extends PointScene, Layout extends { readonly frame: Frame }> {
  readonly edits: Edits;
  scene(): Scene;
  /** Where everything goes; all pens measure texts alike. */
  lay(pen: Pen, size: Size, theme: Theme, scene: Scene): Layout;
  /** Axes, legend and what a new answer changes. */
  back(pen: Pen, theme: Theme, scene: Scene, layout: Layout): void;
  /** The points and what else the state changes. */
  points(pen: Pen, theme: Theme, scene: Scene, layout: Layout): void;
  /** What the lab marks of the cursor, besides rings around points. */
  cursor?(pen: Pen, theme: Theme, layout: Layout, cursor: Cursor): void;
  /** What to do in an empty plot, a sentence. */
  hint(): string;
  /** Which KKT case a point is, in words, and everything known of it. */
  readout(scene: Scene, i: number): { readonly name: string; readonly rows: readonly Reading[] };
  /** A point in one sentence. */
  announce(scene: Scene, i: number): string;
  /** Notes below the plot, about what may surprise. */
  notes(scene: Scene): readonly string[];
  /** What the plot shows, for users of screen readers. */
  sentence(scene: Scene): string;
  /** What else is said to them. */
  spoken(): Promise<Spoken<Scene>>;
  /** The curve that can be listened to and walked along, where the lab has one; null while there is none. */
  curve?(scene: Scene, frame: Frame): Curve | null;
  /** Choices below the plot: what its axes are. */
  choices(): TemplateResult;
  /** Differs whenever axes, legend, choices or the back layer differ for another reason than the window and the answer. */
  key(scene: Scene): string;
}

export interface MountedMainPlot {
  /** State, answer or path have changed. */
  update(): void;
  readonly surface: Surface;
  dispose(): void;
}

/** Icons on a 16 x 16 grid, drawn as lines. */
const ICONS = {
  remove: svg`<path d="M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.6M9.2 7v3.6" />`,
  lighter: svg`<circle cx="8" cy="8" r="2" /><path d="M8 1v3M6.5 2.5L8 4l1.5-1.5M8 15v-3M6.5 13.5L8 12l1.5 1.5" />`,
  heavier: svg`<circle cx="8" cy="8" r="3.5" /><path d="M8 4V1M6.5 2.5L8 1l1.5 1.5M8 12v3M6.5 13.5L8 15l1.5-1.5" />`,
  all: svg`<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />`,
  out: svg`<path d="M3 8h10" />`,
  in: svg`<path d="M3 8h10M8 3v10" />`,
};

/** Always all of them: the row keeps its height, and so does the plot above it. */
function tools(controller: Controller, pinned: boolean, listen: TemplateResult | typeof nothing): TemplateResult {
  const none = controller.selected < 0;
  const button = (tool: keyof typeof ICONS, name: string, act: () => void, off = false) => html`
    <button type="button" class="button icon" data-tool=${tool} aria-label=${name} title=${name} ?disabled=${off} @click=${act}>
      <svg viewBox="0 0 16 16" aria-hidden="true">${ICONS[tool]}</svg>
    </button>
  `;
  return html`
    <div class="picture-tools" role="group" aria-label=${words.toolbar}>
      ${listen}
      ${
        controller.weighs
          ? html`${button("lighter", words.lighter, () => controller.weigh(controller.selected, 1 / HEAVIER), none)}
            ${button("heavier", words.heavier, () => controller.weigh(controller.selected, HEAVIER), none)}`
          : nothing
      }
      ${button("remove", words.remove, () => controller.remove(controller.selected), none)}
      ${button("all", words.reset, () => controller.showAll(), !pinned)}
      ${button("out", words.zoomOut, () => controller.zoom(ZOOM))}
      ${button("in", words.zoomIn, () => controller.zoom(1 / ZOOM))}
    </div>
  `;
}

/** A drop-down list below the plot. @param options value and text */
export function choice(
  field: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, text: string])[],
  choose: (value: string) => void,
): TemplateResult | typeof nothing {
  if (isHidden(field)) return nothing;
  const lock = lockOf(field);
  return html`<label title=${lock ?? nothing}>
    <span class="visually-hidden">${label}</span>
    <select class="select" data-field=${field} ?disabled=${lock !== null} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}
    </select>
  </label>`;
}

/** Put the main plot into its slot. */
export function mountMainPlot<Scene extends PointScene, Layout extends { readonly frame: Frame }>(
  slot: HTMLElement,
  page: PageContext,
  plot: MainPlot<Scene, Layout>,
): MountedMainPlot {
  const { store } = page.context;
  const root = document.createElement("div");
  root.className = "picture-view";
  root.innerHTML = `<div class="picture-stage"><div class="picture-canvas" tabindex="0"></div><div class="picture-readout" hidden></div><div class="picture-badge" hidden></div></div>
    <div class="picture-under"></div>`;
  slot.append(root);
  const part = (name: string) => root.querySelector<HTMLElement>(name) as HTMLElement;
  const [canvas, box, badge, under] = [
    part(".picture-canvas"),
    part(".picture-readout"),
    part(".picture-badge"),
    part(".picture-under"),
  ];
  canvas.setAttribute("aria-roledescription", words.role);

  let scene: Scene = plot.scene();
  let reader: Reader | null = null;
  let laid: { scene: Scene; size: Size; theme: Theme; layout: Layout } | null = null;

  /** The layout for a drawing; one serves all layers and pens. */
  function layout(pen: Pen, size: Size, theme: Theme): Layout {
    const fresh =
      laid !== null &&
      laid.scene === scene &&
      laid.theme === theme &&
      laid.size.width === size.width &&
      laid.size.height === size.height;
    if (laid === null || !fresh) laid = { scene, size, theme, layout: plot.lay(pen, size, theme, scene) };
    return laid.layout;
  }

  const surface = new Surface(
    canvas,
    {
      back: (pen, size, theme) => {
        const at = layout(pen, size, theme);
        plot.back(pen, theme, scene, at);
        if (scene.x.length === 0) drawPrompt(pen, theme, at.frame, [words.emptyTitle, plot.hint()]);
      },
      points: (pen, size, theme) => plot.points(pen, theme, scene, layout(pen, size, theme)),
      cursor: (pen, size, theme) => {
        const at = layout(pen, size, theme);
        drawCursor(pen, theme, at.frame, scene, controller);
        plot.cursor?.(pen, theme, at, controller);
        ghost.draw?.(pen, theme, at.frame, scene);
        reader?.draw(pen, theme, at.frame);
      },
    },
    { label: "", role: "application", oncommit: place },
  );
  const frame = () => layout(surface.ruler, surface.size, surface.theme).frame;
  ghost.plot = { redraw: () => surface.invalidate("cursor"), where: () => ({ frame: frame(), points: scene }) };

  const say = (text: string) => announce("picture", text);
  const controller = new Controller({
    store,
    edits: plot.edits,
    selection: page.selection,
    frame,
    scene: () => scene,
    announce: (i) => plot.announce(scene, i),
    moved: () => {
      surface.invalidate("cursor");
      drawUnder();
    },
    say,
    notify: (text) => page.context.notify(text, "plain"),
  });

  function placeReadout(): void {
    const about = controller.point >= 0 ? controller.point : controller.selected;
    const [x, y] = [scene.x[about], scene.y[about]];
    // Beside a point that is being moved it would hide what the move changes.
    const off = controller.lifted >= 0 || x === undefined || y === undefined || Number.isNaN(x) || surface.width === 0;
    box.hidden = off;
    if (off) return;
    const { name, rows } = plot.readout(scene, about);
    render(
      html`<p><b>${format(words.heading, { i: about + 1 })}</b> <span>${name}</span></p>
        <dl>${rows.map((row) => html`<div><dt>${row.name}</dt><dd>${row.value}</dd></div>`)}</dl>`,
      box,
    );
    const at = frame();
    const [px, py] = [at.x(x), at.y(y)];
    // On the side with more room, and never outside the plot.
    const left = px > surface.width / 2 ? px - AWAY - box.offsetWidth : px + AWAY;
    const top = py - box.offsetHeight / 2;
    const inside = (value: number, room: number) => Math.max(0, Math.min(value, room));
    box.style.left = `${inside(left, surface.width - box.offsetWidth)}px`;
    // Not over the legend, which says what the point's look means.
    box.style.top = `${Math.max(at.top, inside(top, surface.height - box.offsetHeight))}px`;
  }

  function place(): void {
    placeReadout();
    // How much of the plane is seen depends on the size of the plot.
    drawUnder();
    const { left, right, top } = frame();
    badge.style.left = `${left}px`;
    badge.style.top = `${top}px`;
    badge.style.maxWidth = `${right - left - 16}px`;
  }

  let unconverged: Promise<Badge> | null = null;
  /** An iterate of a run that takes long, or where it ended before its tolerance. */
  const isUnconverged = () => page.answer?.frame.solution.report.converged === false;
  /** Most answers are optima: what is said of the others is loaded for the first of them. */
  function updateBadge(): void {
    if (isUnconverged()) unconverged ??= import("./unconverged.ts").then(({ mountBadge }) => mountBadge(badge, page));
    void unconverged?.then(({ update }) => update());
  }

  let underKey = "";
  function drawUnder(): void {
    const seen = surface.width === 0 ? scene.window : { x: frame().x.domain, y: frame().y.domain };
    const lines = plot.notes({ ...scene, outside: outsideOf(scene, seen) });
    const pinned = isPinned(store.state);
    // Most changes are moves of a point, which say nothing new here.
    // Until the first edit, in a view where points can be dragged and added.
    const hint = !controller.used && !controller.fixed && plot.edits.add(store.state, 0, 0) !== null;
    const { placed } = controller;
    const key = JSON.stringify([lines, plot.key(scene), controller.selected, pinned, hint, placed]);
    if (key === underKey) return;
    underKey = key;
    render(
      html`<div class="picture-choices">${plot.choices()}</div>
        <p class="picture-notes">
          ${placed >= 0 ? html`<b class="hint">${format(words.place, { i: placed + 1 })}</b> ` : hint ? html`<b class="hint">${words.hint}</b> ` : nothing}${lines.map((line) => html`<span>${line}</span> `)}
        </p>
        ${tools(controller, pinned, plot.curve ? listenButton(() => plot.curve?.(scene, frame())) : nothing)}`,
      under,
    );
  }

  /** Values that tests read. */
  function writeTestReadings(): void {
    const { answer } = page;
    const report = answer?.frame.solution.report;
    root.dataset.n = String(scene.x.length);
    root.dataset.current = String(page.current);
    root.dataset.cases = scene.counts.join(" ");
    root.dataset.pending = String(scene.pending);
    root.dataset.verdicts = verdictsOf(answer?.frame);
    root.dataset.iterations = String(report?.iterations ?? 0);
    root.dataset.converged = String(report?.converged ?? false);
  }

  let drawn = { answer: page.answer, key: "" };
  /** Whether the back layer is as it was: it is while a point is dragged between two answers. */
  function sameBack(): boolean {
    const n = scene.x.length;
    const key = JSON.stringify([scene.window, scene.counts, scene.pending === n, n, plot.key(scene)]);
    const same = page.answer === drawn.answer && key === drawn.key;
    drawn = { answer: page.answer, key };
    return same;
  }

  let shownAnswer = page.answer;
  function update(): void {
    scene = plot.scene();
    controller.follow();
    if (sameBack()) surface.invalidate("points", "cursor");
    else surface.invalidate();
    if (page.answer !== shownAnswer) {
      shownAnswer = page.answer;
      surface.flush();
      root.dataset.frames = String(Number(root.dataset.frames ?? 0) + 1);
    }
    surface.describe(plot.sentence(scene) + (isUnconverged() ? words.unconverged : ""));
    writeTestReadings();
    updateBadge();
    drawUnder();
    reader?.update();
  }

  let reading: Promise<Reader> | null = null;
  /** Keys, and what is not seen: loaded when the plot has the focus, or once the page has come to rest. */
  function read(): Promise<Reader> {
    reading ??= Promise.all([import("./reader.ts"), plot.spoken()]).then(([{ mountReader }, spoken]) => {
      reader = mountReader({
        ...{ surface, controller, spoken, frame, say },
        scene: () => scene,
        curve: () => plot.curve?.(scene, frame()) ?? null,
      });
      return reader;
    });
    reading.catch(() => {
      // Tried again at the next key.
      reading = null;
    });
    return reading;
  }
  const resting = setTimeout(read, AT_REST);
  canvas.addEventListener("focus", read);
  const key = (event: KeyboardEvent) => {
    if (reader === null) {
      // The first keys wait until it is here; what belongs to the page or the browser does not.
      if (event.ctrlKey || event.metaKey || event.altKey || /^(Tab|Shift|\?)$/.test(event.key)) return;
      read().then(({ key }) => key(event));
    } else if (!reader.key(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const blur = () => {
    reader?.leave();
    controller.drop();
    if (controller.placed >= 0) controller.letGo();
    if (controller.cross !== null) controller.clear();
  };
  canvas.addEventListener("keydown", key);
  canvas.addEventListener("blur", blur);
  const unpoint = pointers(surface, controller, frame);
  update();

  return {
    update,
    surface,
    dispose() {
      ghost.plot = null;
      clearTimeout(resting);
      unpoint();
      reader?.dispose();
      // A canvas that has the focus loses it here, and what that changes is drawn.
      root.remove();
      surface.dispose();
    },
  };
}
