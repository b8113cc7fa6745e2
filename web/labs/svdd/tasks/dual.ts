// The tasks on the Lagrangian, the gap and the dual (2.1 to 2.4), and on what nu counts (2.6).
import { type Input, type Task, tasks } from "../../../host/tasks/task.ts";
import { countOf, pickedPoint } from "../../../kit/points/state.ts";
import { MAX_TRACE } from "../../../kit/points/trace.ts";
import model from "../model.ts";
import { nuOf, type SvddState, TABLE, weightOf } from "../state.ts";
import * as teaching from "../teaching.ts";
import {
  above,
  atLeast,
  atMost,
  closest,
  dualAt,
  exactly,
  LOCK,
  numbersOf,
  offBy,
  pictureOf,
  solved,
} from "./measure.ts";

type Library = Parameters<Task["judge"]>[0];

const number = (id: string, max: number, step: number, start: number, min = 0): Input => ({
  ...{ kind: "number", id, min, max, step, start },
});

/** Three points that are equally far from (2, 1). */
const TRIANGLE = { preset: "own", x: [0, 0, 4, 0, 1, 3], nuShare: 0.3 } as const satisfies Partial<SvddState>;

/** Points and multipliers whose sum is 1/2, for formulas that are wrong only where it is not 1. */
const HALF = { preset: "own", x: [0, 0, 4, 0, 0, 2], nuShare: 0.5 } as const satisfies Partial<SvddState>;
const HALF_ALPHA = [1 / 4, 1 / 8, 1 / 8] as const;
const LINES = { preset: "own", x: [1, 0, 3, 0, 0, 2], nuShare: 0.5 } as const satisfies Partial<SvddState>;
const LINES_ALPHA = [0.2, 0.2, 0.1] as const;

/** The KKT case of a point outside: not taken from the main plot, which no judge needs. */
const OUTSIDE = 2;

/** Ten points in general position. */
const TEN = [
  0.5, 1.8, -1.2, 0.9, 2.1, 0.3, -0.4, -1.6, 1.1, -1.2, -2.3, -0.6, 0.2, 0.4, 1.6, 1.7, -1.5, -1.9, 2.8, -1.1,
];

const outside = (pg: Library, state: Readonly<SvddState>) =>
  solved(pg, state, (_, run) => run.cases().filter((kase) => kase === OUTSIDE).length);

/** Whether a number that was worked out by hand is right, 1 or 0: how far it is off would give it away. */
const isRight = (own: number, value: number | undefined): number => Number(offBy(own, value) <= 0.001);

/** L at the multipliers of the picked point, below its saddle value by; how far they are from the optimal ones. */
function ledger(pg: Library, state: Readonly<SvddState>) {
  const i = pickedPoint(state);
  return solved(pg, state, ({ alpha }, run) => {
    const box = weightOf(state, i) / nuOf(state);
    const now = pictureOf(run, state, "2.1");
    const best = pictureOf(run, { ...state, alpha: null, beta: null, gammaMult: null }, "2.1");
    return {
      below: now.saddle - now.value,
      alpha: Math.abs(now.alpha - (alpha[i] ?? Number.NaN)) / box,
      beta: Math.abs(now.beta - best.beta) / box,
      gamma: Math.abs(now.gamma - best.gamma),
    };
  });
}

/** The values of a derivation of theta, line by line, whose third line forgets a factor s. */
function derivation(pg: Library, state: Readonly<SvddState>): readonly number[] {
  const { sum: s, theta } = dualAt(pg, state, LINES_ALPHA);
  const at = (k: number) => LINES_ALPHA.reduce((sum, alpha, i) => sum + alpha * (state.x[i * state.d + k] ?? 0), 0);
  const [a1, a2] = [at(0), at(1)];
  const squares = LINES_ALPHA.reduce(
    (sum, alpha, i) => sum + alpha * ((state.x[i * state.d] ?? 0) ** 2 + (state.x[i * state.d + 1] ?? 0) ** 2),
    0,
  );
  const [m1, m2] = [a1 / s, a2 / s];
  const centre2 = m1 * m1 + m2 * m2;
  return [
    theta,
    squares - 2 * (a1 * m1 + a2 * m2) + s * centre2,
    squares - 2 * centre2 + s * centre2,
    squares - (2 - s) * centre2,
  ];
}
const LINE_IDS = ["1", "2", "3", "4"] as const;

export const dualTasks = tasks<SvddState>([
  {
    id: "2.1-below",
    claim: "2.1",
    level: 1,
    minutes: 5,
    start: { preset: "cloud", claim: "2.1", point: 13 },
    lock: LOCK.problem,
    judge(pg, state) {
      const now = ledger(pg, state);
      return [
        atMost("off", offBy(now?.below, 1), 0.01),
        atMost("others", now && Math.max(now.alpha, now.gamma), 0.001),
      ];
    },
    solution: { state: { point: 6, beta: 0.244 } },
  },
  {
    id: "2.1-free",
    claim: "2.1",
    level: 2,
    minutes: 6,
    start: { preset: "cloud", claim: "2.1", point: 6 },
    lock: LOCK.problem,
    judge(pg, state) {
      const now = ledger(pg, state);
      return [atLeast("alpha", now?.alpha, 0.3), atLeast("beta", now?.beta, 0.3), atMost("below", now?.below, 0.001)];
    },
    solution: { state: { point: 16, alpha: 0.2, beta: 0 } },
  },
  {
    id: "2.2-stop",
    claim: "2.2",
    level: 1,
    minutes: 4,
    start: { preset: "ring", claim: "2.2", nuShare: 0.15, stepper: true },
    lock: LOCK.problem,
    judge(pg, state) {
      const { problem } = model.request(state);
      const run = pg.svdd.start(problem, { maxTrace: MAX_TRACE });
      try {
        while (!run.advance(MAX_TRACE));
        const { primal, dual } = run.trace();
        const gap = (k: number) => 100 * (1 - (dual[k - 1] ?? Number.NaN) / (primal[k - 1] ?? Number.NaN));
        const k = state.stepper && state.iteration !== null ? state.iteration : Number.NaN;
        return [
          { name: "gap", value: gap(k), relation: "<", bound: 1 },
          { name: "before", value: gap(k - 1), relation: ">=", bound: 1 },
        ];
      } finally {
        run.delete();
      }
    },
    solution: { state: { iteration: 9 } },
  },
  {
    id: "2.2-solver",
    claim: "2.2",
    level: 3,
    minutes: 12,
    start: { ...TRIANGLE, claim: "2.2" },
    lock: LOCK.problem,
    inputs: [...["alpha1", "alpha2", "alpha3"].map((id) => number(id, 1, 0.0001, 0.3)), number("rho", 10, 0.001, 4)],
    judge(pg, state, inputs) {
      const [rho = Number.NaN, ...alpha] = numbersOf(inputs, "rho", "alpha1", "alpha2", "alpha3");
      const { sum, distance2, theta } = dualAt(pg, state, alpha);
      const slack = distance2.map((d2, i) => (weightOf(state, i) / nuOf(state)) * Math.max(d2 - rho, 0));
      const primal = slack.reduce((total, each) => total + each, rho);
      // Rounded thirds may add up to this much more than 1.
      return [atMost("sum", sum, 1 + 1e-9), atMost("gap", 100 * (1 - theta / primal), 1)];
    },
    solution: { inputs: { alpha1: 0.25, alpha2: 0.4167, alpha3: 0.3333, rho: 5 } },
  },
  {
    id: "2.3-bound",
    claim: "2.3",
    level: 2,
    minutes: 10,
    start: { ...HALF, claim: "2.3" },
    lock: LOCK.problem,
    inputs: [
      ...["beta1", "beta2", "beta3"].map((id) => number(id, 1, 0.0001, 0)),
      number("gamma", 1, 0.0001, 0),
      number("theta", 10, 0.0001, 0, -10),
    ],
    judge(pg, state, inputs) {
      const [gamma = Number.NaN, own = Number.NaN, ...beta] = numbersOf(
        inputs,
        "gamma",
        "theta",
        "beta1",
        "beta2",
        "beta3",
      );
      const { sum, theta } = dualAt(pg, state, HALF_ALPHA);
      const slopes = HALF_ALPHA.map((alpha, i) => weightOf(state, i) / nuOf(state) - alpha - (beta[i] ?? Number.NaN));
      return [
        atMost("slopeRho", Math.abs(1 - sum - gamma), 0.001),
        atMost("slopeXi", Math.max(...slopes.map(Math.abs)), 0.001),
        exactly("theta", isRight(own, theta), 1),
      ];
    },
    solution: { inputs: { beta1: 0.4167, beta2: 0.5417, beta3: 0.5417, gamma: 0.5, theta: 1.875 } },
  },
  {
    id: "2.3-line",
    claim: "2.3",
    level: 3,
    minutes: 10,
    start: { ...LINES, claim: "2.3" },
    lock: LOCK.problem,
    inputs: [{ kind: "choice", id: "line", options: LINE_IDS }, number("theta", 10, 0.0001, 0, -10)],
    judge(pg, state, inputs) {
      const values = derivation(pg, state);
      const line = Number(inputs.line ?? 0) - 1;
      const [own = Number.NaN] = numbersOf(inputs, "theta");
      const change = line < 0 ? Number.NaN : Math.abs((values[line] ?? 0) - (values[Math.max(0, line - 1)] ?? 0));
      return [above("change", change, 0.001), exactly("theta", isRight(own, values[0]), 1)];
    },
    solution: { inputs: { line: "3", theta: 1.04 } },
  },
  {
    id: "2.4-half",
    claim: "2.4",
    level: 1,
    minutes: 4,
    start: { preset: "heavy-centre", claim: "2.4" },
    lock: LOCK.allButNu,
    judge(pg, state) {
      const sum = solved(pg, state, ({ alphaSumLo }) => alphaSumLo);
      return [atMost("off", offBy(sum, 0.5), 0.005)];
    },
    solution: { state: { nuShare: 0.667 } },
  },
  {
    id: "2.4-less",
    claim: "2.4",
    level: 2,
    minutes: 6,
    start: { preset: "heavy-centre", claim: "2.4" },
    lock: LOCK.problem,
    inputs: [number("corner", 1, 0.0001, 0.1), number("centre", 1, 0.0001, 0.6)],
    judge(pg, state, inputs) {
      const [corner = Number.NaN, centre = Number.NaN] = numbersOf(inputs, "corner", "centre");
      const alpha = [corner, corner, corner, corner, centre];
      const best = solved(pg, state, ({ dual }) => dual);
      const { sum, theta } = dualAt(pg, state, alpha);
      const beyond = alpha.map((each, i) => each - weightOf(state, i) / nuOf(state));
      return [
        atMost("sum", sum, 0.7),
        // What rounding to four digits leaves.
        atMost("beyond", Math.max(...beyond), 0.0001),
        atMost("short", best === null ? best : 100 * (1 - theta / best), 0.1),
      ];
    },
    solution: { inputs: { corner: 0.1667, centre: 0 } },
  },
  {
    id: "2.4-equal",
    claim: "2.4",
    level: 3,
    minutes: 10,
    start: { preset: "own", claim: "2.4", x: [2, 0, -2, 0.5, 0, 2, 0.5, -2, 1, 1], nuShare: 0.5 },
    lock: ["preset", "d", "weights", "kernel", "standardise", "tolerance"],
    judge(pg, state) {
      const now = solved(pg, state, ({ alphaSumLo, dual }) => ({ alphaSumLo, dual }));
      return [atMost("sum", now?.alphaSumLo, 0.5), atLeast("cost", now?.dual, 1), atMost("points", countOf(state), 6)];
    },
    solution: { state: { x: [2, 0, -2, 0, 0, 0, 0, 0, 0, 0], nuShare: 0.9 } },
  },
  {
    id: "2.6-three",
    claim: "2.6",
    level: 1,
    minutes: 4,
    start: { preset: "own", claim: "2.6", x: TEN, nuShare: 0.3 },
    lock: LOCK.allButNu,
    judge(pg, state) {
      return [exactly("outside", outside(pg, state), 3)];
    },
    solution: { state: { nuShare: 0.4 } },
  },
  {
    id: "2.6-last",
    claim: "2.6",
    level: 2,
    minutes: 6,
    start: { preset: "own", claim: "2.6", x: TEN, nuShare: 0.05 },
    lock: LOCK.allButNu,
    judge(pg, state) {
      const more = { ...state, nuShare: Math.min(state.nuShare + 0.01, TABLE.nuShare.max) };
      return [exactly("outside", outside(pg, state), 0), above("more", outside(pg, more), 0)];
    },
    solution: { state: { nuShare: 0.21 } },
  },
  {
    id: "2.6-none",
    claim: "2.6",
    level: 3,
    minutes: 10,
    start: { preset: "own", claim: "2.6", x: teaching.weighted.x, nuShare: 0.5 },
    lock: LOCK.allButPoints,
    judge(pg, state) {
      const slack = solved(pg, state, ({ xi, rho }) => (100 * Math.max(...xi)) / rho);
      return [atMost("slack", slack, 2), atLeast("points", countOf(state), 6), atLeast("apart", closest(state), 0.5)];
    },
    solution: { state: { x: [2, 1, 2, -1, -2, 1, -2, -1, 1, 2, -1, -2] } },
  },
]);
