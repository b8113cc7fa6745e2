// Why nothing can be learnt from a series.
import type { CifgState } from "../../state.ts";

export type SeriesProblem =
  | "empty"
  | "not-finite"
  | "constant"
  | "constant-training"
  | "short-training"
  | "short-held-out"
  | "season";

type Cutting = Pick<CifgState, "window" | "horizon" | "split" | "season">;

/** Values of the training part: the held-out part begins there. */
export const trainingCount = (count: number, split: number) => Math.floor(split * count);

/** Least number of values in the training part: one window, and what comes after it. */
export const leastTraining = ({ window, horizon }: Pick<Cutting, "window" | "horizon">) => window + horizon;

/** Values from a forecast back to the one that the seasonal predictor repeats. */
const seasonBack = ({ horizon, season }: Pick<Cutting, "horizon" | "season">) =>
  season === 0 ? 0 : Math.ceil(horizon / season) * season;

/** The first of them; null: it can be learnt from. */
export function seriesProblem(values: readonly number[], cutting: Cutting): SeriesProblem | null {
  if (values.length === 0) return "empty";
  if (!values.every((value) => Number.isFinite(value))) return "not-finite";
  if (values.every((value) => value === values[0])) return "constant";
  const training = trainingCount(values.length, cutting.split);
  if (training < leastTraining(cutting)) return "short-training";
  if (training >= values.length) return "short-held-out";
  if (values.slice(0, training).every((value) => value === values[0])) return "constant-training";
  return seasonBack(cutting) > training ? "season" : null;
}
