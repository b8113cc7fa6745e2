// Draws the charts of both cells and the cursor through all of them.

import { formatCount } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { drawLegend } from "../../../../kit/charts/legend.ts";
import { drawFrame, type Frame, fitted, fontOf, inFrame } from "../../../../plot/frame.ts";
import { label, polyline, rule, symbol, symbols } from "../../../../plot/marks.ts";
import { box } from "../../../../plot/more-marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import { type Pen, saved } from "../../../../plot/pen.ts";
import { flow as words } from "../../messages/flow.en.ts";
import { drawGates } from "./gates.ts";
import { type Block, type Layout, TITLE } from "./layout.ts";
import { at, LIMITS, LINES, type Scene } from "./scene.ts";

/** Up to this many steps each value has its dot. */
const FEW = 40;

/** What is beyond what the numbers of a computer hold, as far as the chart shows it. */
function bandsIn(frame: Frame) {
  const [low, high] = frame.y.domain;
  const { float, double } = LIMITS;
  const { floatOver, floatUnder, doubleOver, doubleUnder } = words.bands;
  const bands = [
    { bottom: float.most, top: high, name: floatOver, over: true },
    { bottom: double.most, top: high, name: doubleOver, over: true },
    { bottom: low, top: float.least, name: floatUnder, over: false },
    { bottom: low, top: double.least, name: doubleUnder, over: false },
  ];
  return bands.filter(({ bottom, top }) => top > bottom);
}

/** Tinted, with their edges. */
function drawBands(pen: Pen, theme: Theme, frame: Frame): void {
  const [from, to] = frame.x.domain;
  for (const { bottom, top, over } of bandsIn(frame)) {
    box(pen, frame, from, bottom, to, top, { fill: theme.above, alpha: 0.1 });
    rule(pen, frame, "y", over ? bottom : top, { stroke: theme.above, width: 1, dash: [4, 4] });
  }
}

/** Over the grid, which would cut the letters. */
function nameBands(pen: Pen, theme: Theme, frame: Frame): void {
  const style = { font: fontOf(theme, 11), fill: theme.muted, halo: theme.surface, align: "right" } as const;
  for (const { bottom, top, name, over } of bandsIn(frame)) {
    const edge = frame.y(over ? bottom : top);
    // Inside of its band, or beside it where that is too low.
    const inside = edge + (over ? -9 : 10);
    const fits = inside > frame.top + 6 && inside < frame.bottom - 6;
    label(pen, `${over ? "↑" : "↓"} ${name}`, frame.right - 4, fits ? inside : edge + (over ? 10 : -9), style);
  }
}

/** Steps at which a value begins or goes on to be 0, at most one mark for every few pixels: the bottom of the chart. */
function drawZeros(pen: Pen, frame: Frame, values: Float64Array, colour: string): void {
  const every = Math.max(1, Math.ceil((14 * values.length) / (frame.right - frame.left)));
  const xs: number[] = [];
  values.forEach((value, k) => {
    if (value === Number.NEGATIVE_INFINITY && k % every === 0) xs.push(k + 1);
  });
  const [low] = frame.y.domain;
  symbols(pen, { x: frame.x, y: Object.assign((y: number) => frame.y(y) - 5, frame.y) }, xs, xs.map(() => low), 3.5, "triangle-down", { fill: colour }); // biome-ignore format: one call
}

function drawChart(pen: Pen, theme: Theme, { cell, frame }: Block, { answer, view, T, t }: Scene): void {
  inFrame(pen, frame, () => drawBands(pen, theme, frame));
  drawFrame(pen, frame, theme);
  inFrame(pen, frame, () => nameBands(pen, theme, frame));
  const xs = Array.from({ length: T }, (_, k) => k + 1);
  inFrame(pen, frame, () => {
    for (const { field, colour, dash, width } of LINES[view]) {
      const values = answer[cell][field];
      polyline(pen, frame, xs, values, { stroke: theme[colour], width, dash });
      if (T <= FEW) {
        const kept = xs.filter((step) => Number.isFinite(values[step - 1]));
        symbols(pen, frame, kept, kept.map((step) => values[step - 1] as number), 2.5, "circle", { fill: theme[colour] }); // biome-ignore format: one call
      }
      drawZeros(pen, frame, values, theme[colour]);
    }
  });
  for (const { field, colour } of LINES[view]) {
    const value = at(answer[cell], field, t);
    if (!Number.isFinite(value)) continue;
    symbol(pen, "circle", frame.x(t), frame.y(value), 5, { fill: theme[colour], stroke: theme.surface, width: 2 });
  }
}

/** The cursor: through the chart and through both heat maps. */
function drawCursor(pen: Pen, theme: Theme, { frame, strips }: Block, t: number): void {
  const x = Math.round(frame.x(t) - 0.5) + 0.5;
  const line = (from: number, to: number, stroke: string, width: number, dash: readonly number[]) =>
    saved(pen, () => {
      pen.strokeStyle = stroke;
      pen.lineWidth = width;
      pen.lineCap = "butt";
      pen.setLineDash([...dash]);
      pen.beginPath();
      pen.moveTo(x, from);
      pen.lineTo(x, to);
      pen.stroke();
    });
  line(frame.top, frame.bottom, theme.accent, 1.2, [3, 3]);
  // On cells of any colour.
  for (const { top, height } of strips) {
    line(top - 2, top + height + 2, theme.surface, 4, []);
    line(top - 2, top + height + 2, theme.ink, 1.6, []);
  }
}

export function drawHandle(pen: Pen, theme: Theme, frame: Frame, t: number): void {
  symbol(pen, "triangle-up", frame.x(t), frame.bottom + 2, 8, { fill: theme.accent, stroke: theme.surface, width: 2 });
}

export function drawFlow(pen: Pen, theme: Theme, scene: Scene, { legend, blocks }: Layout): void {
  drawLegend(pen, legend, 4, theme);
  for (const block of blocks)
    saved(pen, () => {
      pen.translate(block.left, block.top);
      const { parameters } = scene.answer[block.cell];
      const title = format(words.panelTitle, { cell: words.cells[block.cell], parameters: formatCount(parameters) });
      const font = fontOf(theme, 13, 600);
      pen.font = font;
      label(pen, fitted(pen, title, block.frame.size.width), 4, -TITLE / 2 + 2, { font, fill: theme.ink });
      drawChart(pen, theme, block, scene);
      drawGates(pen, theme, block, scene);
      drawCursor(pen, theme, block, scene.t);
      drawHandle(pen, theme, block.frame, scene.t);
    });
}
