// The plane of a main picture, as a lab gives it to the hand: which data lies there, and what an edit in it does to the state.

import type { Window } from "../main-plot/window.ts";
import type { PointsState } from "./state.ts";

export interface Plane<State extends PointsState = PointsState> {
  /** Most points the lab takes. */
  readonly maxPoints: number;
  /** The window that shows all data. */
  whole(state: State): Window;
  /** The state with a point at (x, y) of the plane; null where a new one has no place. */
  add(state: State, x: number, y: number): Partial<State> | null;
  /** Why a point has no place here, a sentence. */
  readonly cannotAdd: string;
  /** The state with point `i` moved to (x, y), as far as the plane lets it. */
  move(state: State, i: number, x: number, y: number): Partial<State>;
  /** Whether points stay where they are: a drag that starts at one moves the view. Left out: they can be moved. */
  fixed?(state: State): boolean;
  /** Where a view turns instead of being moved: the state after the hand has gone so many px; null where it does not turn. */
  turn?(state: State, dx: number, dy: number): Partial<State> | null;
  remove(state: State, i: number): Partial<State>;
  /** The state with point `i` picked; what was tried on another point goes. */
  picked(i: number): Partial<State>;
  /** Where points have weights: the wheel over a point, keys and tools then change them. */
  readonly weight?: {
    of(state: State, i: number): number;
    /** The state with point `i` of this weight, as far as its range lets it. */
    set(state: State, i: number, weight: number): Partial<State>;
  };
}
