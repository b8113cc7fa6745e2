// What the plot and the lanes show: the state, and the newest answer if there is one.
import { KNOTS, stepOf } from "../../fields.ts";
import type { DiffusionState } from "../../state.ts";
import { type ForwardFrame, type ForwardRequest, forwardExtent } from "./request.ts";

export type Tool = "look" | "draw" | "erase";

export interface Scene {
  /** Of the state, which may be ahead of the answer. */
  readonly t: number;
  readonly T: number;
  readonly frame: ForwardFrame | null;
  readonly request: ForwardRequest | null;
  /** (n*2) the data, to be drawn as such: while they are edited, and not where the particles hide them. Else null. */
  readonly points: ArrayLike<number> | null;
  readonly empty: boolean;
  /** Half the width of the view. */
  readonly viewExtent: number;
  readonly walk: boolean;
  readonly tool: Tool;
}

export function sceneOf(
  state: DiffusionState,
  answer: { readonly frame: ForwardFrame; readonly request: ForwardRequest } | null,
  tool: Tool,
  frozen: number | null,
): Scene {
  const own = state.dataset === "own";
  const frame = answer?.frame ?? null;
  return {
    t: stepOf(state, 0),
    T: state.T,
    frame,
    request: answer?.request ?? null,
    points: tool === "look" ? null : own ? state.points : (frame?.points ?? null),
    empty: own && state.points.length === 0,
    viewExtent: frozen ?? forwardExtent(state),
    walk: state.walk,
    tool,
  };
}

/** Steps at which the knots of a drawn schedule stand; they need not be whole. At T = 1 the first alone counts. */
export function knotSteps(T: number): number[] {
  if (T === 1) return [1];
  return Array.from({ length: KNOTS }, (_, k) => 1 + (k * (T - 1)) / (KNOTS - 1));
}

/** What a knot may be: log10 of the least and the largest beta. */
const RANGE = [-9, -0.0005] as const;
const DIGITS = 3;

/** The knots: the state's, or where the present schedule passes. Null while that is not known. */
export function knotsOf(
  state: Pick<DiffusionState, "schedule" | "knots" | "T">,
  beta: Float64Array | null,
): readonly number[] | null {
  if (state.schedule === "drawn" && state.knots.length === KNOTS) return state.knots;
  if (beta === null || beta.length !== state.T) return null;
  return Array.from({ length: KNOTS }, (_, k) => {
    const step = Math.round((k * (state.T - 1)) / (KNOTS - 1));
    return inRange(Math.log10(beta[step] as number));
  });
}

// Rounded first: that must not lift it over the largest.
const inRange = (value: number) => Math.max(RANGE[0], Math.min(RANGE[1], Number(value.toFixed(DIGITS))));

/** The state with knot k at a height: the schedule is then drawn. */
export function withKnot(knots: readonly number[], k: number, height: number): Partial<DiffusionState> {
  return { schedule: "drawn", knots: knots.map((knot, i) => (i === k ? inRange(height) : knot)) };
}
