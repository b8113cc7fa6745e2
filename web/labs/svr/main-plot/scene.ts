// What the main plot shows, as numbers in its plane: made from the state and the newest answer, without pixels.

import { type NamedBroken, named } from "../../../kit/main-plot/broken.ts";
import { type PointScene, pointScene } from "../../../kit/main-plot/scene.ts";
import type { Window } from "../../../kit/main-plot/window.ts";
import type { PageContext } from "../../../kit/points/page-context.ts";
import { answerRows, type Broken, brokenOnShow } from "../../../kit/points/request.ts";
import { columnOf } from "../../../kit/points/rows.ts";
import { LOOKS } from "../looks.ts";
import type { SvrAnswer } from "../request.ts";
import type { SvrState } from "../state.ts";
import { windowOf } from "./window.ts";

/** What a broken certificate gives: its fit, or where its predictions are. */
interface BrokenFit extends Broken {
  readonly curve: Scene["curve"];
  readonly points: { readonly x: Float64Array; readonly y: ArrayLike<number> } | null;
}

/** Points are as large as |alpha - alphaStar| / C. */
export interface Scene extends PointScene {
  /** The fit over the x of the plot; null while there is none of this data and column. */
  readonly curve: { readonly x: Float64Array; readonly f: Float64Array } | null;
  /** Half width of the tube, user units. */
  readonly tube: number;
  /** By how much the trial b of claim 1c1 moves the fit upwards, user units; null without one. */
  readonly lift: number | null;
  /** The open claim, or "none". */
  readonly open: string;
  /** That of the open claim. */
  readonly broken: (BrokenFit & NamedBroken) | null;
  /** Slack, from the point to its edge of the tube. */
  readonly whiskers: { readonly x: Float64Array; readonly from: Float64Array; readonly to: Float64Array };
}

/** Whiskers of every point outside the tube, at the places of the answer. */
function whiskersOf({ frame, request }: SvrAnswer, state: SvrState): Scene["whiskers"] {
  const { y, x, d } = request.problem;
  const scale = frame.scaling.yScale;
  const outside: number[] = [];
  for (let i = 0; i < y.length; ++i) if (frame.kktCase[i] === 0 || frame.kktCase[i] === 4) outside.push(i);
  const slack = (i: number) => (frame.solution.xi[i] as number) * scale * (frame.kktCase[i] === 4 ? 1 : -1);
  const place = (i: number) => (state.plot === "predicted" ? frame.fitted[i] : x[i * d + state.column]) as number;
  return {
    x: Float64Array.from(outside, place),
    from: Float64Array.from(outside, (i) => y[i] as number),
    to: Float64Array.from(outside, (i) => (y[i] as number) - slack(i)),
  };
}

function curveOf({ frame, request }: SvrAnswer, state: SvrState, window: Window): Scene["curve"] {
  if (state.plot === "predicted") {
    // Predicted against actual: a perfect fit is the diagonal, and the tube runs along it.
    const x = Float64Array.from(window.x);
    return { x, f: x };
  }
  return request.curve !== null && request.curve.column === state.column ? frame.curve : null;
}

/** Against the actual values a prediction is a point; against a column the fit is a curve. */
function brokenOf({ frame, request }: SvrAnswer, state: SvrState): BrokenFit | null {
  const found = brokenOnShow(frame, state);
  if (found === null) return null;
  const { claim, mistake, fitted } = found;
  const what = { claim, mistake };
  if (state.plot === "predicted") return { ...what, curve: null, points: { x: fitted, y: request.problem.y } };
  return { ...what, curve: request.curve?.column === state.column ? found.curve : null, points: null };
}

const NO_WHISKERS: Scene["whiskers"] = { x: new Float64Array(0), from: new Float64Array(0), to: new Float64Array(0) };

/**
 * @param answer the newest solution, perhaps of an older state; null before the first
 * @param pair working pair of the iteration on show, as rows of the answer
 * @param mistakeName the name of what the open claim is broken with
 */
export function sceneOf(
  state: SvrState,
  answer: SvrAnswer | null,
  pair: readonly [number, number] | null = null,
  mistakeName: PageContext["mistakeName"] = () => "",
): Scene {
  const n = state.y.length;
  const window = windowOf(state);
  const rows = answerRows(answer, state);
  const of = rows === null ? null : answer;
  const fittedAt = (i: number) => of?.frame.fitted[rows?.[i] as number] ?? Number.NaN;
  const weight = (_: number, k: number) => {
    if (of === null || k < 0) return 0;
    const { alpha, alphaStar } = of.frame.solution;
    return Math.min(1, Math.abs((alpha[k] as number) - (alphaStar[k] as number)) / of.request.problem.C);
  };
  const x =
    state.plot === "column" ? columnOf(state, state.column) : Float64Array.from({ length: n }, (_, i) => fittedAt(i));
  const y = Float64Array.from(state.y);
  const { b } = state;
  const broken = of === null ? null : named(brokenOf(of, state), mistakeName);
  return {
    ...pointScene({ x, y, window, rows, kktCase: of?.frame.kktCase ?? null, cases: LOOKS.length, weight, pair }),
    curve: of === null ? null : curveOf(of, state, window),
    tube: of === null ? 0 : of.frame.tube,
    // A broken b takes the place of the one on trial.
    lift:
      of === null || b === null || broken?.claim === "1c1" ? null : (b - of.frame.solution.b) * of.frame.scaling.yScale,
    ...{ open: state.claim, broken },
    whiskers: of === null ? NO_WHISKERS : whiskersOf(of, state),
  };
}
