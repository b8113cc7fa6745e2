// Tasks on the horizon: what the product of forget gates leaves out.
import type { FlowRequest, Proofground } from "../../../../wasm/lib/types.ts";
import { isDone } from "../../../host/tasks/judge.ts";
import type { Task } from "../../../host/tasks/task.ts";
import { problemOf } from "../problem.ts";
import { flowRequest } from "../stages/flow/request.ts";
import type { CifgState } from "../state.ts";
import { at, measured, reader, readerOf } from "./measure.ts";
import { otherWeights, SIZES, smallCell } from "./start.ts";

/** The example of the derivation: everything is 0 but what the student changes. */
const zeros = (T: number): Partial<CifgState> => ({
  claim: "3horizon",
  ...smallCell({ U_c: 1 }, { x: new Array<number>(T).fill(0), g: [...new Array<number>(T - 1).fill(0), 1] }),
});
const [TWO_STEPS, LONG] = [zeros(2), zeros(12)];

const LOCK = [...SIZES, "x", "h0", "c0", "g"];

/** What the stage "Gradient flow" draws; the gain of U and the bias of the forget gate are free. */
const DRAWN = ["preset", "flowDx", "flowDh", "flowT", "inputGain", "inputScale", "flowLoss", "flowSeed"];

/** Of log10 of sizes that were found in two ways. */
const SAME = 1e-9;
/** Products below this are 0 as doubles. */
const LEAST = -300;

/** Whether complex steps through the drawn cell find these sizes, too, and its claim holds. It takes as long as a hundred flows. */
function isConfirmed(pg: Proofground, flow: FlowRequest, promise: number, norm: number): boolean {
  const read = readerOf(pg, "3horizon", pg.cifg.drawn(flow));
  const product = read((picture) => Math.log10(Math.max(...picture.product.measured.slice(0, flow.dh))));
  const whole = read(({ measuredNorm }) => Math.log10(at(measuredNorm, 0)));
  const same = Math.abs(product - promise) <= SAME || (product < LEAST && promise < LEAST);
  return same && Math.abs(whole - norm) <= SAME;
}

export const horizonTasks: readonly Task<CifgState>[] = [
  {
    id: "3horizon-nothing",
    claim: "3horizon",
    level: 1,
    minutes: 3,
    start: TWO_STEPS,
    lock: LOCK,
    judge(pg, state) {
      const read = reader(pg, "3horizon", state);
      return [
        measured(
          "product",
          read(({ product }) => at(product.measured, 0)),
          ">=",
          0.4,
        ),
        measured(
          "reaches",
          read(({ jacobian }) => Math.abs(at(jacobian.measured, 0))),
          "<=",
          0.02,
        ),
      ];
    },
    solution: { state: { weights: otherWeights(TWO_STEPS, { U_c: -2 }) } },
  },
  {
    id: "3horizon-half-shut",
    claim: "3horizon",
    level: 2,
    minutes: 5,
    start: LONG,
    lock: LOCK,
    judge(pg, state) {
      const read = reader(pg, "3horizon", state);
      const reaches = read(({ jacobian }) => Math.abs(at(jacobian.measured, 0)));
      const { f } = pg.cifg.forward(problemOf(state));
      return [
        measured("gate", Math.max(...f), "<=", 0.6),
        measured("reaches", reaches, ">=", 0.5),
        measured("reaches", reaches, "<=", 2),
      ];
    },
    solution: { state: { weights: otherWeights(LONG, { U_c: 2 }) } },
  },
  {
    id: "3horizon-promise",
    claim: "3horizon",
    level: 3,
    minutes: 8,
    start: { preset: "drawn", claim: "3horizon", flowView: "memory" },
    lock: DRAWN,
    judge(pg, state) {
      const { flow } = flowRequest(state);
      const { cifg } = pg.cifg.flow(flow);
      const sizes = (promise: number, norm: number) => [
        measured("promise", promise, "<=", -20),
        measured("norm", norm, ">=", -1),
        measured("norm", norm, "<=", 1),
      ];
      const [promise, norm] = [at(cifg.logHorizonThroughCell, 0), at(cifg.logHorizon, 0)];
      const found = sizes(promise, norm);
      return isDone(found) && !isConfirmed(pg, flow, promise, norm) ? sizes(Number.NaN, Number.NaN) : found;
    },
    solution: { state: { forgetBias: -2, gain: 4 } },
  },
];
