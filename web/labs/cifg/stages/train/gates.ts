// Inside the networks on one held-out sequence: its inputs and what is asked for over time, and below it, column by column, gates and
// states of every unit. One column of such plots for each network.
import { formatNumber } from "../../../../host/format-number.ts";
import { format } from "../../../../host/messages/format.ts";
import { drawLegend, type LegendItem, layLegend } from "../../../../kit/charts/legend.ts";
import { diverging, sequential } from "../../../../plot/colours.ts";
import { drawFrame, fitted, fontOf, inFrame, layFrame } from "../../../../plot/frame.ts";
import { label, polyline, symbols } from "../../../../plot/marks.ts";
import { heatMap } from "../../../../plot/more-marks.ts";
import type { Rgb, Role, Theme } from "../../../../plot/palette.ts";
import { type Pen, type Size, saved } from "../../../../plot/pen.ts";
import { extent, linear, padded } from "../../../../plot/scale.ts";
import { train as words } from "../../messages/train.en.ts";
import { CELL_LOOKS, nameOf } from "./looks.ts";
import type { Scene, Shown } from "./scene.ts";

/** Below this width, px, the networks stand one below the other. */
const BESIDE = 620;
const GAP = 24;
const TITLE = 22;
/** Names of the maps stand left of them, and their scales right of them. */
const NAMES = 44;
const SCALES = 70;
const INPUT = 150;
const MAP_GAP = 6;
/** Height of the maps of one network together, px. */
const MAPS = 290;

const MAP_NAMES = ["f", "i", "o", "c", "h"] as const;

export const gatesHeight = (width: number, networks: number): number => {
  const one = TITLE + INPUT + MAPS + 24;
  const rows = width >= BESIDE ? 1 : Math.max(1, networks);
  return rows * one + (rows - 1) * GAP;
};

/** (dh*T) a row for each unit, of (T*dh). */
export function byUnit(values: ArrayLike<number>, T: number): Float64Array {
  const dh = Math.round(values.length / T);
  return Float64Array.from({ length: values.length }, (_, k) => values[(k % T) * dh + Math.floor(k / T)] as number);
}

const largest = (values: ArrayLike<number>) =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const INPUT_LOOKS = [
  { colour: "inside", dash: [] },
  { colour: "tube", dash: [2, 2] },
] as const satisfies readonly { colour: Role; dash: readonly number[] }[];

function inputLegend(shown: Shown): LegendItem[] {
  const { colour, dash } = CELL_LOOKS[shown.cell];
  return [
    ...words.gates.inputs[shown.kind].map((text, k) => {
      const { colour, dash } = INPUT_LOOKS[k] ?? INPUT_LOOKS[0];
      return { swatch: { line: colour, dash }, text };
    }),
    { swatch: { point: { colour: "fit", shape: "square", open: true } as const }, text: words.gates.target },
    { swatch: { line: colour, dash }, text: words.gates.prediction },
  ];
}

function drawInputs(pen: Pen, theme: Theme, size: Size, shown: Shown): void {
  const { prediction, target } = shown.gates;
  const T = target.length;
  const { inputs } = shown;
  const legend = layLegend(pen, size.width - NAMES, theme, inputLegend(shown));
  drawLegend(pen, legend, NAMES, theme);
  const steps = Array.from({ length: T }, (_, t) => t + 1);
  const [low, high] = extent([...inputs.flatMap((values) => Array.from(values)), ...target]);
  // What is said may be far off before it is learnt.
  const said = Array.from(prediction, (value) =>
    Math.max(1.5 * low - 0.5 * high, Math.min(1.5 * high - 0.5 * low, value)),
  );
  const domain = padded(extent([low, high, ...said]), 0.12);
  // Its data area stands exactly over the maps: a column is one time step in all of them.
  const height = INPUT - legend.height;
  const frame = layFrame(pen, { width: size.width - SCALES + 12, height }, theme, {
    x: { domain: [0.5, T + 0.5], ticks: [], grid: false },
    y: { domain },
    right: 12,
  });
  const x = linear([0.5, T + 0.5], [NAMES, size.width - SCALES]);
  const placed = { ...frame, x, left: NAMES, right: size.width - SCALES };
  saved(pen, () => {
    pen.translate(0, legend.height);
    drawFrame(pen, placed, theme);
    inFrame(pen, placed, () => {
      inputs.forEach((values, k) => {
        const { colour, dash } = INPUT_LOOKS[k] ?? INPUT_LOOKS[0];
        polyline(pen, placed, steps, values, { stroke: theme[colour], width: 1.5, dash });
      });
      const { colour, dash, shape } = CELL_LOOKS[shown.cell];
      polyline(pen, placed, steps, said, { stroke: theme[colour], width: 2, dash });
      const asked = steps.filter((t) => Number.isFinite(target[t - 1]));
      const of = (list: ArrayLike<number>) => asked.map((t) => list[t - 1] as number);
      symbols(pen, placed, asked, of(said), 2.2, shape, { fill: theme[colour] });
      symbols(pen, placed, asked, of(target), 2.8, "square", { fill: theme.surface, stroke: theme.fit, width: 1.25 });
    });
  });
}

/** The colours of a map, and the values at both ends of its scale. */
function paintOf(theme: Theme, name: (typeof MAP_NAMES)[number], values: ArrayLike<number>): Paint {
  if (name !== "c" && name !== "h") return { colour: sequential(theme), low: 0, high: 1 };
  const most = name === "h" ? 1 : Math.max(1e-9, largest(values));
  const colour = diverging(theme);
  return { colour: (value) => colour(value / most), low: -most, high: most };
}

interface Paint {
  readonly colour: (value: number) => Rgb;
  readonly low: number;
  readonly high: number;
}

function outline(pen: Pen, theme: Theme, { x, y, width, height }: Area): void {
  saved(pen, () => {
    pen.strokeStyle = theme.edge;
    pen.lineWidth = 1;
    pen.setLineDash([]);
    pen.beginPath();
    pen.rect(x - 0.5, y - 0.5, width + 1, height + 1);
    pen.stroke();
  });
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Which colour is which value. */
function drawScale(pen: Pen, theme: Theme, bar: Area, { colour, low, high }: Paint): void {
  const steps = 32;
  const values = Array.from({ length: steps }, (_, k) => high - (k / (steps - 1)) * (high - low));
  heatMap(pen, bar, values, steps, 1, colour, true);
  outline(pen, theme, bar);
  const style = { font: fontOf(theme, 11), fill: theme.muted } as const;
  label(pen, formatNumber(high, 2), bar.x + bar.width + 5, bar.y + 5, style);
  label(pen, formatNumber(low, 2), bar.x + bar.width + 5, bar.y + bar.height - 4, style);
}

function drawMaps(pen: Pen, theme: Theme, size: Size, { gates, cell }: Shown): void {
  const T = gates.target.length;
  const height = (MAPS - (MAP_NAMES.length - 1) * MAP_GAP) / MAP_NAMES.length;
  const width = size.width - NAMES - SCALES;
  MAP_NAMES.forEach((name, k) => {
    const area = { x: NAMES, y: k * (height + MAP_GAP), width, height };
    const values = gates[name];
    const paint = paintOf(theme, name, values);
    heatMap(pen, area, byUnit(values, T), Math.round(values.length / T), T, paint.colour);
    outline(pen, theme, area);
    const middle = area.y + height / 2;
    const italic = `italic 15px ${theme.sans}`;
    label(pen, words.gates[name], NAMES - 12, middle, { font: italic, fill: theme.ink, align: "right" });
    const bar = { ...area, x: NAMES + width + 7, width: 7 };
    drawScale(pen, theme, bar, paint);
    if (name !== "i" || cell !== "cifg") return;
    label(pen, words.gates.coupled, bar.x + bar.width + 5, middle, { font: fontOf(theme, 11), fill: theme.muted });
  });
  const font = fontOf(theme, 12);
  label(pen, "1", NAMES, MAPS + 12, { font, fill: theme.muted });
  label(pen, words.gates.time, NAMES + width / 2, MAPS + 12, { font, fill: theme.muted, align: "center" });
  label(pen, String(T), NAMES + width, MAPS + 12, { font, fill: theme.muted, align: "right" });
}

export function drawGates(pen: Pen, size: Size, theme: Theme, { shown }: Scene): void {
  const beside = size.width >= BESIDE;
  const count = Math.max(1, shown.length);
  const width = beside ? (size.width - (count - 1) * GAP) / count : size.width;
  const height = TITLE + INPUT + MAPS + 24;
  shown.forEach((each, k) => {
    saved(pen, () => {
      pen.translate(beside ? k * (width + GAP) : 0, beside ? 0 : k * (height + GAP));
      const font = fontOf(theme, 13, 600);
      pen.font = font;
      const title = format(words.gates.widths, { cell: nameOf(each.cell), units: each.units });
      label(pen, fitted(pen, title, width), 4, TITLE / 2, { font, fill: theme.ink });
      pen.translate(0, TITLE);
      drawInputs(pen, theme, { width, height: INPUT }, each);
      pen.translate(0, INPUT);
      drawMaps(pen, theme, { width, height: MAPS }, each);
    });
  });
}
