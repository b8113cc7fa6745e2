// Tasks on 3a: the gate mixes old and new.
import type { Task } from "../../../host/tasks/task.ts";
import { problemOf } from "../problem.ts";
import type { CifgState } from "../state.ts";
import { at, measured, reader } from "./measure.ts";
import { otherWeights, SIZES, smallCell } from "./start.ts";

const START = {
  claim: "3a",
  ...smallCell(
    { W_f: 0.5, U_f: 0.2, b_f: 0, W_o: -0.4, U_o: 0.6, b_o: 0.3, W_c: 1, U_c: -0.5, b_c: 0.2 },
    { x: [1], h0: [0.5], c0: [-0.5], g: [1] },
  ),
} satisfies Partial<CifgState>;

/** Only weights and biases are free. */
const LOCK = [...SIZES, "x", "h0", "c0", "g"];

/** So much of the gradient has to reach c that a share of it means something. */
const NOTICEABLE = 0.05;

export const localTasks: readonly Task<CifgState>[] = [
  {
    id: "3a-shares",
    claim: "3a",
    level: 1,
    minutes: 3,
    start: START,
    lock: LOCK,
    judge(pg, state) {
      const read = reader(pg, "3a", state);
      const ratio = read(({ flowCTilde, flowCBefore }) => at(flowCTilde.measured, 0) / at(flowCBefore.measured, 0));
      return [
        measured("ratio", ratio, ">=", 2.9),
        measured("ratio", ratio, "<=", 3.1),
        measured(
          "delta-c",
          read(({ deltaC }) => Math.abs(at(deltaC, 0))),
          ">=",
          NOTICEABLE,
        ),
      ];
    },
    solution: { state: { weights: otherWeights(START, { b_f: -1.7 }) } },
  },
  {
    id: "3a-no-matter",
    claim: "3a",
    level: 2,
    minutes: 5,
    start: START,
    lock: LOCK,
    judge(pg, state) {
      const read = reader(pg, "3a", state);
      const f = read(({ byCBefore }) => at(byCBefore.measured, 0));
      return [
        measured(
          "delta-f",
          read(({ flowF, deltaC }) => Math.abs(at(flowF.measured, 0) / at(deltaC, 0))),
          "<=",
          0.01,
        ),
        measured(
          "delta-c",
          read(({ deltaC }) => Math.abs(at(deltaC, 0))),
          ">=",
          NOTICEABLE,
        ),
        measured("gate", f, ">=", 0.1),
        measured("gate", f, "<=", 0.9),
      ];
    },
    solution: { state: { weights: otherWeights(START, { b_c: -1.3 }) } },
  },
  {
    id: "3a-rounded",
    claim: "3a",
    level: 3,
    minutes: 8,
    start: START,
    lock: LOCK,
    judge(pg, state) {
      const read = reader(pg, "3a", state);
      const { f } = pg.cifg.forward(problemOf(state));
      return [
        measured("difference", 1 - at(f, 0), "=", 0),
        measured(
          "share",
          read(({ flowCTilde, deltaC }) => at(flowCTilde.measured, 0) / at(deltaC, 0)),
          ">",
          1e-16,
        ),
        measured(
          "delta-c",
          read(({ deltaC }) => Math.abs(at(deltaC, 0))),
          ">=",
          NOTICEABLE,
        ),
      ];
    },
    solution: { state: { weights: otherWeights(START, { b_f: 36.2 }) } },
  },
];
