// The main plot in words: axis names, the sentence for screen readers, the read-out of a point.
import { format } from "../../../host/messages/format.ts";
import { brokenSentence } from "../../../kit/main-plot/broken.ts";
import { en as shared } from "../../../kit/messages/en.ts";
import * as kit from "../../../kit/points/words.ts";
import { en } from "../messages/en.ts";
import type { SvrAnswer } from "../request.ts";
import type { SvrState } from "../state.ts";
import type { AxisNames } from "./draw.ts";
import type { Scene } from "./scene.ts";

const words = en.picture;
const { columnName, unrounded } = kit;

export function axisNames(state: SvrState): AxisNames {
  if (state.plot === "column") return { x: columnName(state, state.column), y: state.yName };
  return { x: format(words.predicted, { name: state.yName }), y: format(words.actual, { name: state.yName }) };
}

/** Multipliers that are not zero: the support vectors. */
export function supportVectors(answer: SvrAnswer): number {
  const { alpha, alphaStar } = answer.frame.solution;
  let count = 0;
  for (let i = 0; i < alpha.length; ++i) if (alpha[i] !== 0 || alphaStar[i] !== 0) ++count;
  return count;
}

/** What the plot shows, in one sentence. */
export function sentence(state: SvrState, scene: Scene, answer: SvrAnswer | null): string {
  const n = state.y.length;
  if (n === 0) return shared.picture.describeEmpty;
  const first = columnName(state, 0);
  const x = state.d === 1 ? first : format(words.many, { first, count: state.d - 1 });
  const common = { x, y: state.yName, n };
  if (answer === null || scene.pending === n) return format(words.describePending, common);
  const cases = [4, 3, 2, 1, 0]
    .map((kase) => ({ count: scene.counts[kase] ?? 0, name: words.cases[kase as 0] }))
    .filter(({ count }) => count > 0)
    .map((values) => format(words.describeCase, values));
  const described = format(words.describe, {
    ...common,
    cases: cases.join(words.describeJoin),
    sv: supportVectors(answer),
  });
  return described + brokenSentence(scene.broken);
}

/** Which KKT case a point is, in words. */
export function caseName(scene: Scene, i: number): string {
  return kit.caseName(scene, i, words.cases);
}

/** Everything known of one point, in user units; multipliers as they are solved. */
export function readout(state: SvrState, scene: Scene, answer: SvrAnswer | null, i: number): kit.Reading[] {
  const frame = answer?.frame;
  const k = scene.row[i] ?? -1;
  const ofY = (value: number | undefined) =>
    value === undefined ? undefined : unrounded(value, state.y[i] ?? 0, frame?.fitted[k] ?? 0, frame?.tube ?? 0);
  const scaled = (values: Float64Array | undefined) =>
    ofY(frame === undefined || values?.[k] === undefined ? undefined : values[k] * frame.scaling.yScale);
  return kit.readingsOf([
    [columnName(state, state.column), state.x[i * state.d + state.column]],
    [state.yName, state.y[i]],
    [words.readout.f, ofY(frame?.fitted[k])],
    [words.readout.e, scaled(frame?.solution.residual), 4],
    [words.readout.alpha, frame?.solution.alpha[k], 4],
    [words.readout.alphaStar, frame?.solution.alphaStar[k], 4],
    [words.readout.xi, scaled(frame?.solution.xi), 4],
  ]);
}

/** A point in one sentence. */
export function announcePoint(state: SvrState, scene: Scene, i: number): string {
  const at = [
    [columnName(state, state.column), state.x[i * state.d + state.column] as number],
    [state.yName, state.y[i] as number],
  ] as const;
  return kit.announcePoint(state, i, at, caseName(scene, i));
}

/** Notes below the plot, about what may surprise. */
export function notes(state: SvrState, scene: Scene): readonly string[] {
  const lines: string[] = [];
  if (state.y.length > 0 && state.plot === "predicted") lines.push(format(words.predictedNote, { y: state.yName }));
  else if (state.d > 1) lines.push(format(words.slice, { count: state.d - 1 }));
  return [...lines, ...kit.outsideNotes(scene)];
}
