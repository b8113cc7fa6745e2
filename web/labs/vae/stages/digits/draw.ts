// The plot of the stage: x_t and, beside or below it, the x_0 predicted from it: the same samples at the same places of two grids.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import {
  drawInkBar,
  drawInkGrid,
  drawInkRing,
  INK_BAR,
  type InkGrid,
  inkAt,
  inkPlace,
  inkRows,
  layInkGrid,
} from "../../../../kit/charts/ink-grid.ts";
import { drawLegend, type Legend, type LegendItem, layLegend } from "../../../../kit/charts/legend.ts";
import { formula, formulaWidth } from "../../../../plot/formula.ts";
import { fontOf } from "../../../../plot/frame.ts";
import { label } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { type Pen, type Size, saved } from "../../../../plot/pen.ts";
import { digits as words } from "../../messages/digits.en.ts";
import type { Heading } from "./arrange.ts";
import { knownEdges } from "./mask.ts";
import type { Scene } from "./scene.ts";

const SIDE = 8;
const TITLE = 22;
const BETWEEN = 20;
const MARGIN = 8;
/** Above the legend. */
const ABOVE = 6;
/** Of a heading. */
const LINE = 16;
/** A row whose cells would be smaller is broken, px. */
const LEAST = 44;

export interface Panel {
  readonly what: "x" | "x0";
  readonly left: number;
  /** Where its room ends. */
  readonly right: number;
  readonly top: number;
  readonly grid: InkGrid;
}

export interface Layout {
  readonly panels: readonly Panel[];
  readonly legend: Legend;
}

export function headingText(heading: Heading): string {
  switch (heading.kind) {
    case "class":
      return format(words.headings.class, { label: heading.label });
    case "guidance":
      return format(words.headings.guidance, { guidance: formatNumber(heading.guidance) });
    case "end":
      return words.headings[heading.end];
    case "none":
      return "";
  }
}

function legendItems({ mask, picked }: Scene): LegendItem[] {
  return [
    ...(mask === null ? [] : [{ swatch: { line: "upper" } as const, text: words.legend.known }]),
    ...(picked < 0 ? [] : [{ swatch: { line: "accent" } as const, text: words.legend.picked }]),
  ];
}

/** Both grids, side by side or one above the other: whichever makes the images larger. */
export function layPlot(pen: Pen, size: Size, theme: Theme, scene: Scene): Layout {
  const { arrangement } = scene;
  const { columns, count, breaks, columnHeadings, rowHeadings } = arrangement;
  pen.font = fontOf(theme, 12);
  const aside = rowHeadings.reduce((most, each) => Math.max(most, pen.measureText(headingText(each)).width + 8), 0);
  const above = TITLE + (columnHeadings.length > 0 ? LINE : 0);
  const legend = layLegend(pen, Math.max(60, size.width - INK_BAR.width - 60), theme, legendItems(scene));
  const top = ABOVE + Math.max(INK_BAR.height, legend.height) + 6;
  const room = { width: size.width - 2 * MARGIN, height: size.height - top - 4 };
  const layout = (beside: boolean, whole: boolean) => {
    const width = beside ? (room.width - BETWEEN) / 2 : room.width;
    const height = beside ? room.height : (room.height - BETWEEN) / 2;
    const area = { left: 0, top: 0, width: width - aside, height: height - above };
    if (whole) return { width, grid: layInkGrid(area, count, SIDE, columns) };
    return { width, grid: layInkGrid({ ...area, height: area.height - LINE }, count, SIDE) };
  };
  const rows = [layout(true, true), layout(false, true)] as const;
  const whole = breaks !== true || rows.some(({ grid }) => grid.cell >= LEAST);
  const [beside, stacked] = whole ? rows : [layout(true, false), layout(false, false)];
  // A broken row is read from left to right over the whole width.
  const wide = whole && beside.grid.cell >= stacked.grid.cell;
  const { width, grid } = wide ? beside : stacked;
  const own = aside + grid.columns * grid.cell;
  const high = above + inkRows(grid) * grid.cell + (whole ? 0 : LINE);
  // What is left over stands more below than above.
  const spare = Math.max(0, room.height - (wide ? high : 2 * high + BETWEEN)) / 3;
  const panels = (["x", "x0"] as const).map((what, k): Panel => {
    // Narrow grids stand in the middle of their half.
    const left = MARGIN + (wide ? k * (width + BETWEEN) : 0) + Math.max(0, (width - own) / 2);
    const from = top + spare + (wide ? 0 : k * (high + BETWEEN));
    const right = MARGIN + width + (wide ? k * (width + BETWEEN) : 0);
    return { what, left, right, top: from, grid: { ...grid, left: left + aside, top: from + above } };
  });
  return { panels, legend };
}

/** The sample at a place, in either grid; -1 for none. */
export function sampleAt({ panels }: Layout, px: number, py: number): number {
  for (const { grid } of panels) {
    const k = inkAt(grid, px, py);
    if (k >= 0) return k;
  }
  return -1;
}

function drawTitle(pen: Pen, theme: Theme, { what, left, right, top }: Panel, { state, lastPrediction }: Scene): void {
  if (state === null) return;
  const y = top + TITLE / 2;
  const symbol = what === "x" ? words.panels.x : words.panels.x0;
  formula(pen, symbol, left, y, { fill: theme.ink, size: 15 });
  const at = left + formulaWidth(pen, symbol, 15) + 8;
  const t = what === "x0" && state.t === 0 ? lastPrediction : state.t;
  const full =
    what === "x"
      ? t === 0
        ? words.panels.ends
        : words.panels.xText
      : state.t === 0
        ? words.panels.x0End
        : words.panels.x0Text;
  const font = fontOf(theme, 12);
  pen.font = font;
  const text = format(full, { t });
  const fits = at + pen.measureText(text).width <= right;
  label(pen, fits ? text : format(words.panels.short, { t }), at, y, { font, fill: theme.ink });
}

function drawHeadings(pen: Pen, theme: Theme, { left, grid }: Panel, { arrangement }: Scene): void {
  const style = { font: fontOf(theme, 12), fill: theme.muted } as const;
  const image = SIDE * grid.pixel;
  arrangement.columnHeadings.forEach((heading, k) => {
    const { x, y } = inkPlace(grid, k);
    // Above an image of a later row stands another.
    const at = k < grid.columns ? y - 9 : y + image + 9;
    label(pen, headingText(heading), x + image / 2, at, { ...style, align: "center" });
  });
  arrangement.rowHeadings.forEach((heading, row) => {
    const { y } = inkPlace(grid, row * grid.columns);
    label(pen, headingText(heading), left, y + image / 2, style);
  });
}

/** Along the border between known and unknown pixels, in every image. */
function drawKnown(pen: Pen, theme: Theme, grid: InkGrid, mask: readonly number[]): void {
  const edges = knownEdges(mask);
  saved(pen, () => {
    pen.strokeStyle = theme.upper;
    pen.lineWidth = grid.pixel >= 3 ? 2 : 1.25;
    pen.lineCap = "square";
    pen.beginPath();
    for (let k = 0; k < grid.count; ++k) {
      const { x, y } = inkPlace(grid, k);
      for (const [x0, y0, x1, y1] of edges) {
        pen.moveTo(x + x0 * grid.pixel, y + y0 * grid.pixel);
        pen.lineTo(x + x1 * grid.pixel, y + y1 * grid.pixel);
      }
    }
    pen.stroke();
  });
}

/** What only a new run changes. */
export function drawBack(pen: Pen, size: Size, theme: Theme, scene: Scene, { panels, legend }: Layout): void {
  const font = fontOf(theme, 12);
  saved(pen, () => {
    pen.translate(0, ABOVE);
    pen.font = font;
    label(pen, words.legend.ink, MARGIN, 8, { font, fill: theme.ink });
    const bar = MARGIN + pen.measureText(words.legend.ink).width + 6;
    drawInkBar(pen, theme, bar, 0);
    drawLegend(pen, legend, Math.min(size.width, bar + INK_BAR.width + 16), theme);
  });
  for (const panel of panels) drawHeadings(pen, theme, panel, scene);
}

/** What each step changes. @param cursor the sample under the pointer or the keyboard's place, -1 for none */
export function drawSamples(pen: Pen, theme: Theme, scene: Scene, { panels }: Layout, cursor: number): void {
  const { state, mask, picked } = scene;
  for (const panel of panels) {
    const { what, grid } = panel;
    drawTitle(pen, theme, panel, scene);
    if (state !== null) drawInkGrid(pen, theme, grid, what === "x" ? state.x : state.x0);
    if (state !== null && mask !== null) drawKnown(pen, theme, grid, mask);
    drawInkRing(pen, grid, picked, theme.accent, 3);
    if (cursor !== picked) drawInkRing(pen, grid, cursor, theme.ink, 2);
  }
}
