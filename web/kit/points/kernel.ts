// The kernel that a state names. Pure: the worker's requests are made with it.
import type { Kernel } from "../../../wasm/lib/types.ts";
import type { KERNEL, PointsState } from "./state.ts";

export function kernelOf(state: Pick<PointsState, keyof typeof KERNEL>): Kernel {
  const { gamma, coef0, degree } = state;
  switch (state.kernel) {
    case "linear":
      return { type: "linear" };
    case "rbf":
      return { type: "rbf", gamma };
    case "poly":
      return { type: "poly", gamma, coef0, degree };
    case "sigmoid":
      return { type: "sigmoid", gamma, coef0 };
  }
}
