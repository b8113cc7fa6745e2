// Tasks on 3c: the gradient of a parameter is a sum over the steps.
import type { Proofground } from "../../../../wasm/lib/types.ts";
import type { Task } from "../../../host/tasks/task.ts";
import { presetFields } from "../presets.ts";
import { problemOf } from "../problem.ts";
import type { CifgState } from "../state.ts";
import { at, measured, reader, sizes, sum } from "./measure.ts";
import { SIZES, smallCell } from "./start.ts";

const START = {
  claim: "3c",
  ...smallCell(
    { W_f: 0.5, U_f: 0.4, b_f: 0.2, W_o: -0.3, U_o: 0.6, b_o: 0.1, W_c: 1, U_c: -0.7, b_c: 0.2 },
    { x: [0.8, -0.5, 0.4], h0: [0.2], c0: [0.3], g: [0, 0, 1] },
  ),
} satisfies Partial<CifgState>;

const FOUR_STEPS = { ...START, T: 4, x: [0.8, -0.5, 0.4, 0.7], g: [0, 0, 0, 1] } satisfies Partial<CifgState>;
const TWO_STEPS = { ...START, T: 2, x: [0.8, -0.5], g: [0, 1] } satisfies Partial<CifgState>;

/** Each number's part of the sum of all absolute values. */
function shares(list: ArrayLike<number>): number[] {
  const all = sizes(list);
  return all.map((size) => size / sum(all));
}

/** The smaller singular value of a matrix of two columns over the larger one. @param entries row by row */
function secondOverFirst(entries: ArrayLike<number>): number {
  const columns = [0, 1].map((j) => Array.from(entries).filter((_, i) => i % 2 === j));
  const product = (j: number, m: number) => sum((columns[j] ?? []).map((value, i) => value * at(columns[m] ?? [], i)));
  const [a, b, d] = [product(0, 0), product(0, 1), product(1, 1)];
  const [half, root] = [(a + d) / 2, Math.hypot((a - d) / 2, b)];
  return Math.sqrt(Math.max(0, half - root) / (half + root));
}

/** How many steps add at least so much of the sum of the terms' norms. @param terms of all steps, one after another */
function stepsThatAdd(terms: ArrayLike<number>, T: number, least: number): number {
  const size = terms.length / T;
  const norms = Array.from({ length: T }, (_, t) => Math.hypot(...Array.from(terms).slice(t * size, (t + 1) * size)));
  return shares(norms).filter((share) => share >= least).length;
}

/** The central difference of the loss in b_f, of a cell of one unit. */
function difference(pg: Proofground, state: Readonly<CifgState>, step: number): number {
  const problem = problemOf(state);
  const loss = (b: number) => pg.cifg.backward({ ...problem, params: { ...problem.params, b_f: [b] } }).loss;
  const b = at(problem.params.b_f, 0);
  return (loss(b + step) - loss(b - step)) / (2 * step);
}

export const parameterTasks: readonly Task<CifgState>[] = [
  {
    id: "3c-one-step",
    claim: "3c",
    level: 1,
    minutes: 3,
    start: FOUR_STEPS,
    lock: [...SIZES, "weights", "h0", "c0", "g"],
    judge(pg, state) {
      const read = reader(pg, "3c", state);
      return [
        measured(
          "share",
          read(({ terms }) => at(shares(terms.W_f), 2)),
          ">=",
          0.999,
        ),
        measured(
          "bias-share",
          read(({ terms }) => at(shares(terms.b_f), 2)),
          "<=",
          0.9,
        ),
      ];
    },
    solution: { state: { x: [0, 0, 0.4, 0] } },
  },
  {
    id: "3c-difference",
    claim: "3c",
    level: 1,
    minutes: 4,
    start: { ...START, g: [1, 1, 1] },
    lock: ["data", "dx", "dh", "T"],
    inputs: [{ kind: "number", id: "exponent", min: -16, max: 0, step: 1, integer: true, start: -14 }],
    judge(pg, state, { exponent }) {
      const read = reader(pg, "3c", state);
      const step = typeof exponent === "number" ? 10 ** exponent : Number.NaN;
      const exact = read(({ measured: { b_f } }) => at(b_f, 0));
      return [measured("error", Math.abs(difference(pg, state, step) / exact - 1), "<=", 1e-9)];
    },
    solution: { inputs: { exponent: -5 } },
  },
  {
    id: "3c-cancel",
    claim: "3c",
    level: 2,
    minutes: 5,
    start: START,
    lock: [...SIZES, "weights", "x", "h0", "c0"],
    judge(pg, state) {
      const read = reader(pg, "3c", state);
      return [
        measured(
          "total",
          read(({ measured: { b_f }, terms }) => Math.abs(at(b_f, 0)) / sum(sizes(terms.b_f))),
          "<=",
          0.01,
        ),
        measured(
          "least-share",
          read(({ terms }) => Math.min(...shares(terms.b_f))),
          ">=",
          0.05,
        ),
      ];
    },
    solution: { state: { g: [-0.5, 0, 1] } },
  },
  {
    id: "3c-before",
    claim: "3c",
    level: 2,
    minutes: 6,
    start: TWO_STEPS,
    lock: [...SIZES, "weights", "g"],
    judge(pg, state) {
      const read = reader(pg, "3c", state);
      const { h } = pg.cifg.forward(problemOf(state));
      return [
        measured(
          "largest-term",
          read(({ terms }) => Math.max(...sizes(terms.U_f))),
          "<=",
          1e-4,
        ),
        measured(
          "wrong-sum",
          read(({ terms }) => Math.abs(sum(Array.from(terms.b_f, (deltaZ, t) => deltaZ * at(h, t))))),
          ">=",
          0.005,
        ),
      ];
    },
    solution: { state: { x: [-0.2, -0.9], h0: [0], c0: [0] } },
  },
  {
    id: "3c-rank",
    claim: "3c",
    level: 3,
    minutes: 8,
    start: { ...presetFields("small"), preset: "small", claim: "3c", pass: "backward" },
    lock: [...SIZES, "weights", "h0", "c0", "g"],
    judge(pg, state) {
      const read = reader(pg, "3c", state);
      return [
        measured(
          "second",
          read(({ measured: { W_f } }) => secondOverFirst(W_f)),
          "<=",
          1e-3,
        ),
        measured(
          "steps",
          read(({ terms }) => stepsThatAdd(terms.W_f, state.T, 0.05)),
          ">=",
          4,
        ),
        measured("least-input", Math.min(...sizes(state.x)), ">=", 0.1),
      ];
    },
    solution: { state: { x: [0.9, 0.45, 0.3, 0.15, -0.7, -0.35, 1.1, 0.55, -0.5, -0.25, 0.6, 0.3] } },
  },
];
