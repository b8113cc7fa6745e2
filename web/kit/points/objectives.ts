// Dual and primal objective along the solver's path: two curves that approach each other, the gap between them shaded.
import { drawFrame, type Frame, inFrame, layFrame } from "../../plot/frame.ts";
import { band, polyline, rule, symbol } from "../../plot/marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen, Size } from "../../plot/pen.ts";
import { extent, padded } from "../../plot/scale.ts";
import { drawLegend, type Legend, layLegend } from "../charts/legend.ts";
import { en } from "../messages/en.ts";
import { path as pathWords } from "../messages/path.en.ts";
import { activeSetSteps, drawSteps, MARK } from "./active-set.ts";
import type { Path } from "./page-context.ts";

const words = en.stepper;
/** Most points drawn: more than a screen has columns of pixels show nothing more. */
const MAX_DRAWN = 1500;
const PRIMAL_DASH = [7, 3];

/**
 * Iterations 1 ... n, thinned evenly to at most `most`, both ends kept; and those of `steps` with the ones before, between which
 * the curve jumps.
 */
export function thinned(n: number, most: number, steps: readonly number[]): number[] {
  const count = Math.min(n, most);
  const even = Array.from({ length: count }, (_, k) => (count < 2 ? 1 : 1 + Math.round((k * (n - 1)) / (count - 1))));
  const jumps = steps.flatMap((k) => (k > 1 ? [k - 1, k] : [k]));
  return [...new Set([...even, ...jumps])].sort((a, b) => a - b);
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

/**
 * A curve without what lies above `top`, as far as that is seen: each piece ends where it crosses. The primal of an iterate may be
 * many times as high as the axis, and a dashed line of that length takes seconds to draw.
 */
export function below(top: number, xs: ArrayLike<number>, ys: ArrayLike<number>): { xs: number[]; ys: number[] } {
  const cut: { xs: number[]; ys: number[] } = { xs: [], ys: [] };
  const add = (x: number, y: number) => {
    cut.xs.push(x);
    cut.ys.push(y);
  };
  for (let i = 0; i < xs.length; ++i) {
    const [x, y] = [xs[i] as number, ys[i] as number];
    if (i > 0) {
      const [x0, y0] = [xs[i - 1] as number, ys[i - 1] as number];
      if (y0 > top !== y > top) {
        // The piece that comes down begins anew.
        if (y0 > top) add(Number.NaN, Number.NaN);
        add(x0 + ((x - x0) * (top - y0)) / (y - y0), top);
      }
    }
    if (y <= top) add(x, y);
  }
  return cut;
}

interface Layout {
  readonly frame: Frame;
  readonly legend: Legend;
  /** Iterations that are active-set steps. */
  readonly steps: readonly number[];
}

export function layObjectives(pen: Pen, size: Size, theme: Theme, path: Path): Layout {
  // Above the data: the curves go anywhere, and end upon each other.
  const steps = activeSetSteps(path.trace.method);
  const legend = layLegend(pen, size.width, theme, [
    { swatch: { line: "primal", dash: PRIMAL_DASH }, text: words.primalName },
    { swatch: { line: "dual" }, text: words.dualName },
    ...(steps.length === 0 ? [] : [{ swatch: { point: MARK }, text: pathWords.activeSet.name }]),
  ]);
  const frame = layFrame(pen, size, theme, {
    x: { domain: [0, Math.max(1, path.count)], label: words.curvesAxis },
    y: { domain: objectiveDomain(path), label: words.objectiveAxis },
    top: legend.height,
    right: 8,
  });
  return { frame, legend, steps };
}

/** @param k the iteration on show, 0 before the first */
export function drawObjectives(pen: Pen, theme: Theme, layout: Layout, { trace, count }: Path, k: number): void {
  const { frame, legend, steps } = layout;
  drawFrame(pen, frame, theme);
  drawLegend(pen, legend, frame.left, theme);
  const at = Float64Array.from(thinned(count, MAX_DRAWN, steps));
  const dual = at.map((each) => trace.dual[each - 1] as number);
  const primal = at.map((each) => trace.primal[each - 1] as number);
  inFrame(pen, frame, () => {
    const [, top = 0] = frame.y.domain;
    band(pen, frame, at, dual, primal, { fill: theme.pair, alpha: 0.16 });
    const shown = below(top, at, primal);
    polyline(pen, frame, shown.xs, shown.ys, { stroke: theme.primal, width: 2, dash: PRIMAL_DASH });
    polyline(pen, frame, at, dual, { stroke: theme.dual, width: 2 });
    drawSteps(pen, theme, frame, steps, trace.dual);
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
