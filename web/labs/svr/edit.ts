// What a gesture in the picture does to the data: patches of the state, made in one place so that mouse, keys and touch agree.
import { MAX_POINTS, type SvrState } from "./model.ts";

type DataPatch = Pick<SvrState, "x" | "y" | "preset" | "iteration"> & Partial<Pick<SvrState, "point">>;

/** Edited data is the user's own, and its solver's path a new one. */
const OWN = { preset: "own", iteration: null } as const;

/** Whether the picture's x direction is a column of the data (and not a prediction, which nobody can move). */
export function editsColumn(state: SvrState): boolean {
  return state.plot === "column";
}

/** A column's mean: what a point added in the picture gets in the columns that the picture does not show. */
function meanOf(state: SvrState, column: number): number {
  let sum = 0;
  for (let i = 0; i < state.y.length; ++i) sum += (state.x[i * state.d + column] as number) / state.y.length;
  return sum;
}

/**
 * The data with a point at (x in the shown column, y); its other columns are at their means.
 * @returns null when there is no room for another, or the picture shows predictions
 */
export function addPoint(state: SvrState, x: number, y: number): DataPatch | null {
  if (!editsColumn(state) || state.y.length >= MAX_POINTS) return null;
  const row = Array.from({ length: state.d }, (_, k) =>
    k === state.column ? x : state.y.length === 0 ? 0 : meanOf(state, k),
  );
  return { ...OWN, x: [...state.x, ...row], y: [...state.y, y] };
}

/** The data with point `i` moved; x is left alone where the picture shows predictions. */
export function movePoint(state: SvrState, i: number, x: number, y: number): DataPatch {
  const ys = [...state.y];
  ys[i] = y;
  if (!editsColumn(state)) return { ...OWN, x: state.x, y: ys };
  const xs = [...state.x];
  xs[i * state.d + state.column] = x;
  return { ...OWN, x: xs, y: ys };
}

/** The data without point `i`. The point picked in the proof panel follows its row. */
export function removePoint(state: SvrState, i: number): DataPatch {
  const { d } = state;
  return {
    ...OWN,
    x: [...state.x.slice(0, i * d), ...state.x.slice((i + 1) * d)],
    y: [...state.y.slice(0, i), ...state.y.slice(i + 1)],
    point: Math.max(0, Math.min(state.point > i ? state.point - 1 : state.point, state.y.length - 2)),
  };
}
