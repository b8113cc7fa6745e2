// The problem of the claims and of the stage "Bound": the state's lists of numbers as the library takes them.
import type { VaeClaimProblem } from "../../../wasm/lib/types.ts";
import type { SharedState } from "./fields.ts";

export const PROBLEM_FIELDS = [
  ...(["dx", "dz", "D", "b", "noiseVar", "x", "qMean", "qVar"] as const),
  ...(["modes", "modeSd", "alphaBar"] as const),
] as const satisfies readonly (keyof SharedState)[];
export type ProblemFields = Pick<SharedState, (typeof PROBLEM_FIELDS)[number]>;

/** Whether every list has as many numbers as the sizes say. */
export function fits({ dx, dz, D, b, x, qMean, qVar }: ProblemFields): boolean {
  return D.length === dx * dz && b.length === dx && x.length === dx && qMean.length === dz && qVar.length === dz;
}

export function problemOf({ D, b, noiseVar, x, qMean, qVar, modes, modeSd, alphaBar }: ProblemFields): VaeClaimProblem {
  return { D, b, noiseVar, x, qMean, qVar, modes, modeSd, alphaBar };
}

/** The part of each list that both sizes have; what is new is 0, a new variance 1. */
export function resized(fields: ProblemFields, dx: number, dz: number): ProblemFields {
  const list = (from: readonly number[], count: number, fresh: number) =>
    Array.from({ length: count }, (_, k) => from[k] ?? fresh);
  const D = Array.from({ length: dx * dz }, (_, k) => {
    const [row, column] = [Math.floor(k / dz), k % dz];
    return row < fields.dx && column < fields.dz ? (fields.D[row * fields.dz + column] ?? 0) : 0;
  });
  const { b, x, qMean, qVar } = fields;
  return {
    ...fields,
    ...{ dx, dz, D },
    ...{ b: list(b, dx, 0), x: list(x, dx, 0), qMean: list(qMean, dz, 0), qVar: list(qVar, dz, 1) },
  };
}
