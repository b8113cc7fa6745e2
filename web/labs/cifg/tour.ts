// The tour of this lab: from one gate to a gradient that a shut gate does not stop altogether.
import type { CifgClaim } from "../../../wasm/lib/types.ts";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { breakStep, mendStep } from "../../host/tour/claims.ts";
import { type Seen, tour } from "../../host/tour/step.ts";
import { tour as words } from "./messages/tour.en.ts";
import type { CifgFrame } from "./requests.ts";
import { stateOf } from "./stages/cell/quantities.ts";
import type { CellFrame, CellRequest } from "./stages/cell/request.ts";
import { powerText } from "./stages/flow/log-number.ts";
import type { FlowFrame, FlowStageRequest } from "./stages/flow/request.ts";
import type { CifgState } from "./state.ts";

type Now = Seen<CifgState, CifgClaim>;

/** The gate counts as open, and as shut, from here on. */
const OPEN = 4;
const SHUT = -4;

const answerOf = ({ answers }: Now, task: CifgFrame["task"]) =>
  answers.find(({ frame }) => (frame as CifgFrame).task === task);

/** What the first step gets of the gradient at the last one, of the bias on screen: measured, and if only f carried it. */
function sharesOf(now: Now): { share: string; alone: string } | null {
  const answer = answerOf(now, "flow");
  if (!answer || (answer.request as FlowStageRequest).flow.forgetBias !== now.state.forgetBias) return null;
  const { cifg } = (answer.frame as FlowFrame).answer;
  const share = (sizes: Float64Array) => powerText((sizes[0] as number) - (sizes.at(-1) as number), 2);
  return { share: share(cifg.logDc), alone: share(cifg.logDcThroughCell) };
}

const BIAS = ['[data-field="forgetBias"]', '[data-stage="flow"]'];

export default tour<CifgState, CifgClaim>([
  {
    say: words.dial.say,
    at: ['.handle[data-handle="dial"]', '[data-stage="cell"]'],
    came(now, before) {
      const answer = answerOf(now, "cell");
      const { weights, unit, T } = now.state;
      if (!answer || weights.length !== before.state.weights.length) return null;
      if (weights.every((weight, k) => weight === before.state.weights[k])) return null;
      const { problem } = answer.request as CellRequest;
      const { states } = (answer.frame as CellFrame).tape;
      const f = stateOf(states, problem, "f", T, unit);
      return format(words.dial.came, { t: T, unit: unit + 1, f: formatNumber(f), rest: formatNumber(1 - f) });
    },
  },
  breakStep("3b", words.break),
  mendStep("3b", words.mend),
  {
    say: words.flow.say,
    at: ['[data-stage="flow"]'],
    came: ({ state }) => (state.stage === "flow" ? format(words.flow.came, { T: state.flowT }) : null),
  },
  {
    say: words.open.say,
    at: BIAS,
    came(now) {
      const shares = sharesOf(now);
      return shares === null || now.state.forgetBias < OPEN ? null : format(words.open.came, shares);
    },
  },
  {
    say: words.shut.say,
    at: BIAS,
    came(now) {
      const shares = sharesOf(now);
      return shares === null || now.state.forgetBias > SHUT ? null : format(words.shut.came, shares);
    },
  },
]);
