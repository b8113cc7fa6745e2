// A number before, as expected, and as it is now, on one line.
import { type SVGTemplateResult, svg } from "lit";
import type { Outcome } from "./judge.ts";

type Numbers = Exclude<Outcome, { kind: "set" }>;

export const WIDTH = 220;
export const HEIGHT = 30;
const EDGE = 16;
const MIDDLE = 15;
const ARROW = 34;

/** Pixels of a value. What is not finite stands at the end. */
function scaleOf(outcome: Numbers): (value: number) => number {
  const { before, after, band } = outcome;
  const all = [before, after, before - band, before + band];
  if (outcome.kind === "place") all.push(outcome.expected, outcome.expected - band, outcome.expected + band);
  const finite = all.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const span = high - low || 1;
  const centred = high === low;
  return (value) => {
    const share = centred ? 0.5 : (value - low) / span;
    return EDGE + Math.min(1, Math.max(0, share)) * (WIDTH - 2 * EDGE);
  };
}

export const SHAPES = {
  before: (x: number) => svg`<circle class="predict-before" cx=${x} cy=${MIDDLE} r="5" />`,
  now: (x: number) => svg`<circle class="predict-now" cx=${x} cy=${MIDDLE} r="5" />`,
  expected: (x: number) => svg`<path class="predict-expected" d="M${x} ${MIDDLE - 8}l8 8l-8 8l-8 -8z" />`,
};

/** What is expected: a place with its band, or a way from where it was. */
function expectedAt(outcome: Numbers, x: (value: number) => number): SVGTemplateResult {
  const { before, band } = outcome;
  if (outcome.kind === "place") {
    const { expected } = outcome;
    const [from, to] = [x(expected - band), x(expected + band)];
    return svg`<rect class="predict-band" x=${from} y=${MIDDLE - 9} width=${Math.max(1, to - from)} height="18" />${SHAPES.expected(x(expected))}`;
  }
  if (outcome.expected === "stays") {
    const [from, to] = [x(before - band), x(before + band)];
    return svg`<rect class="predict-band" x=${from - 8} y=${MIDDLE - 9} width=${to - from + 16} height="18" />`;
  }
  const way = outcome.expected === "rises" ? 1 : -1;
  const [from, to] = [x(before) + 7 * way, Math.min(WIDTH - 2, Math.max(2, x(before) + ARROW * way))];
  return svg`<path class="predict-expected" d="M${from} ${MIDDLE}H${to}M${to - 6 * way} ${MIDDLE - 6}L${to} ${MIDDLE}L${to - 6 * way} ${MIDDLE + 6}" />`;
}

export function numberLine(outcome: Numbers): SVGTemplateResult {
  const x = scaleOf(outcome);
  return svg`<path class="predict-line" d="M2 ${MIDDLE}H${WIDTH - 2}" />${expectedAt(outcome, x)}${SHAPES.before(x(outcome.before))}${SHAPES.now(x(outcome.after))}`;
}
