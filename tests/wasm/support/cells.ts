// Cells made from a seed.
import type { CifgParams, CifgProblem } from "../../../wasm/lib/types.ts";
import { uniform } from "./problems.ts";

export const PARAMS = ["W_f", "U_f", "b_f", "W_o", "U_o", "b_o", "W_c", "U_c", "b_c"] as const;

export interface CellSizes {
  dx: number;
  dh: number;
  T: number;
  batch: number;
}

/** Numbers of both signs up to 2, weights up to `gain`. */
export function cell({ dx, dh, T, batch }: CellSizes, gain = 1, seed = 1): CifgProblem {
  const next = uniform(seed);
  const list = (count: number, size: number) => Float64Array.from({ length: count }, () => size * (2 * next() - 1));
  const columns = { W: dx, U: dh, b: 1 };
  const params = Object.fromEntries(
    PARAMS.map((name) => [name, list(dh * columns[name[0] as keyof typeof columns], gain)]),
  ) as unknown as CifgParams;
  const rows = T * batch;
  return {
    dx,
    dh,
    T,
    batch,
    params,
    x: list(rows * dx, 2),
    h0: list(batch * dh, 1),
    c0: list(batch * dh, 2),
    g: list(rows * dh, 2),
  };
}

export const SMALL: CellSizes = { dx: 2, dh: 3, T: 4, batch: 1 };
