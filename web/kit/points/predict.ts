// What predictions in a lab of points read: the answer to what is on screen.
import { formatNumber } from "../../host/format-number.ts";
import type { Known } from "../../host/predict/prediction.ts";
import { type Answer, type Fit, type PointsModel, type RunRequest, sameSolution } from "./request.ts";
import type { PointsState } from "./state.ts";

/** @returns the newest answer to this very problem that is an optimum, or the iteration that the stepper stands on; null: there is none yet */
export function fitOf<State extends PointsState, Request extends RunRequest, F extends Fit>(
  model: PointsModel<State, Request>,
  { state, answers }: Known<State>,
): Answer<Request, F> | null {
  const wanted = model.request(state);
  for (const { frame, request } of answers) {
    const answer = { frame: frame as F, request: request as Request };
    if (answer.frame.phase !== "done" || !sameSolution(answer.request, wanted)) continue;
    if (answer.frame.solution.report.converged || state.stepper) return answer;
  }
  return null;
}

/** Each point by its coordinates. @param besides a number more of each point */
export function pointNames({ x, d }: Pick<PointsState, "x" | "d">, besides?: readonly number[]): string[] {
  return Array.from({ length: d === 0 ? 0 : x.length / d }, (_, i) => {
    const own = [...x.slice(i * d, (i + 1) * d), ...(besides ? [besides[i] as number] : [])];
    return `(${own.map((value) => formatNumber(value)).join(", ")})`;
  });
}
