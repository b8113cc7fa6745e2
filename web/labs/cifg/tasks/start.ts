// Where tasks start: a cell of one unit and one input, small enough that every number is seen.
import { PARAMS, type ParamName, type ProblemFields } from "../problem.ts";
import type { CifgState } from "../state.ts";

/** All other weights are 0. @param given x and g have T numbers each */
export function smallCell(
  weights: Partial<Record<ParamName, number>>,
  given: Pick<ProblemFields, "x" | "g"> & Partial<Pick<ProblemFields, "h0" | "c0">>,
): Partial<CifgState> {
  return {
    ...{ preset: "one", pass: "backward", dx: 1, dh: 1, T: given.x.length },
    weights: PARAMS.map((name) => weights[name] ?? 0),
    ...{ h0: [0], c0: [0], ...given },
  };
}

/** The weights with other values for some: of a cell of one unit and one input. */
export const otherWeights = ({ weights = [] }: Partial<CifgState>, values: Partial<Record<ParamName, number>>) =>
  PARAMS.map((name, i) => values[name] ?? weights[i] ?? 0);

/** What may not change in every task on such a cell. */
export const SIZES = ["preset", "dx", "dh", "T"] as const;
