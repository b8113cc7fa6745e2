// The edits of a lab's data, as the main plot and the table use them: which data there is, and what an edit does to the state.

import type { Window } from "../main-plot/window.ts";
import type { PointsState } from "./state.ts";

export interface Edits<State extends PointsState = PointsState> {
  /** Most points the lab takes. */
  readonly maxPoints: number;
  /** The window of the main plot that shows all data. */
  whole(state: State): Window;
  /** The state with a new point at (x, y) of the main plot; null where a new point has no place. */
  add(state: State, x: number, y: number): Partial<State> | null;
  /** Why a point has no place here, a sentence. */
  readonly cannotAdd: string;
  /** The state with point `i` moved to (x, y), as far as the plot allows it. */
  move(state: State, i: number, x: number, y: number): Partial<State>;
  /** Whether points cannot be moved: a drag that starts at one then moves the view. Left out: they can. */
  fixed?(state: State): boolean;
  /** Where the view turns instead of moving: the state after a drag by so many px; null where it does not turn. */
  turn?(state: State, dx: number, dy: number): Partial<State> | null;
  remove(state: State, i: number): Partial<State>;
  /** The state with point `i` picked. Trial values of another point are cleared. */
  pick(i: number): Partial<State>;
  /** Where points have weights: the wheel over a point, keys and tools then change them. */
  readonly weight?: {
    of(state: State, i: number): number;
    /** The state with point `i` of this weight, limited to the allowed range. */
    set(state: State, i: number, weight: number): Partial<State>;
  };
}
