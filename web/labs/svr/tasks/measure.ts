// What the tasks of this lab measure with. Their problems are small and not standardised: solved units are the user's.
import type { Proofground, SvrClaim, SvrClaimId, SvrProblem, SvrRun, SvrSolution } from "../../../../wasm/lib/types.ts";
import type { Measured, Task } from "../../../host/tasks/task.ts";
import model from "../model.ts";
import type { SvrState } from "../state.ts";

export type SvrTask = Task<SvrState>;

/** Points of the user's own, solved as they are. */
export const OWN = { preset: "own", d: 1, kernel: "linear", standardise: false } as const satisfies Partial<SvrState>;

/** Names for `lock`: all that the problem is made of; all but the points; and, where the student places points, the menu of data sets too. */
export const PROBLEM = ["data", "controls"] as const;
export const PARAMETERS = ["controls"] as const;
export const PLACED = ["preset", ...PARAMETERS] as const;

/** Most points of a state that is solved at all while the student drags, and most iterations. */
const MOST = 100;
const ITERATIONS = 100_000;

/** Much finer than any bound that a task asks for. */
const FINE = 1e-9;

/** The problem of a state, to be solved finely whatever the page's tolerance is. */
export const problemOf = (state: SvrState): SvrProblem => ({
  ...model.request(state).problem,
  tolerance: FINE,
  maxIterations: ITERATIONS,
});

/** @returns null where there are too many points, or the solver did not come to its end */
export function solved<Found>(
  pg: Proofground,
  problem: SvrProblem,
  find: (run: SvrRun, solution: SvrSolution) => Found,
  maxTrace = 0,
): Found | null {
  if (problem.y.length > MOST) return null;
  const run = pg.svr.start(problem, { maxTrace });
  try {
    while (!run.advance(ITERATIONS));
    const solution = run.solution();
    return solution.report.converged ? find(run, solution) : null;
  } finally {
    run.delete();
  }
}

type PictureOf<Id extends SvrClaimId> = Extract<SvrClaim, { id: Id }>["picture"];

/** What the plot of a claim shows, as the page asks for it; intact, whatever the student has broken. @param broken or with the plain mistake */
export function pictureOf<Id extends SvrClaimId>(run: SvrRun, id: Id, state: SvrState, broken = false): PictureOf<Id> {
  const asked = model.request({ ...state, claim: id }).claims[0];
  return run.claim(id, broken, asked?.options).picture as PictureOf<Id>;
}

/** (n*n) K, by the rows of the data. */
export function gramOf(run: SvrRun, state: SvrState): readonly number[] {
  const { gram, shown, m } = pictureOf(run, "1d1", state);
  const place = Array.from({ length: m }, (_, i) => shown.indexOf(i));
  return place.flatMap((row) => place.map((column) => gram[row * m + column] as number));
}

/** (n) alpha - alphaStar */
export const deltaOf = ({ alpha, alphaStar }: Pick<SvrSolution, "alpha" | "alphaStar">): number[] =>
  Array.from(alpha, (value, i) => value - (alphaStar[i] as number));

/** The number of an input; NaN where there is none. */
export const numberOf = (value: number | string | null | undefined): number =>
  typeof value === "number" ? value : Number.NaN;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const inner = (a: readonly number[], b: readonly number[]): number =>
  sum(a.map((value, i) => value * (b[i] as number)));
/** NaN where one of them is. */
export const largest = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs));

/** Less than this is rounding, and shown as 0. */
const ROUNDING = 1e-12;

/** @param value null, undefined, NaN: it could not be measured, and does not hold */
export const at = (
  name: string,
  value: number | null | undefined,
  relation: Measured["relation"],
  bound: number,
): Measured => ({ name, value: Math.abs(value ?? Number.NaN) < ROUNDING ? 0 : (value ?? Number.NaN), relation, bound });
