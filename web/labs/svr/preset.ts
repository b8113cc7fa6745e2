// A data set that comes with the lab, with the parameters that show it best.
import type { Points } from "./dataset.ts";
import type { SvrState } from "./state.ts";

/** The parameters of the problem; epsilon and C are in standardised units where `standardise` is on. */
type Parameters = Pick<SvrState, "kernel" | "C" | "epsilon" | "standardise"> &
  Partial<Pick<SvrState, "gamma" | "coef0" | "degree" | "plot" | "tolerance">> &
  Partial<Pick<SvrState, "viewX0" | "viewX1" | "viewY0" | "viewY1">>;

export interface Preset {
  readonly points: Points;
  /** Of its columns; left out: x and y. */
  readonly xNames?: readonly string[];
  readonly yName?: string;
  readonly parameters: Parameters;
}

export const rbf = (gamma: number, C: number, epsilon: number, plot: SvrState["plot"] = "column"): Parameters => ({
  kernel: "rbf",
  gamma,
  C,
  epsilon,
  standardise: true,
  plot,
});
export const linear = (C: number, epsilon: number): Parameters => ({
  kernel: "linear",
  C,
  epsilon,
  standardise: false,
});

/** For tubes that are wider than their data: a view that shows their edges. */
export const window = (x: readonly [number, number], y: readonly [number, number]) => ({
  viewX0: x[0],
  viewX1: x[1],
  viewY0: y[0],
  viewY1: y[1],
});
