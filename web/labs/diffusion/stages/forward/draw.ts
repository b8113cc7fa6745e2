// The plot of the stage: the exact density as a heat map, and the particles over it, in closed form and step by step: side by side
// where there is room, else one over the other.

import { ERASER, type Place } from "../../../../kit/interaction/brush.ts";
import { drawPrompt } from "../../../../kit/main-plot/looks.ts";
import { sequential } from "../../../../plot/colours.ts";
import { formula } from "../../../../plot/formula.ts";
import { drawFrame, type Frame, fontOf, inFrame, layFrame } from "../../../../plot/frame.ts";
import { label, type Shape, symbol, symbols } from "../../../../plot/marks.ts";
import { heatMap } from "../../../../plot/more-marks.ts";
import type { Role, Theme } from "../../../../plot/palette.ts";
import { type Pen, type Size, saved } from "../../../../plot/pen.ts";
import { forward as words } from "../../messages/forward.en.ts";
import type { ForwardFrame, ForwardRequest } from "./request.ts";
import type { Scene } from "./scene.ts";

type Way = "closed" | "walked";

/** How each way's particles look. */
const LOOKS: Readonly<Record<Way, { colour: Role; shape: Shape; radius: number }>> = {
  closed: { colour: "above", shape: "circle", radius: 1.7 },
  walked: { colour: "pair", shape: "cross", radius: 1.9 },
};
/** Below this width two panels would be too small. */
const WIDE = 560;
const BETWEEN = 12;
const LINE = 20;
/** Of the palette: its darker half would hide the particles. */
const DEEPEST = 0.5;
const BAR = { width: 72, height: 9 } as const;

export interface Panel {
  readonly ways: readonly Way[];
  /** Its left edge in the plot; its frame is laid out from there. */
  readonly left: number;
  readonly frame: Frame;
}

export interface Layout {
  readonly panels: readonly Panel[];
  readonly size: Size;
}

export function layPlot(pen: Pen, size: Size, theme: Theme, { walk, viewExtent }: Scene): Layout {
  const apart = walk && size.width >= WIDE;
  const width = apart ? (size.width - BETWEEN) / 2 : size.width;
  const ways: readonly (readonly Way[])[] = apart
    ? [["closed"], ["walked"]]
    : [walk ? ["closed", "walked"] : ["closed"]];
  const domain = [-viewExtent, viewExtent] as const;
  const panels = ways.map((shown, k) => {
    const frame = layFrame(pen, { width, height: size.height }, theme, {
      x: { domain, label: words.axes.x },
      y: { domain, label: words.axes.y },
      top: LINE * (width < WIDE && !apart ? shown.length + 1 : 1) + 2,
      aspect: 1,
    });
    return { ways: shown, left: k * (width + BETWEEN), frame };
  });
  return { panels, size };
}

/** The panel under a pixel, and the place there; null outside all frames. */
export function placeAt({ panels }: Layout, px: number, py: number): { panel: Panel; place: Place } | null {
  for (const panel of panels) {
    const { left, right, top, bottom, x, y } = panel.frame;
    const inside = px - panel.left >= left && px - panel.left <= right && py >= top && py <= bottom;
    if (inside) return { panel, place: { x: x.invert(px - panel.left), y: y.invert(py) } };
  }
  return null;
}

/** q_t at the place of the map nearest to one; null where there is none. */
export function densityAt(frame: ForwardFrame, { window }: ForwardRequest, { x, y }: Place): number | null {
  const { x0, x1, y0, y1, width, height } = window;
  const column = Math.round(((x - x0) / (x1 - x0)) * (width - 1));
  const row = Math.round(((y - y0) / (y1 - y0)) * (height - 1));
  if (frame.map === null || column < 0 || column >= width || row < 0 || row >= height) return null;
  return frame.map[row * width + column] ?? null;
}

/** The largest value of the map, and where row 0 is on top as images have it: once for each answer. */
export interface HeatMap {
  readonly of: ForwardFrame;
  readonly peak: number;
  readonly rows: Float64Array;
}

export function heatMapOf(frame: ForwardFrame, { window: { width, height } }: ForwardRequest): HeatMap | null {
  if (frame.map === null) return null;
  const rows = new Float64Array(width * height);
  let peak = 0;
  for (let row = 0; row < height; ++row) {
    const line = frame.map.subarray(row * width, (row + 1) * width);
    rows.set(line, (height - 1 - row) * width);
    for (const value of line) peak = Math.max(peak, value);
  }
  return { of: frame, peak, rows };
}

function drawHeatMap(pen: Pen, theme: Theme, frame: Frame, { window }: ForwardRequest, { rows, peak }: HeatMap): void {
  if (peak === 0) return;
  const { x0, x1, y0, y1, width, height } = window;
  // A value stands at the middle of its cell, and the outermost ones on the window's edge.
  const [dx, dy] = [(x1 - x0) / (width - 1) / 2, (y1 - y0) / (height - 1) / 2];
  const [left, right] = [frame.x(x0 - dx), frame.x(x1 + dx)];
  const [top, bottom] = [frame.y(y1 + dy), frame.y(y0 - dy)];
  const palette = sequential(theme);
  const colour = (value: number) => palette((value / peak) * DEEPEST);
  heatMap(pen, { x: left, y: top, width: right - left, height: bottom - top }, rows, height, width, colour, true);
}

/** What the colours mean: from none to the largest density. */
function drawBar(pen: Pen, theme: Theme, right: number, y: number, peak: string, name: string): void {
  const font = fontOf(theme, 12);
  const palette = sequential(theme);
  label(pen, peak, right, y, { font, fill: theme.ink, align: "right" });
  pen.font = font;
  const from = right - pen.measureText(peak).width - 6 - BAR.width;
  saved(pen, () => {
    for (let k = 0; k < BAR.width; ++k) {
      const [red, green, blue] = palette((k / (BAR.width - 1)) * DEEPEST).map(Math.round);
      pen.fillStyle = `rgb(${red}, ${green}, ${blue})`;
      pen.beginPath();
      pen.rect(from + k, y - BAR.height / 2, 1, BAR.height);
      pen.fill();
    }
    pen.strokeStyle = theme.edge;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.rect(from - 0.5, y - BAR.height / 2 - 0.5, BAR.width + 1, BAR.height + 1);
    pen.stroke();
  });
  label(pen, words.none, from - 6, y, { font, fill: theme.ink, align: "right" });
  formula(pen, name, from - 20, y, { fill: theme.ink, align: "right" });
}

/** Axes, titles, the density. @param peak the largest density in words; "" where there is none */
export function drawBack(
  pen: Pen,
  theme: Theme,
  scene: Scene,
  layout: Layout,
  heat: HeatMap | null,
  peak: string,
): void {
  const { request } = scene;
  layout.panels.forEach((panel, k) => {
    saved(pen, () => {
      pen.translate(panel.left, 0);
      const { frame } = panel;
      if (heat !== null && request !== null && !scene.empty)
        inFrame(pen, frame, () => drawHeatMap(pen, theme, frame, request, heat));
      drawFrame(pen, frame, theme);
      const narrow = frame.size.width < WIDE;
      panel.ways.forEach((way, line) => {
        // The panel has only so much width: the formula gives way to the bar.
        const last = k === layout.panels.length - 1;
        drawTitle(pen, theme, way, frame.left, LINE * (line + 0.5), narrow && last && layout.panels.length > 1);
      });
      const below = narrow && layout.panels.length === 1;
      if (k === layout.panels.length - 1 && peak !== "") {
        const name = narrow && !below ? words.densityShort : words.density;
        drawBar(pen, theme, frame.right, LINE * (below ? panel.ways.length + 0.5 : 0.5), peak, name);
      }
      if (!scene.empty && scene.frame !== null) return;
      const lines = [words.emptyTitle, words.emptyHint, words.emptyMore];
      if (k === 0) drawPrompt(pen, theme, frame, scene.empty ? lines : [words.loading]);
    });
  });
}

function drawTitle(pen: Pen, theme: Theme, way: Way, left: number, y: number, short: boolean): void {
  const { colour, shape } = LOOKS[way];
  const name = way === "closed" ? words.panels.closedName : words.panels.walkedName;
  const look = shape === "cross" ? { stroke: theme[colour], width: 2 } : { fill: theme[colour] };
  symbol(pen, shape, left + 6, y, 4, look);
  const font = fontOf(theme, 12);
  const text = short ? name.replace(/[:：]$/, "") : name;
  label(pen, text, left + 16, y, { font, fill: theme.ink });
  pen.font = font;
  if (!short)
    formula(pen, words.panels[way], left + 22 + pen.measureText(name).width, y, { fill: theme.ink, size: 14 });
}

export function drawParticles(pen: Pen, theme: Theme, scene: Scene, layout: Layout): void {
  const { frame: answer, empty } = scene;
  if (answer === null || empty) return;
  for (const panel of layout.panels) {
    saved(pen, () => {
      pen.translate(panel.left, 0);
      inFrame(pen, panel.frame, () => {
        for (const way of panel.ways) {
          const at = answer[way];
          if (at === null) continue;
          const { colour, shape, radius } = LOOKS[way];
          const [xs, ys] = split(at);
          // Few of them may well be seen.
          const small = panel.ways.length > 1 ? 0.75 : 1;
          const r = radius * small * (xs.length <= 100 ? 2 : xs.length <= 400 ? 1.4 : 1);
          const faint = scene.tool === "look" ? 0.8 : 0.25;
          const style =
            shape === "cross"
              ? { stroke: theme[colour], width: 1.1, alpha: faint }
              : { fill: theme[colour], alpha: faint };
          symbols(pen, panel.frame, xs, ys, r, shape, style);
        }
      });
    });
  }
}

/** What belongs to the tool: the data points, the circle of the eraser, the keyboard's cross. */
export function drawTool(pen: Pen, theme: Theme, scene: Scene, layout: Layout, at: Place | null, cross: boolean): void {
  layout.panels.forEach((panel, k) => {
    saved(pen, () => {
      pen.translate(panel.left, 0);
      const { frame } = panel;
      inFrame(pen, frame, () => {
        if (scene.points !== null && k === 0) {
          const [xs, ys] = split(scene.points);
          symbols(pen, frame, xs, ys, 2.6, "circle", { fill: theme.ink, stroke: theme.surface, width: 0.8 });
        }
        if (at === null) return;
        const [px, py] = [frame.x(at.x), frame.y(at.y)];
        if (scene.tool === "erase" && k === 0) {
          const r = Math.abs(frame.x(ERASER) - frame.x(0));
          symbol(pen, "circle", px, py, r, { stroke: theme.ink, width: 1.2, dash: [4, 3] });
        }
        if (!cross) return;
        symbol(pen, "plus", px, py, 9, { stroke: theme.surface, width: 4 });
        symbol(pen, "plus", px, py, 9, { stroke: theme.accent, width: 2 });
      });
    });
  });
}

function split(pairs: ArrayLike<number>): [Float64Array, Float64Array] {
  const n = pairs.length / 2;
  const [xs, ys] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; ++i) {
    xs[i] = pairs[2 * i] as number;
    ys[i] = pairs[2 * i + 1] as number;
  }
  return [xs, ys];
}
