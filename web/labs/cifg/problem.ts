// The cell's problem: the state's lists of numbers as the library takes them, and where each of them stands.
import type { CifgParams, CifgProblem } from "../../../wasm/lib/types.ts";
import { type SharedState, weightCount } from "./fields.ts";

export type Sizes = Pick<SharedState, "dx" | "dh" | "T">;
export type ProblemFields = Sizes & Pick<SharedState, "weights" | "x" | "h0" | "c0" | "g">;

export const PROBLEM_FIELDS = [
  "dx",
  "dh",
  "T",
  "weights",
  "x",
  "h0",
  "c0",
  "g",
] as const satisfies readonly (keyof ProblemFields)[];

export const PARAMS = ["W_f", "U_f", "b_f", "W_o", "U_o", "b_o", "W_c", "U_c", "b_c"] as const;
export type ParamName = (typeof PARAMS)[number];

/** Rows are units; columns what they multiply. */
export function shapeOf(name: ParamName, { dx, dh }: Pick<Sizes, "dx" | "dh">): { rows: number; columns: number } {
  return { rows: dh, columns: name.startsWith("W") ? dx : name.startsWith("U") ? dh : 1 };
}

/** Where a parameter begins in the list of weights. */
export function offsetOf(name: ParamName, sizes: Pick<Sizes, "dx" | "dh">): number {
  let offset = 0;
  for (const each of PARAMS) {
    if (each === name) break;
    const { rows, columns } = shapeOf(each, sizes);
    offset += rows * columns;
  }
  return offset;
}

/** Whether every list has as many numbers as the sizes say. */
export function fits({ dx, dh, T, weights, x, h0, c0, g }: ProblemFields): boolean {
  return (
    weights.length === weightCount(dx, dh) &&
    x.length === T * dx &&
    h0.length === dh &&
    c0.length === dh &&
    g.length === T * dh
  );
}

export function problemOf({ dx, dh, T, weights, x, h0, c0, g }: ProblemFields): CifgProblem {
  const entry = (name: ParamName) => {
    const from = offsetOf(name, { dx, dh });
    const { rows, columns } = shapeOf(name, { dx, dh });
    return [name, weights.slice(from, from + rows * columns)] as const;
  };
  const params = Object.fromEntries(PARAMS.map(entry)) as unknown as CifgParams;
  return { dx, dh, T, batch: 1, params, x, h0, c0, g };
}

/** The part of each list that both sizes have; what is new is 0. */
export function resized(fields: ProblemFields, sizes: Sizes): ProblemFields {
  const old = fields;
  const matrix = (list: readonly number[], rows: number, columns: number, toRows: number, toColumns: number) =>
    Array.from({ length: toRows * toColumns }, (_, k) => {
      const [row, column] = [Math.floor(k / toColumns), k % toColumns];
      return row < rows && column < columns ? (list[row * columns + column] ?? 0) : 0;
    });
  const weights = PARAMS.flatMap((name) => {
    const [from, to] = [shapeOf(name, old), shapeOf(name, sizes)];
    const at = offsetOf(name, old);
    return matrix(old.weights.slice(at, at + from.rows * from.columns), from.rows, from.columns, to.rows, to.columns);
  });
  const { dx, dh, T } = sizes;
  return {
    ...{ dx, dh, T },
    weights,
    x: matrix(old.x, old.T, old.dx, sizes.T, sizes.dx),
    h0: matrix(old.h0, 1, old.dh, 1, sizes.dh),
    c0: matrix(old.c0, 1, old.dh, 1, sizes.dh),
    g: matrix(old.g, old.T, old.dh, sizes.T, sizes.dh),
  };
}
