// Dual and primal objective along the solver's path: two curves that approach each other, the gap between them shaded.
import { drawFrame, type Frame, inFrame, layFrame } from "../../plot/frame.ts";
import { band, polyline, rule, symbol } from "../../plot/marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { extent, padded } from "../../plot/scale.ts";
import { drawLegend, type Legend, layLegend } from "../charts/legend.ts";
import { en } from "../messages/en.ts";
import { drawLabels, drawTurns, LABELS, labelsOf, type TurnLabel, turnsOf } from "./methods.ts";
import type { Path } from "./page-context.ts";

const words = en.stepper;
/** Most points drawn: more than a screen has columns of pixels show nothing more. */
const MAX_DRAWN = 1500;
const PRIMAL_DASH = [7, 3];

/** Indices 0 ... n - 1, thinned evenly to at most `most`, both ends kept. */
export function thinned(n: number, most: number): Int32Array {
  const count = Math.min(n, most);
  return Int32Array.from({ length: count }, (_, k) => (count < 2 ? k : Math.round((k * (n - 1)) / (count - 1))));
}

/**
 * The range of the axis. The primal starts far above where both end; with its full range the end would be one line, so
 * the upper end is where the gap has come down to three times its median.
 */
export function objectiveDomain({ trace }: Path): [number, number] {
  const gaps = trace.primal.map((value, k) => value - (trace.dual[k] as number));
  const middle = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const final = trace.primal[trace.primal.length - 1] ?? 1;
  const [low, high] = extent([...trace.dual, ...trace.primal]);
  return padded([low, Math.max(final, Math.min(high, final + 3 * middle, low + 3 * (final - low)))], 0.06);
}

interface Layout {
  readonly frame: Frame;
  readonly legend: Legend;
  readonly turns: ReturnType<typeof turnsOf>;
  readonly labels: readonly TurnLabel[];
}

export function layObjectives(pen: Pen, size: Size, theme: Theme, path: Path): Layout {
  // Above the data: the curves go anywhere, and end upon each other.
  const legend = layLegend(pen, size.width, theme, [
    { swatch: { line: "primal", dash: PRIMAL_DASH }, text: words.primalName },
    { swatch: { line: "dual" }, text: words.dualName },
  ]);
  const turns = turnsOf(path.trace.method);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [0, Math.max(1, path.count)], label: words.curvesAxis },
    y: { domain: objectiveDomain(path), label: words.objectiveAxis },
    top: legend.height + (turns.length > 0 ? LABELS : 0),
    right: 8,
  });
  return { frame, legend, turns, labels: labelsOf(pen, theme, frame.x, turns, size.width) };
}

/** @param k the iteration on show, 0 before the first */
export function drawObjectives(pen: Pen, theme: Theme, layout: Layout, { trace, count }: Path, k: number): void {
  const { frame, legend, turns, labels } = layout;
  drawFrame(pen, frame, theme);
  drawLegend(pen, legend, frame.left, theme);
  drawLabels(pen, theme, labels, frame.top);
  const chosen = thinned(count, MAX_DRAWN);
  const at = Float64Array.from(chosen, (index) => index + 1);
  const dual = Float64Array.from(chosen, (index) => trace.dual[index] as number);
  const primal = Float64Array.from(chosen, (index) => trace.primal[index] as number);
  inFrame(pen, frame, () => {
    band(pen, frame, at, dual, primal, { fill: theme.pair, alpha: 0.16 });
    polyline(pen, frame, at, primal, { stroke: theme.primal, width: 2, dash: PRIMAL_DASH });
    polyline(pen, frame, at, dual, { stroke: theme.dual, width: 2 });
    drawTurns(pen, theme, frame, turns);
    rule(pen, frame, "x", k, { stroke: theme.accent, width: 1.5 });
  });
  if (k < 1) return;
  // Whole at the last iteration, too, which is at the edge.
  const dot = (values: Float64Array, shape: "circle" | "square", fill: string) => {
    const y = frame.y(values[k - 1] as number);
    if (y < frame.top || y > frame.bottom) return;
    symbol(pen, shape, frame.x(k), y, 4.5, { fill, stroke: theme.surface, width: 1 });
  };
  dot(trace.primal, "circle", theme.primal);
  dot(trace.dual, "square", theme.dual);
}
