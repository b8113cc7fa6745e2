// The picture in words: axis names, the sentence for those who do not see it, the read-out of a point.
import { format } from "../../host/messages/format.ts";
import { numeral } from "../../host/numeral.ts";
import { en } from "./messages/en.ts";
import { CLAIMS, type SvrState } from "./model.ts";
import type { AxisNames } from "./picture.ts";
import { type Answer, PENDING, type Scene } from "./scene.ts";

const words = en.picture;

/** Significant digits of data values: enough to tell neighbours in a table apart. */
const DIGITS = 5;

export function columnName(state: SvrState, column: number): string {
  return state.xNames[column] || format(words.input, { k: state.d === 1 ? "" : column + 1 });
}

export function axisNames(state: SvrState): AxisNames {
  if (state.plot === "column") return { x: columnName(state, state.column), y: state.yName };
  return { x: format(words.predicted, { name: state.yName }), y: format(words.actual, { name: state.yName }) };
}

/** Multipliers that are not zero: the support vectors. */
export function supportVectors(answer: Answer): number {
  const { alpha, alphaStar } = answer.frame.solution;
  let count = 0;
  for (let i = 0; i < alpha.length; ++i) if (alpha[i] !== 0 || alphaStar[i] !== 0) ++count;
  return count;
}

/** What the picture shows, in one sentence. */
export function sentence(state: SvrState, scene: Scene, answer: Answer | null): string {
  const n = state.y.length;
  if (n === 0) return words.describeEmpty;
  const first = columnName(state, 0);
  const x = state.d === 1 ? first : format(words.many, { first, count: state.d - 1 });
  const common = { x, y: state.yName, n };
  if (answer === null || scene.pending === n) return format(words.describePending, common);
  const cases = [4, 3, 2, 1, 0]
    .filter((kase) => scene.counts[kase as 0] > 0)
    .map((kase) => format(words.describeCase, { count: scene.counts[kase as 0], name: words.cases[kase as 0] }));
  return format(words.describe, { ...common, cases: cases.join(", "), sv: supportVectors(answer) });
}

/** Which KKT case a point is, in words. */
export function caseName(scene: Scene, i: number): string {
  const role = scene.role[i] ?? PENDING;
  return role === PENDING ? words.pending : words.cases[role as 0];
}

export interface ReadoutRow {
  readonly name: string;
  readonly value: string;
}

/** Everything known of one point, in user units; multipliers as they are solved. */
export function readout(state: SvrState, scene: Scene, answer: Answer | null, i: number): readonly ReadoutRow[] {
  const rows: ReadoutRow[] = [];
  const add = (name: string, value: number | undefined, digits = DIGITS) => {
    if (value !== undefined) rows.push({ name, value: numeral(value, digits) });
  };
  add(columnName(state, state.column), state.x[i * state.d + state.column]);
  add(state.yName, state.y[i]);
  const k = scene.row[i] ?? -1;
  if (answer !== null && k >= 0) {
    const { solution, fitted, scaling } = answer.frame;
    add(words.readout.f, fitted[k]);
    add(words.readout.e, (solution.residual[k] as number) * scaling.yScale, 4);
    add(words.readout.alpha, solution.alpha[k], 4);
    add(words.readout.alphaStar, solution.alphaStar[k], 4);
    add(words.readout.xi, (solution.xi[k] as number) * scaling.yScale, 4);
  }
  return rows;
}

/** A point in one sentence. */
export function announcePoint(state: SvrState, scene: Scene, i: number): string {
  const name = (label: string, value: number) => `${label} ${numeral(value, DIGITS)}`;
  return format(words.announce.point, {
    i: i + 1,
    n: state.y.length,
    x: name(columnName(state, state.column), state.x[i * state.d + state.column] as number),
    y: name(state.yName, state.y[i] as number),
    what: caseName(scene, i),
  });
}

/** What stands under the picture: what of it may surprise. */
export function notes(state: SvrState, scene: Scene): readonly string[] {
  const lines: string[] = [];
  if (state.y.length > 0 && state.plot === "predicted") lines.push(format(words.predictedNote, { y: state.yName }));
  else if (state.d > 1) lines.push(format(words.slice, { count: state.d - 1 }));
  if (scene.outside === 1) lines.push(words.outsideOne);
  else if (scene.outside > 1) lines.push(format(words.outsideMany, { count: scene.outside }));
  return lines;
}

/** Verdicts of the answered claims, for tests: "1a:pass 1b:fail". */
export function verdictsOf(answer: Answer | null): string {
  const claims = answer?.frame.claims ?? [];
  return CLAIMS.flatMap((id) => claims.filter((claim) => claim.id === id))
    .map((claim) => `${claim.id}:${claim.verdict}`)
    .join(" ");
}
