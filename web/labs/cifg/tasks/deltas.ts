// Tasks on 3b: the gradient goes back on two lanes.
import type { CifgDeltas } from "../../../../wasm/lib/types.ts";
import type { Task } from "../../../host/tasks/task.ts";
import { type ProblemFields, problemOf } from "../problem.ts";
import type { CifgState } from "../state.ts";
import { at, measured, reader, sizes, sum } from "./measure.ts";
import { otherWeights, SIZES, smallCell } from "./start.ts";

const LONG = {
  claim: "3b",
  ...smallCell(
    { W_f: 0.3, U_f: 0.4, b_f: 0, W_o: -0.5, U_o: 0.3, b_o: 0.4, W_c: 0.9, U_c: -0.6, b_c: 0.1 },
    {
      x: [0.9, -0.4, 0.6, 0.2, -0.8, 0.5, -0.3, 0.7, 0.1, -0.6, 0.4, -0.2],
      ...{ c0: [0.3], g: [...new Array<number>(11).fill(0), 1] },
    },
  ),
} satisfies Partial<CifgState>;

/** The forget gate is the same at every step: what differs between f_t and f_{t+1} does not show. */
const SAME_GATE = {
  claim: "3b",
  ...smallCell(
    { b_f: 0.4, W_o: -0.5, U_o: 0.3, b_o: 0.4, W_c: 0.9, U_c: -0.6, b_c: 0.1 },
    { x: [0.9, -0.4, 0.6], h0: [0.2], c0: [0.3], g: [0.5, -0.3, 1] },
  ),
} satisfies Partial<CifgState>;

const TWO_STEPS = {
  claim: "3b",
  ...smallCell(
    { W_f: 0.8, U_f: -0.5, b_f: 0.2, W_o: -0.4, U_o: 0.9, b_o: 0.1, W_c: 1.2, U_c: -0.6, b_c: 0.3 },
    { x: [0.6, -0.8], h0: [0.2], c0: [0.6], g: [0.5, 1] },
  ),
} satisfies Partial<CifgState>;

const LINES = ["dh", "dc", "df", "dzO", "dzC"] as const;
type Line = (typeof LINES)[number];
const isLine = (value: unknown): value is Line => LINES.some((line) => line === value);

/** The right side of each line of the derivation that is shown, one unit, at step k from 0; it has one mistake, on purpose. */
function rightSide(
  line: Line,
  k: number,
  problem: ReturnType<typeof problemOf>,
  states: States,
  d: CifgDeltas,
): number {
  const { U_f, U_o, U_c } = problem.params;
  const next = (list: ArrayLike<number>) => list[k + 1] ?? 0;
  const before = k === 0 ? at(problem.c0, 0) : at(states.c, k - 1);
  const slope = 1 - at(states.tanhC, k) ** 2;
  switch (line) {
    case "dh":
      return at(problem.g, k) + at(U_f, 0) * next(d.dzF) + at(U_o, 0) * next(d.dzO) + at(U_c, 0) * next(d.dzC);
    case "dc":
      return at(d.dh, k) * at(states.o, k) * slope + next(d.dc) * at(states.f, k);
    case "df":
      return at(d.dc, k) * (before - at(states.cTilde, k));
    case "dzO":
      return at(d.do, k) * at(states.o, k) * (1 - at(states.o, k));
    case "dzC":
      return at(d.dcTilde, k) * (1 - at(states.cTilde, k) ** 2);
  }
}

type States = ReturnType<Parameters<Task<CifgState>["judge"]>[0]["cifg"]["forward"]>;

/** How far apart both sides of a line are at worst, beside the largest delta of all. */
function lineError(line: Line, problem: ReturnType<typeof problemOf>, states: States, d: CifgDeltas): number {
  const largest = Math.max(...Object.values(d).flatMap((list: Float64Array) => sizes(list)));
  const apart = Array.from(d[line], (left, k) => Math.abs(left - rightSide(line, k, problem, states, d)));
  return Math.max(...apart) / largest;
}

/** What comes back to h_1 through each of the three gates of step 2. */
function partsOfFirst({ dzF, dzO, dzC }: CifgDeltas, fields: ProblemFields): number[] {
  const { U_f, U_o, U_c } = problemOf(fields).params;
  return [at(U_f, 0) * at(dzF, 1), at(U_o, 0) * at(dzO, 1), at(U_c, 0) * at(dzC, 1)];
}

export const deltaTasks: readonly Task<CifgState>[] = [
  {
    id: "3b-keep",
    claim: "3b",
    level: 1,
    minutes: 4,
    start: LONG,
    lock: [...SIZES, "x", "h0", "c0", "g"],
    judge(pg, state) {
      const read = reader(pg, "3b", state);
      const ratio = read(({ measured: { dc } }) => Math.abs(at(dc, 0) / at(dc, state.T - 1)));
      const { oneMinusF } = pg.cifg.forward(problemOf(state));
      return [
        measured("ratio", ratio, ">=", 0.5),
        measured("ratio", ratio, "<=", 2),
        measured("written", Math.min(...oneMinusF), ">=", 0.02),
      ];
    },
    solution: { state: { weights: otherWeights(LONG, { b_f: 3.5 }) } },
  },
  {
    id: "3b-line",
    claim: "3b",
    level: 2,
    minutes: 6,
    start: SAME_GATE,
    lock: SIZES,
    inputs: [{ kind: "choice", id: "line", options: LINES }],
    judge(pg, state, { line }) {
      const problem = problemOf(state);
      const states = pg.cifg.forward(problem);
      const read = reader(pg, "3b", state);
      const apart = isLine(line) ? read((picture) => lineError(line, problem, states, picture.measured)) : Number.NaN;
      return [measured("apart", apart, ">=", 0.01)];
    },
    solution: { state: { weights: otherWeights(SAME_GATE, { W_f: 2 }) }, inputs: { line: "dc" } },
  },
  {
    id: "3b-harmless",
    claim: "3b",
    level: 3,
    minutes: 10,
    start: TWO_STEPS,
    lock: [...SIZES, "x", "h0", "c0", "g"],
    judge(pg, state) {
      const read = reader(pg, "3b", state);
      const parts = (deltas: CifgDeltas) => sizes(partsOfFirst(deltas, state));
      return [
        measured(
          "left-out",
          read(({ measured: deltas }) => Math.abs(at(deltas.dh, 0) - at(state.g, 0)) / sum(parts(deltas))),
          "<=",
          0.02,
        ),
        measured(
          "least-part",
          read(({ measured: deltas }) => Math.min(...parts(deltas))),
          ">=",
          0.01,
        ),
      ];
    },
    solution: { state: { weights: otherWeights(TWO_STEPS, { U_f: 0.65 }) } },
  },
];
