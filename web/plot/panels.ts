// Panels of the plane: where they go, what they show, and how clouds of points and densities are drawn in them.

import { mix } from "./colours.ts";
import { drawFrame, type Frame, fitted, fontOf, inFrame, layFrame } from "./frame.ts";
import { label } from "./marks.ts";
import { heatMap } from "./more-marks.ts";
import { type Role, rgb, type Theme } from "./palette.ts";
import type { Pen, Size } from "./pen.ts";
import { saved } from "./pen.ts";

export interface Panel {
  readonly left: number;
  readonly top: number;
  readonly size: Size;
  readonly title: string;
  readonly frame: Frame;
}

const LINE = 20;
const GAP = 12;
/** About what the axes take of a panel, px. */
const AXES = { width: 42, height: 34 } as const;

/** Columns that make panels of the same size the largest squares in an area. */
export function columnsOf(count: number, { width, height }: Size): number {
  let [best, side] = [1, Number.NEGATIVE_INFINITY];
  for (let columns = 1; columns <= count; ++columns) {
    const rows = Math.ceil(count / columns);
    const each = Math.min(
      (width - (columns - 1) * GAP) / columns - AXES.width,
      (height - (rows - 1) * GAP) / rows - LINE - AXES.height,
    );
    if (each > side) [best, side] = [columns, each];
  }
  return best;
}

/** Words for one title, the longest first: the first that fits is taken. */
export type Titles = readonly [string, ...string[]];

const titleFont = (theme: Theme) => fontOf(theme, 13, 600);

/** Panels with these titles below `top`, each over [-halfWidth, halfWidth] squared, one unit as long in both directions. */
export function layPanels(
  pen: Pen,
  size: Size,
  theme: Theme,
  titles: readonly Titles[],
  top: number,
  halfWidth: number,
): Panel[] {
  const area = { width: size.width, height: size.height - top };
  const columns = columnsOf(titles.length, area);
  const rows = Math.ceil(titles.length / columns);
  const width = (area.width - (columns - 1) * GAP) / columns;
  const height = (area.height - (rows - 1) * GAP) / rows;
  pen.font = titleFont(theme);
  const chosen = titles.map(
    (some) => some.find((each) => pen.measureText(each).width <= width - 4) ?? some.at(-1) ?? "",
  );
  return chosen.map((title, k) => {
    const own = { width, height: Math.max(1, height - LINE) };
    const domain = [-halfWidth, halfWidth] as const;
    return {
      left: (k % columns) * (width + GAP),
      top: top + Math.floor(k / columns) * (height + GAP) + LINE,
      ...{ size: own, title },
      frame: layFrame(pen, own, theme, { x: { domain }, y: { domain }, aspect: 1 }),
    };
  });
}

/** Axes, title, and inside of them `draw`, on top of the grid. */
export function drawPanel(pen: Pen, theme: Theme, panel: Panel, draw: (frame: Frame) => void): void {
  saved(pen, () => {
    pen.translate(panel.left, panel.top);
    const { frame } = panel;
    inFrame(pen, frame, () => draw(frame));
    drawFrame(pen, { ...frame, grid: [false, false] }, theme);
    const font = titleFont(theme);
    pen.font = font;
    label(pen, fitted(pen, panel.title, frame.size.width), 4, -LINE / 2 + 4, { font, fill: theme.ink });
  });
}

/** Words at the foot of a panel: what is missing there, and how to get it. They stay readable over points. */
export function drawMissing(pen: Pen, theme: Theme, frame: Frame, lines: readonly string[]): void {
  const room = frame.right - frame.left - 8;
  lines.forEach((text, k) => {
    const font = fontOf(theme, k === 0 ? 15 : 13, k === 0 ? 600 : 400);
    pen.font = font;
    const y = frame.bottom - 14 - (lines.length - 1 - k) * 20;
    const style = { font, fill: k === 0 ? theme.ink : theme.muted, align: "center", halo: theme.surface } as const;
    label(pen, fitted(pen, text, room), (frame.left + frame.right) / 2, y, style);
  });
}

interface Window {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** What a frame shows, as a window for a request. */
export function windowOf({ x, y }: Frame): Window {
  const [x0, x1] = x.domain;
  const [y0, y1] = y.domain;
  return { x0, x1, y0, y1 };
}

/** Share of the colour at the highest density: arrows and points are drawn over it. */
const TINT = 0.42;

/** Densities as a tint of the background; the square root keeps low densities visible. */
export function drawDensity(
  pen: Pen,
  theme: Theme,
  frame: Frame,
  values: Float64Array,
  { x0, x1, y0, y1, width, height }: Window & { readonly width: number; readonly height: number },
  colour: Role = "tube",
): void {
  const most = values.reduce((highest, value) => Math.max(highest, value), 0);
  if (!(most > 0)) return;
  const upright = new Float64Array(values.length);
  for (let row = 0; row < height; ++row)
    upright.set(values.subarray((height - 1 - row) * width, (height - row) * width), row * width);
  const [from, to] = [rgb(theme.surface), rgb(theme[colour])];
  // The outer places are the window's edges: half a cell beyond them on each side is theirs, too.
  const [cellX, cellY] = [(x1 - x0) / (width - 1) / 2, (y1 - y0) / (height - 1) / 2];
  const [left, top] = [frame.x(x0 - cellX), frame.y(y1 + cellY)];
  const area = { x: left, y: top, width: frame.x(x1 + cellX) - left, height: frame.y(y0 - cellY) - top };
  heatMap(pen, area, upright, height, width, (value) => mix(from, to, TINT * Math.sqrt(value / most)), true);
}

/** Points as squares, few to a path: four thousand take two milliseconds, in long paths three. @param xy (n*2) */
export function drawCloud(
  pen: Pen,
  frame: Frame,
  xy: ArrayLike<number>,
  side: number,
  colour: string,
  alpha = 1,
): void {
  const chunk = 64;
  pen.save();
  pen.globalAlpha = alpha;
  pen.fillStyle = colour;
  for (let from = 0; from < xy.length; from += 2 * chunk) {
    pen.beginPath();
    for (let k = from; k < Math.min(xy.length, from + 2 * chunk); k += 2)
      pen.rect(frame.x(xy[k] as number) - side / 2, frame.y(xy[k + 1] as number) - side / 2, side, side);
    pen.fill();
  }
  pen.restore();
}
