// The request and the frame of the stage.
import type { ReverseAnswer, ScheduleSpec } from "../../../../../wasm/lib/types.ts";
import { type DataSpec, dataAndSchedule, scheduleSpec } from "../../data-and-schedule.ts";
import { stepOf } from "../../fields.ts";
import type { DiffusionState } from "../../state.ts";
import { type View, wholeView } from "./window.ts";

export interface PosteriorRequest {
  readonly task: "posterior";
  readonly schedule: ScheduleSpec;
  readonly t: number;
  /** (d), as xt and guess; d is 1 or 2. */
  readonly x0: readonly number[];
  readonly xt: readonly number[];
  /** null: the true noise. */
  readonly guess: readonly number[] | null;
  /** The data whose best guess is computed; null in one dimension and where there are no points. */
  readonly data: DataSpec | null;
  /** What the plot shows; "close" is found from the answer. */
  readonly view: View | "close";
}

/** A density over its own stretch of the axis, in units of its largest value. */
export interface Curve {
  readonly u: Float64Array;
  readonly density: Float64Array;
}

export interface PosteriorFrame {
  readonly task: "posterior";
  readonly view: View;
  readonly answer: ReverseAnswer;
  /** In one dimension; null where it is a point mass, or out of view. */
  readonly prior: Curve | null;
  readonly likelihood: Curve | null;
  readonly product: Curve | null;
  /** (n*2) in two: the data, where x_0 may have been; null without data. */
  readonly points: Float64Array | null;
  /** In two: E[eps | x_t] of the data, and its squared distance from eps. */
  readonly best: { readonly eps: Float64Array; readonly error2: number } | null;
}

/** The coordinates that count. */
export function placesOf(state: DiffusionState) {
  const of = (x: number, y: number): readonly number[] => (state.dims === "1" ? [x] : [x, y]);
  return {
    x0: of(state.x0x, state.x0y),
    xt: of(state.xtx, state.xty),
    guess: state.guess ? of(state.guessX, state.guessY) : null,
  };
}

/** @param frozen the view when a handle was taken: axes must not move while it is dragged */
export function posteriorRequest(state: DiffusionState, frozen: View | null): PosteriorRequest {
  const places = placesOf(state);
  const { dims, closeUp } = state;
  return {
    task: "posterior",
    schedule: scheduleSpec(state),
    t: stepOf(state, 1),
    ...places,
    data: dims === "1" ? null : (dataAndSchedule(state)?.data ?? null),
    view: frozen ?? (closeUp ? "close" : wholeView(places)),
  };
}
