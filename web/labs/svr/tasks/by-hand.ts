// Three coefficients and an offset that the student gives, and what they come to.
import type { Proofground, SvrProblem } from "../../../../wasm/lib/types.ts";
import type { Input, InputValues } from "../../../host/tasks/task.ts";
import { inner, numberOf, solved, sum } from "./measure.ts";

const number = (id: string, most: number): Input => ({ kind: "number", id, min: -most, max: most, start: 0 });

/** alpha - alphaStar of the first three points, and b. */
export const BY_HAND: readonly Input[] = [number("first", 2), number("second", 2), number("third", 2), number("b", 20)];

/** The residuals and P at the student's numbers; and P - D, point by point (step 7 of the proof of 1b), where the coefficients have the sum 0. */
export function byHand(pg: Proofground, problem: SvrProblem, { first, second, third, b: given }: InputValues) {
  const delta = [first, second, third].map(numberOf);
  const b = numberOf(given);
  const alpha = Float64Array.from(delta, (value) => Math.max(value, 0));
  const alphaStar = Float64Array.from(delta, (value) => Math.max(-value, 0));
  const { C, epsilon } = problem;
  const f = Array.from(solved(pg, problem, (run) => run.predict(problem.x, { alpha, alphaStar, b })) ?? []);
  const residual = Array.from(problem.y, (y, i) => y - (f[i] ?? Number.NaN));
  const xi = residual.map((e) => Math.max(Math.abs(e) - epsilon, 0));
  const primal =
    inner(
      delta,
      f.map((value) => value - b),
    ) /
      2 +
    C * sum(xi);
  const gap = C * sum(xi) + epsilon * sum(delta.map(Math.abs)) - inner(delta, residual);
  return { delta, residual, primal, gap };
}
