// The tape: the boxes of the steps, the lines between their numbers, and the numbers.
import { drawLegend, type Legend, type LegendItem } from "../../../../kit/charts/legend.ts";
import { brokenItems } from "../../../../kit/main-plot/broken.ts";
import { formula } from "../../../../plot/formula.ts";
import { fontOf } from "../../../../plot/frame.ts";
import { label } from "../../../../plot/marks.ts";
import type { Theme } from "../../../../plot/palette.ts";
import type { Pen } from "../../../../plot/pen.ts";
import { cell as words } from "../../messages/cell.en.ts";
import { COLOURS, DELTA, drawBlocks } from "./draw-blocks.ts";
import { drawNumbers } from "./draw-numbers.ts";
import { blockOf, leftOf, type Tape } from "./layout.ts";
import { type Scene, type Spans, shown } from "./scene.ts";
import { type LedgerPath, nodesOf, type Wire, type WireId, wiresOf, wiresOfEquation, wiresOfPath } from "./wires.ts";

/** Widths of lines: of the lanes, of the others, of those that are lit. */
const WIDTH = { lane: 3, plain: 1.25, lit: 2.25 } as const;
const LANES: ReadonlySet<WireId> = new Set(["c-in", "c-mid", "c-out", "h-in"]);
const DIM = 0.28;
const NODE = 5.5;
/** Left of the legend. */
export const LEGEND = 4;

/** The block that a line comes to on the way forward: once that is computed, so is the line. */
const ENDS: Readonly<Record<WireId, Parameters<typeof shown>[1]>> = {
  ...{ "c-in": "c", "c-mid": "c", "c-out": "c", "f-up": "c", cand: "c" },
  ...{ "bus-f": "z_f", "bus-c": "z_c", "bus-o": "z_o", "h-in": "z_f", "x-in": "z_f" },
  ...{ zf: "f", zc: "c~", zo: "o", tanh: "h", o: "h", "h-out": "h", loss: "h" },
};
/** On the way back: the block whose delta goes along it. */
const STARTS: Readonly<Record<WireId, Parameters<typeof shown>[1]>> = {
  ...{ "c-in": "c", "c-mid": "c", "c-out": "c", "f-up": "f", cand: "c~" },
  ...{ "bus-f": "z_f", "bus-c": "z_c", "bus-o": "z_o", "h-in": "z_c", "x-in": "z_c" },
  ...{ zf: "z_f", zc: "z_c", zo: "z_o", tanh: "c", o: "o", "h-out": "h", loss: "h" },
};

function trace(pen: Pen, points: readonly number[]): void {
  pen.beginPath();
  for (let k = 0; k + 1 < points.length; k += 2) {
    const [x, y] = [points[k] as number, points[k + 1] as number];
    if (k === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
}

/** A head at the end of a line that ends level; its size px. */
function head(pen: Pen, x: number, y: number, direction: 1 | -1, size = 7): void {
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x - direction * size, y - size * 0.55);
  pen.lineTo(x - direction * size, y + size * 0.55);
  pen.closePath();
  pen.fill();
}

interface Going {
  readonly colour: string;
  readonly alpha: number;
  readonly back: boolean;
}

/** How a line looks at this position of the scrubber. */
function goingOf(theme: Theme, scene: Scene, { id, t }: Wire): Going {
  if (scene.pass === "forward") {
    const known = shown(scene, ENDS[id], t, 0).value !== null;
    const lane = id === "h-in" ? theme[COLOURS.h] : LANES.has(id) ? theme[COLOURS.c] : theme.muted;
    return { colour: lane, alpha: known ? 1 : DIM, back: false };
  }
  const known = shown(scene, STARTS[id], t, 0).delta !== null;
  return { colour: known ? theme[DELTA] : theme.muted, alpha: known ? 0.85 : DIM, back: known };
}

function drawWires(pen: Pen, theme: Theme, scene: Scene, wires: readonly Wire[]): void {
  const lit = scene.lit === null ? [] : wiresOfEquation(scene.lit, scene.problem.T);
  pen.lineJoin = "round";
  pen.lineCap = "butt";
  for (const wire of wires) {
    const isLit = lit.some(({ id, t }) => id === wire.id && t === wire.t);
    const { colour, alpha, back } = goingOf(theme, scene, wire);
    pen.globalAlpha = isLit ? 1 : alpha;
    pen.strokeStyle = isLit ? theme.accent : colour;
    pen.fillStyle = pen.strokeStyle;
    pen.lineWidth = LANES.has(wire.id) ? WIDTH.lane : isLit ? WIDTH.lit : WIDTH.plain;
    trace(pen, wire.points);
    pen.stroke();
    const { points } = wire;
    const [x0, y0] = [points[0] as number, points[1] as number];
    const [x1, y1] = [points.at(-2) as number, points.at(-1) as number];
    if (wire.id === "c-in" || wire.id === "h-in") head(pen, back ? x0 : x1, back ? y0 : y1, back ? -1 : 1, 8);
    else if (wire.id.startsWith("bus")) head(pen, back ? x0 + 3 : x1, back ? y1 : y1, back ? -1 : 1, back ? 0 : 5);
    else if (wire.id === "loss") head(pen, x1, y1, -1, 5);
  }
  pen.globalAlpha = 1;
}

function drawNode(
  pen: Pen,
  theme: Theme,
  [x, y]: readonly [number, number],
  sign: "times" | "plus",
  alpha: number,
): void {
  pen.fillStyle = theme.surface;
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1.25;
  pen.beginPath();
  pen.arc(x, y, NODE, 0, 2 * Math.PI);
  pen.fill();
  pen.globalAlpha = Math.max(alpha, DIM + 0.1);
  pen.stroke();
  const arm = sign === "plus" ? NODE * 0.55 : NODE * 0.4;
  pen.beginPath();
  if (sign === "plus") {
    pen.moveTo(x - arm, y);
    pen.lineTo(x + arm, y);
    pen.moveTo(x, y - arm);
    pen.lineTo(x, y + arm);
  } else {
    pen.moveTo(x - arm, y - arm);
    pen.lineTo(x + arm, y + arm);
    pen.moveTo(x - arm, y + arm);
    pen.lineTo(x + arm, y - arm);
  }
  pen.stroke();
  pen.globalAlpha = 1;
}

function drawStep(pen: Pen, theme: Theme, scene: Scene, tape: Tape, t: number): void {
  const left = leftOf(tape, t);
  const now = scene.lit?.t === t;
  pen.fillStyle = theme.page;
  pen.strokeStyle = now ? theme.accent : theme.grid;
  pen.lineWidth = now ? 1.5 : 1;
  pen.beginPath();
  pen.rect(left + 1, tape.top, tape.cell - 2, tape.bottom - tape.top);
  pen.fill();
  pen.stroke();
  const font = fontOf(theme, 12, now ? 700 : 500);
  label(pen, `t = ${t}`, left + 6, tape.top - 12, { font, fill: now ? theme.ink : theme.muted });
}

function drawNodes(pen: Pen, theme: Theme, scene: Scene, tape: Tape, t: number): void {
  const { keep, sum, write, out } = nodesOf(tape, t);
  const alphaOf = (id: "c" | "h") => (shown(scene, id, t, 0).value === null ? DIM : 1);
  drawNode(pen, theme, keep, "times", alphaOf("c"));
  drawNode(pen, theme, sum, "plus", alphaOf("c"));
  drawNode(pen, theme, write, "times", alphaOf("c"));
  drawNode(pen, theme, out, "times", alphaOf("h"));
  const c = blockOf(tape, "c", t);
  const y = (c.y + c.height + out[1]) / 2;
  formula(pen, "tanh", out[0] - 3, y, { fill: theme.muted, size: 10, align: "right" });
}

/** The way of a path of the ledger, over everything else. */
function drawPath(pen: Pen, theme: Theme, path: LedgerPath, wires: readonly Wire[]): void {
  const { last, between } = wiresOfPath(path);
  const draw = (some: readonly { id: WireId; t: number }[], width: number, dash: number[]) => {
    pen.strokeStyle = theme.accent;
    pen.lineWidth = width;
    pen.lineJoin = "round";
    pen.setLineDash(dash);
    for (const wire of wires) {
      if (!some.some(({ id, t }) => id === wire.id && t === wire.t)) continue;
      trace(pen, wire.points);
      pen.stroke();
    }
    pen.setLineDash([]);
  };
  draw(between, 3, [5, 4]);
  draw(last, 5, []);
}

/** What the legend says; its last item is the broken claim. */
export function legendOf({ pass, wrong }: Scene, open: string): LegendItem[] {
  const back: LegendItem[] =
    pass === "backward"
      ? [
          { swatch: { area: DELTA, alpha: 0.5 }, text: words.legend.delta },
          { swatch: { line: "below" }, text: words.legend.state },
        ]
      : [
          { swatch: { area: "pair", alpha: 0.5 }, text: words.legend.keeps },
          { swatch: { area: "lower", alpha: 0.3 }, text: words.legend.writes },
        ];
  const broken = wrong === null ? null : { claim: wrong.claim, mistake: "", name: wrong.name };
  return [...back, ...brokenItems(wrong?.claim ?? open, broken)];
}

export interface Drawn {
  readonly scene: Scene;
  readonly tape: Tape;
  readonly path: LedgerPath | null;
  readonly legend: Legend;
  /** What is seen of the tape, px; the legend begins there. */
  readonly view: { readonly from: number; readonly to: number };
}

// One more on either side: a scroll comes before the drawing that follows it.
const stepsIn = (tape: Tape, { from, to }: Drawn["view"]): number[] =>
  Array.from({ length: tape.sizes.T }, (_, k) => k + 1).filter(
    (t) => leftOf(tape, t + 2) > from && leftOf(tape, t - 1) < to,
  );

const blocksIn = (tape: Tape, steps: readonly number[]) => tape.blocks.filter(({ t }) => t === 0 || steps.includes(t));

/** All but the numbers: it does not change while they do. */
export function drawTape(pen: Pen, theme: Theme, { scene, tape, path, legend, view }: Drawn): void {
  const steps = stepsIn(tape, view);
  const wires = steps.flatMap((t) => wiresOf(tape, t));
  drawLegend(pen, legend, view.from + LEGEND, theme);
  for (const t of steps) drawStep(pen, theme, scene, tape, t);
  drawWires(pen, theme, scene, wires);
  if (path !== null) drawPath(pen, theme, path, wires);
  drawBlocks(pen, theme, scene, blocksIn(tape, steps));
  for (const t of steps) drawNodes(pen, theme, scene, tape, t);
}

export function drawTapeNumbers(
  pen: Pen,
  theme: Theme,
  { scene, tape, view }: Pick<Drawn, "scene" | "tape" | "view">,
  spans: Spans,
): void {
  drawNumbers(pen, theme, scene, spans, blocksIn(tape, stepsIn(tape, view)));
}
