// What the main picture shows, as numbers in the picture's plane: made from the state and the newest answer, before any pixel.
import type { KktCase, SvrProblem } from "../../../wasm/lib/types.ts";
import type { SvrFrame, SvrRequest, SvrState } from "./model.ts";
import { columnOf, type Window, windowOf } from "./window.ts";

export type DoneFrame = Extract<SvrFrame, { phase: "done" }>;

/** A solution with the question it answers. */
export interface Answer {
  readonly frame: DoneFrame;
  readonly request: SvrRequest;
}

/** Not yet solved with: a point has just come, or everything has. */
export const PENDING = -1;
export type Role = KktCase | typeof PENDING;

export interface Scene {
  readonly window: Window;
  /** (n) where the points are in the plane; NaN where that is not known yet. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** (n) Role */
  readonly role: Int8Array;
  /** (n) |alpha - alphaStar| / C in [0, 1]; 0 while pending. */
  readonly weight: Float64Array;
  /** Points of each KKT case, and still pending. */
  readonly counts: readonly [number, number, number, number, number];
  readonly pending: number;
  /** Points the window does not show. */
  readonly outside: number;
  /** The answer's row of each point, -1 for none. */
  readonly row: Int32Array;
  /** The fit along the plane's x; null while there is none of this data and column. */
  readonly curve: { readonly x: Float64Array; readonly f: Float64Array } | null;
  /** Half width of the tube, user units. */
  readonly tube: number;
  /** How far the b on trial lifts the fit (claim 1c1), user units; null when none is. */
  readonly lift: number | null;
  /** Slack, from the point to its edge of the tube. */
  readonly whiskers: { readonly x: Float64Array; readonly from: Float64Array; readonly to: Float64Array };
  /** Working pair of the iteration on show, as points; -1 for one that has gone. */
  readonly pair: readonly [number, number] | null;
}

function sameRow(problem: SvrProblem, i: number, state: SvrState, j: number): boolean {
  if (problem.y[i] !== state.y[j]) return false;
  for (let k = 0; k < state.d; ++k) if (problem.x[i * state.d + k] !== state.x[j * state.d + k]) return false;
  return true;
}

/**
 * The row of the answered problem that each point of the state is. Between an answer and the next question a gesture adds,
 * removes or moves one row: everything before and after it is as it was, and a moved point stays itself.
 * @returns (n) row or -1; null when the answer is of other data
 */
export function matchRows(problem: SvrProblem, state: SvrState): Int32Array | null {
  if (problem.d !== state.d) return null;
  const [old, now] = [problem.y.length, state.y.length];
  const rows = new Int32Array(now).fill(-1);
  const shorter = Math.min(old, now);
  let head = 0;
  while (head < shorter && sameRow(problem, head, state, head)) ++head;
  let tail = 0;
  while (tail < shorter - head && sameRow(problem, old - 1 - tail, state, now - 1 - tail)) ++tail;
  if (old - head - tail > 1 || now - head - tail > 1) return null;
  for (let i = 0; i < head; ++i) rows[i] = i;
  for (let k = 1; k <= tail; ++k) rows[now - k] = old - k;
  if (old === now && head + tail === now - 1) rows[head] = head;
  return rows;
}

/** Whiskers of every point outside the tube, where the answer has it. */
function whiskersOf({ frame, request }: Answer, state: SvrState): Scene["whiskers"] {
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

function curveOf({ frame, request }: Answer, state: SvrState, window: Window): Scene["curve"] {
  if (state.plot === "predicted") {
    // Predicted against actual: a perfect fit is the diagonal, and the tube runs along it.
    const x = Float64Array.from(window.x);
    return { x, f: x };
  }
  return request.curve !== null && request.curve.column === state.column ? frame.curve : null;
}

const NO_WHISKERS: Scene["whiskers"] = { x: new Float64Array(0), from: new Float64Array(0), to: new Float64Array(0) };

/**
 * @param answer the newest solution, whatever it answers; null before the first
 * @param pair working pair of the iteration on show, as rows of the answer
 */
export function sceneOf(state: SvrState, answer: Answer | null, pair: readonly [number, number] | null = null): Scene {
  const n = state.y.length;
  const window = windowOf(state);
  const rows = answer === null ? null : matchRows(answer.request.problem, state);
  const of = rows === null ? null : answer;
  const row = rows ?? new Int32Array(n).fill(-1);
  const role = new Int8Array(n).fill(PENDING);
  const weight = new Float64Array(n);
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const y = Float64Array.from(state.y);
  const x = state.plot === "column" ? columnOf(state, state.column) : new Float64Array(n).fill(Number.NaN);
  let pending = n;
  if (of !== null) {
    const { solution, kktCase, fitted } = of.frame;
    const C = of.request.problem.C;
    for (let i = 0; i < n; ++i) {
      const k = row[i] as number;
      if (k < 0) continue;
      --pending;
      const kase = kktCase[k] as KktCase;
      role[i] = kase;
      ++counts[kase];
      weight[i] = Math.min(1, Math.abs((solution.alpha[k] as number) - (solution.alphaStar[k] as number)) / C);
      if (state.plot === "predicted") x[i] = fitted[k] as number;
    }
  }
  let outside = 0;
  for (let i = 0; i < n; ++i) {
    const [px, py] = [x[i] as number, y[i] as number];
    if (px < window.x[0] || px > window.x[1] || py < window.y[0] || py > window.y[1]) ++outside;
  }
  const { b } = state;
  return {
    ...{ window, x, y, role, weight, counts, pending, outside, row },
    curve: of === null ? null : curveOf(of, state, window),
    tube: of === null ? 0 : of.frame.tube,
    lift: of === null || b === null ? null : (b - of.frame.solution.b) * of.frame.scaling.yScale,
    whiskers: of === null ? NO_WHISKERS : whiskersOf(of, state),
    pair: of === null || pair === null || rows === null ? null : [rows.indexOf(pair[0]), rows.indexOf(pair[1])],
  };
}

/** The point nearest to a pixel, or -1 when none is within `reach` px. */
export function nearest(
  scene: Scene,
  toX: (x: number) => number,
  toY: (y: number) => number,
  px: number,
  py: number,
  reach: number,
): number {
  let best = -1;
  let least = reach * reach;
  for (let i = 0; i < scene.x.length; ++i) {
    const dx = toX(scene.x[i] as number) - px;
    const dy = toY(scene.y[i] as number) - py;
    const square = dx * dx + dy * dy;
    // Later points are drawn on top, so among equals the last is the one seen.
    if (square <= least) {
      least = square;
      best = i;
    }
  }
  return best;
}
