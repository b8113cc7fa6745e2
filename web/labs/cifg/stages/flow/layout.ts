// Where things are: a legend, and for each cell a title, a chart, and under it the heat maps of its gates on the same
// steps.
import { type Legend, type LegendItem, layLegend } from "../../../../kit/charts/legend.ts";
import { sequential } from "../../../../plot/colours.ts";
import { type Frame, layFrame } from "../../../../plot/frame.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen, Size } from "../../../../plot/pen.ts";
import { flow as words } from "../../messages/flow.en.ts";
import { tickText } from "./log-number.ts";
import { CELLS, type CellName, decadesWithin, domainOf, LINES, type Scene } from "./scene.ts";

/** An area, px of the block. */
export interface Strip {
  readonly gate: "f" | "i";
  readonly top: number;
  readonly height: number;
}

export interface Block {
  readonly cell: CellName;
  /** Where it is in the drawing, px. */
  readonly left: number;
  readonly top: number;
  /** The chart, px of the block. */
  readonly frame: Frame;
  readonly strips: readonly Strip[];
}

export interface Layout {
  readonly legend: Legend;
  readonly blocks: readonly [Block, Block];
}

/** Below this width the two cells stand one below the other, px. */
const BESIDE = 600;
const GAP = 20;
export const TITLE = 22;
/** Above a heat map: its name. */
export const NAME = 21;
/** Below the last one, px. */
const FOOT = 6;
/** Share of a block's height that the chart takes. */
const CHART = 0.56;
/** A row of a heat map needs no more than this, px. */
const MOST_ROW = 16;

export function legendOf({ answer, view }: Scene): LegendItem[] {
  // What is measured first.
  const order = [...LINES[view]].sort((a, b) => b.width - a.width);
  const lines = order.map(({ text, colour, dash }): LegendItem => ({ swatch: { line: colour, dash }, text }));
  const zero = CELLS.some((cell) =>
    LINES[view].some(({ field }) => answer[cell][field].includes(Number.NEGATIVE_INFINITY)),
  );
  const none: LegendItem = {
    swatch: { point: { colour: "ink", shape: "triangle-down", open: false } },
    text: words.zero,
  };
  const { near0, near1, saturated, dead } = words.gates;
  return [
    ...lines,
    ...(zero ? [none] : []),
    { swatch: { heat: (theme) => sequential(theme)(0) }, text: near0 },
    { swatch: { heat: (theme) => sequential(theme)(1) }, text: near1 },
    { swatch: { line: "muted" }, text: saturated },
    { swatch: { area: "above", alpha: 1 }, text: dead },
  ];
}

function layBlock(pen: Pen, theme: Theme, scene: Scene, cell: CellName, place: Size & { left: number; top: number }) {
  const domain = domainOf(scene);
  const height = place.height - TITLE - FOOT;
  const rows = Math.min(Math.floor((height * (1 - CHART)) / 2) - NAME, scene.dh * MOST_ROW);
  const strip = Math.max(8, rows);
  const chart = height - 2 * (strip + NAME);
  const frame = layFrame(pen, { width: place.width, height: Math.max(60, chart) }, theme, {
    x: { domain: [0.5, scene.T + 0.5], label: words.axis.t, grid: false },
    y: {
      domain,
      label: words.axis[scene.view],
      ticks: decadesWithin(domain, Math.max(2, Math.floor((chart - 60) / 26))),
      format: tickText,
    },
    right: 8,
  });
  const first = Math.max(60, chart) + NAME;
  const strips: Strip[] = [
    { gate: "f", top: first, height: strip },
    { gate: "i", top: first + strip + NAME, height: strip },
  ];
  return { cell, left: place.left, top: place.top + TITLE, frame, strips };
}

export function layFlow(pen: Pen, size: Size, theme: Theme, scene: Scene): Layout {
  const legend = layLegend(pen, size.width - 8, theme, legendOf(scene));
  const room = size.height - legend.height;
  const beside = size.width >= BESIDE;
  const own = beside
    ? { width: (size.width - GAP) / 2, height: room }
    : { width: size.width, height: (room - GAP) / 2 };
  const block = (cell: CellName, k: number) =>
    layBlock(pen, theme, scene, cell, {
      ...own,
      left: beside ? k * (own.width + GAP) : 0,
      top: legend.height + (beside ? 0 : k * (own.height + GAP)),
    });
  return { legend, blocks: [block("cifg", 0), block("lstm", 1)] };
}

/** The step at a place of the drawing; null outside of all charts and heat maps. */
export function stepAt({ blocks }: Layout, T: number, x: number, y: number): number | null {
  for (const { left, top, frame, strips } of blocks) {
    const [px, py] = [x - left, y - top];
    const last = strips.at(-1);
    const bottom = last === undefined ? frame.bottom : last.top + last.height;
    if (px < frame.left || px > frame.right || py < frame.top || py > bottom) continue;
    return clampStep(frame.x.invert(px), T);
  }
  return null;
}

/** The step at a place left or right of a block's chart, too: a drag goes on there. */
export function stepBeside({ left, frame }: Block, T: number, x: number): number {
  return clampStep(frame.x.invert(x - left), T);
}

const clampStep = (value: number, T: number) => Math.max(1, Math.min(T, Math.round(value)));
