// A number before, as expected, and as it is now, on one line.
import { type SVGTemplateResult, svg } from "lit";
import type { Outcome } from "./judge.ts";

type Numbers = Exclude<Outcome, { kind: "set" }>;

export const WIDTH = 220;
export const HEIGHT = 30;
/** Room for an arrow beyond the outermost number. */
const EDGE = 46;
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

const circle = (name: string, x: number) => svg`<circle class=${name} cx=${x} cy=${MIDDLE} r="5" />`;
const diamond = (x: number) => svg`<path class="predict-expected" d=${`M${x} ${MIDDLE - 8}l8 8l-8 8l-8 -8z`} />`;
const bandOf = (from: number, to: number) =>
  svg`<rect class="predict-band" x=${from} y=${MIDDLE - 9} width=${Math.max(1, to - from)} height="18" />`;
function arrow(from: number, to: number): SVGTemplateResult {
  const back = to - 6 * Math.sign(to - from);
  const head = `M${back} ${MIDDLE - 6}L${to} ${MIDDLE}L${back} ${MIDDLE + 6}`;
  return svg`<path class="predict-expected" d=${`M${from} ${MIDDLE}H${to}${head}`} />`;
}

/** What is expected: a place with its band, or a way from where it was. */
function expectedAt(outcome: Numbers, x: (value: number) => number): SVGTemplateResult {
  const { before, band } = outcome;
  if (outcome.kind === "place") {
    const { expected } = outcome;
    return svg`${bandOf(x(expected - band), x(expected + band))}${diamond(x(expected))}`;
  }
  // A band of nothing is still to be seen.
  if (outcome.expected === "stays") return bandOf(x(before - band) - 8, x(before + band) + 8);
  const way = outcome.expected === "rises" ? 1 : -1;
  return arrow(x(before) + 7 * way, x(before) + ARROW * way);
}

/** The signs of the key, 18 px wide around the middle. */
export function signOf(outcome: Numbers, of: "before" | "expected" | "now"): SVGTemplateResult {
  if (of !== "expected") return circle(`predict-${of}`, 9);
  if (outcome.kind === "place") return diamond(9);
  if (outcome.expected === "stays") return bandOf(2, 16);
  return outcome.expected === "rises" ? arrow(1, 16) : arrow(17, 2);
}

export function numberLine(outcome: Numbers): SVGTemplateResult {
  const x = scaleOf(outcome);
  return svg`<path class="predict-line" d="M2 ${MIDDLE}H${WIDTH - 2}" />${expectedAt(outcome, x)}${circle("predict-before", x(outcome.before))}${circle("predict-now", x(outcome.after))}`;
}
