// The active-set steps of the solver's path: which iterations they are, the way from one to the next, and their marks on the curve
// of the dual objective, which jumps up there.
import type { Frame } from "../../plot/frame.ts";
import { symbol } from "../../plot/marks.ts";
import type { Theme } from "../../plot/palette.ts";
import type { Pen } from "../../plot/pen.ts";
import { type Look, pointStyle } from "../main-plot/looks.ts";

/** As the solver numbers its methods. */
export const ACTIVE_SET = 1;

export const MARK: Look = { colour: "tube", shape: "diamond", open: false };
/** Half its height, and least between two of them, px. */
const [RADIUS, APART] = [3.5, 6];

/** The iterations that were active-set steps, in order; the first iteration is 1. */
export function activeSetSteps(method: ArrayLike<number>): number[] {
  const found: number[] = [];
  for (let k = 0; k < method.length; ++k) if (method[k] === ACTIVE_SET) found.push(k + 1);
  return found;
}

/** The step after iteration k; after the last one, the first. null where there is none at all. */
export function stepAfter(steps: readonly number[], k: number): number | null {
  return steps.find((each) => each > k) ?? steps[0] ?? null;
}

/** The step before iteration k; before the first one, the last. */
export function stepBefore(steps: readonly number[], k: number): number | null {
  return steps.findLast((each) => each < k) ?? steps.at(-1) ?? null;
}

/** A mark for each step; those that would be one blur share one. @param dual by iteration */
export function drawSteps(pen: Pen, theme: Theme, frame: Frame, steps: readonly number[], dual: Float64Array): void {
  let last = Number.NEGATIVE_INFINITY;
  for (const k of steps) {
    const [x, y] = [frame.x(k), frame.y(dual[k - 1] as number)];
    if (x < last + APART) continue;
    symbol(pen, MARK.shape, x, y, RADIUS, pointStyle(theme, MARK));
    last = x;
  }
}
