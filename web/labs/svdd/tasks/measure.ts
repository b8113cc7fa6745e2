// What the tasks of this lab measure with: the solver's answer to the student's state, as numbers beside their bounds.
import type { Proofground, SvddClaim, SvddClaimId, SvddRun, SvddSolution } from "../../../../wasm/lib/types.ts";
import type { InputValues, Measured } from "../../../host/tasks/task.ts";
import { countOf } from "../../../kit/points/state.ts";
import model from "../model.ts";
import type { SvddState } from "../state.ts";

/** Parts and fields that a task locks: all of the problem; all but nu; all but where the points are. */
export const LOCK = {
  problem: ["data", "controls"],
  allButNu: ["data", "kernel", "standardise", "tolerance"],
  // Data of the user's own stay so whatever is edited, and a locked name keeps the menu of data sets out.
  allButPoints: ["preset", "d", "weights", "controls"],
} as const;

/** A judge runs while the student drags: more points than any task needs are not solved. */
const MOST_POINTS = 200;
const STEPS = 10_000;

/** @returns what `read` makes of the optimum of this state; null where there is none: no points, too many, or not converged */
export function solved<T>(
  pg: Proofground,
  state: Readonly<SvddState>,
  read: (solution: SvddSolution, run: SvddRun) => T,
): T | null {
  const n = countOf(state);
  if (n === 0 || n > MOST_POINTS) return null;
  const { problem, standardise } = model.request(state);
  const run = pg.svdd.start(problem, { standardise });
  try {
    while (!run.advance(STEPS));
    return run.report().converged ? read(run.solution(), run) : null;
  } finally {
    run.delete();
  }
}

/** What the intact check of a claim measures with the trial values of the state. */
export function pictureOf<Id extends SvddClaimId>(run: SvddRun, state: Readonly<SvddState>, id: Id) {
  const options = model.request({ ...state, claim: id }).claims[0]?.options;
  return run.claim(id, false, options).picture as Extract<SvddClaim, { id: Id }>["picture"];
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Any multipliers, optimal or not: their sum s, the squared distances to their centre, and theta, which is s times a variance (2.4, step 4). */
export function dualAt(pg: Proofground, state: Readonly<SvddState>, alpha: readonly number[]) {
  const sum = sumOf(alpha);
  if (!(sum > 0)) return { sum, distance2: alpha.map(() => Number.NaN), theta: Number.NaN };
  const { problem } = model.request(state);
  const share = Float64Array.from(alpha, (value) => value / sum);
  const distance2 = [...pg.svdd.distance2(problem, { ...pg.svdd.fit(problem), alpha: share }, problem.x)];
  return { sum, distance2, theta: sumOf(distance2.map((d2, i) => (alpha[i] ?? 0) * d2)) };
}

/** The coordinates of point `i`. */
export const pointOf = ({ x, d }: Pick<SvddState, "x" | "d">, i: number): readonly number[] =>
  x.slice(i * d, (i + 1) * d);

export const between = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.sqrt(sumOf(Array.from(a, (value, k) => (value - (b[k] ?? Number.NaN)) ** 2)));

/** The least distance of two points. */
export function closest(state: Pick<SvddState, "x" | "d">): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < countOf(state); i += 1)
    for (let j = 0; j < i; j += 1) least = Math.min(least, between(pointOf(state, i), pointOf(state, j)));
  return least;
}

/** The largest coordinate in size. */
export const reach = ({ x }: Pick<SvddState, "x">): number => Math.max(0, ...x.map(Math.abs));

export const numbersOf = (inputs: InputValues, ...ids: readonly string[]): number[] =>
  ids.map((id) => {
    const value = inputs[id];
    return typeof value === "number" ? value : Number.NaN;
  });

/** Not measured: no bound holds. */
type Maybe = number | null | undefined;

/** How far a value is from another, where both are measured. */
export const offBy = (value: Maybe, goal: Maybe): number => Math.abs((value ?? Number.NaN) - (goal ?? Number.NaN));

const measured = (name: string, value: Maybe, relation: Measured["relation"], bound: number): Measured => ({
  name,
  value: value ?? Number.NaN,
  relation,
  bound,
});

export const atLeast = (name: string, value: Maybe, bound: number) => measured(name, value, ">=", bound);
export const atMost = (name: string, value: Maybe, bound: number) => measured(name, value, "<=", bound);
export const above = (name: string, value: Maybe, bound: number) => measured(name, value, ">", bound);
export const exactly = (name: string, value: Maybe, bound: number) => measured(name, value, "=", bound);
