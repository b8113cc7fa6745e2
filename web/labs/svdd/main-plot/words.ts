// The main plot in words: axis names, the sentence for screen readers, the read-out of a point.

import { formatNumber } from "../../../host/format-number.ts";
import { format } from "../../../host/messages/format.ts";
import { brokenSentence } from "../../../kit/main-plot/broken.ts";
import { countOf } from "../../../kit/points/state.ts";
import * as kit from "../../../kit/points/words.ts";
import { en } from "../messages/en.ts";
import type { SvddAnswer } from "../request.ts";
import { columnsOf, nuOf, type SvddState, weightSum } from "../state.ts";
import type { PlotDetails } from "./details.ts";
import type { Scene } from "./scene.ts";

const words = en.picture;

/** Most ink of a pixel in the data sets of images. */
const MOST_INK = 16;

/** Percent without decimals. */
const percent = (share: number) => `${formatNumber(100 * share, 2)} %`;

/** What the drawing needs besides the scene. */
export function detailsOf(state: SvddState, answer: SvddAnswer | null): PlotDetails {
  const explained = answer?.frame.projection?.explained ?? [];
  const axes =
    state.view === "strip"
      ? words.directions.map((name, k) => format(name, { share: percent(explained[k] ?? 0) }))
      : columnsOf(state).map((column) => kit.columnName(state, column));
  const images = state.imageSide === 0 ? null : { side: state.imageSide, x: state.x, most: MOST_INK };
  return { axes, turn: state, images };
}

/** Multipliers that are not zero: the support vectors. */
export function supportVectors({ frame }: SvddAnswer): number {
  return frame.solution.alpha.reduce((count, alpha) => (alpha === 0 ? count : count + 1), 0);
}

/** What the plot shows, in one sentence or two. */
export function sentence(state: SvddState, scene: Scene, answer: SvddAnswer | null): string {
  const [n, d] = [countOf(state), state.d];
  if (n === 0) return words.describeEmpty;
  if (answer === null || scene.rho === null || scene.pending === n) return format(words.describePending, { n, d });
  const cases = words.cases
    .map((name, kase) => ({ name, count: scene.counts[kase] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map((values) => format(words.describeCase, values));
  const [lo, rho, hi] = scene.rho.map((each) => formatNumber(each, 4)) as [string, string, string];
  const sv = supportVectors(answer);
  const first = format(words.describe, { n, d, rho, cases: cases.join(words.describeJoin), sv });
  const interval = scene.rho[2] > scene.rho[0] ? [format(words.describeInterval, { lo, hi })] : [];
  const { azimuth, elevation } = state;
  const turn = { azimuth: formatNumber(azimuth, 3), elevation: formatNumber(elevation, 3) };
  const sentences = [first, ...interval, ...(state.view === "sphere" ? [format(words.turned, turn)] : [])];
  return sentences.join(" ") + brokenSentence(scene.broken);
}

/** Which KKT case a point is, in words; and what it is, where that is known. */
export function caseName(state: SvddState, scene: Scene, i: number): string {
  const name = kit.caseName(scene, i, words.cases);
  const label = state.labels[i] ?? "";
  return label === "" ? name : format(words.labelled, { label, name });
}

/** Everything known of one point: coordinates in user units, the rest as it is solved. */
export function readout(state: SvddState, scene: Scene, answer: SvddAnswer | null, i: number): kit.Reading[] {
  const solution = answer?.frame.solution;
  const k = scene.row[i] ?? -1;
  const coordinates = columnsOf(state).map(
    (column) => [kit.columnName(state, column), state.x[i * state.d + column]] as const,
  );
  return kit.readingsOf([
    ...coordinates,
    [words.readout.weight, state.weights[i], 4],
    [words.readout.d2, solution?.distance2[k], 4],
    [words.readout.alpha, solution?.alpha[k], 4],
    [words.readout.xi, solution?.xi[k], 4],
  ]);
}

/** A point in one sentence. */
export function announcePoint(state: SvddState, scene: Scene, i: number): string {
  const columns = state.view === "strip" ? [0, Math.min(1, state.d - 1)] : columnsOf(state).slice(0, 2);
  const at = columns.map((column) => [kit.columnName(state, column), state.x[i * state.d + column] as number] as const);
  return kit.announcePoint(state, i, at, caseName(state, scene, i));
}

/** nu in the units of the weights, where those are not shares themselves; "" otherwise. */
export function nuText(state: SvddState): string {
  if (state.weights.length === 0) return "";
  return format(en.params.nuValue, { nu: formatNumber(nuOf(state), 4), sum: formatNumber(weightSum(state), 4) });
}

/** Notes below the plot, about what may surprise. */
export function notes(state: SvddState, scene: Scene, answer: SvddAnswer | null): readonly string[] {
  const lines: string[] = [];
  const { view, d, kernel } = state;
  if (countOf(state) > 0) {
    if (view === "plane" && d > 2)
      lines.push(kernel === "linear" ? format(words.notes.shadow, { d }) : words.notes.slice);
    else if (view === "plane" && kernel !== "linear") lines.push(words.notes.levels);
    if (view === "sphere" && kernel !== "linear") lines.push(words.notes.noSphere);
    else if (view === "sphere" && d > 3) lines.push(format(words.notes.shadow3, { d }));
    if (view === "strip") lines.push(words.notes.projection);
    if (answer !== null && scene.rho?.[2] === 0) lines.push(words.notes.empty);
    const nu = nuText(state);
    if (nu !== "") lines.push(nu);
  }
  return [...lines, ...(view === "strip" ? [] : kit.outsideNotes(scene))];
}
