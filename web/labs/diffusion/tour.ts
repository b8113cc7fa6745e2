// The tour of this lab: from data to noise, a training, and the chain of one step that is a VAE.
import type { DiffusionClaim } from "../../../wasm/lib/types.ts";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { breakStep, mendStep } from "../../host/tour/claims.ts";
import { type Seen, tour } from "../../host/tour/step.ts";
import { tour as words } from "./messages/tour.en.ts";
import type { DiffusionFrame } from "./requests.ts";
import type { BridgeFrame, BridgeRequest, ElboFrame } from "./stages/elbo/request.ts";
import type { ForwardFrame, ForwardRequest } from "./stages/forward/request.ts";
import type { TrainFrame, TrainRequest } from "./stages/train/request.ts";
import type { DiffusionState } from "./state.ts";

type Now = Seen<DiffusionState, DiffusionClaim>;

/** From this share of T on, the data count as noise. */
const END = 0.95;
/** Steps of a training after which its error says something. */
const ENOUGH = 100;

const answerOf = ({ answers }: Now, task: DiffusionFrame["task"]) =>
  answers.find(({ frame }) => (frame as DiffusionFrame).task === task);

/** At the T on screen. */
function bridgeOf(now: Now): BridgeFrame | null {
  const answer = answerOf(now, "elbo");
  if (!answer || now.state.elboView !== "bridge") return null;
  const frame = answer.frame as ElboFrame;
  return frame.view === "bridge" && (answer.request as BridgeRequest).T === now.state.bridgeT ? frame : null;
}

export default tour<DiffusionState, DiffusionClaim>([
  {
    say: words.noise.say,
    at: ['[data-play="last"]', '[data-stage="forward"]'],
    came(now) {
      const answer = answerOf(now, "forward");
      if (!answer) return null;
      const { t } = answer.request as ForwardRequest;
      const { schedule, priorKl } = answer.frame as ForwardFrame;
      if (t < END * schedule.alphaBar.length) return null;
      const share = formatNumber(100 * Math.sqrt(schedule.alphaBar[t - 1] as number));
      return format(words.noise.came, { t, share, kl: formatNumber(priorKl) });
    },
  },
  {
    say: words.train.say,
    at: ['[data-run="start"]', '[data-stage="train"]'],
    came(now) {
      const answer = answerOf(now, "train");
      if (!answer) return null;
      const { steps, trainers } = answer.frame as TrainFrame;
      const error = trainers[0]?.now?.meanError;
      if (steps < ENOUGH || error === undefined) return null;
      const { d } = (answer.request as TrainRequest).shape;
      return format(words.train.came, { steps, error: formatNumber(error), d });
    },
  },
  breakStep("4c", words.break),
  mendStep("4c", words.mend),
  {
    say: words.bridge.say,
    at: [".proof-example", '[data-claim="4bridge"]'],
    came(now) {
      const bridge = bridgeOf(now);
      if (bridge === null || now.state.claim !== "4bridge" || bridge.gap.T === 1) return null;
      return format(words.bridge.came, { T: bridge.gap.T, gap: formatNumber(bridge.gap.posterior) });
    },
  },
  {
    say: words.one.say,
    at: ['[data-field="bridgeT"]', '[data-stage="elbo"]'],
    came(now) {
      const bridge = bridgeOf(now);
      if (bridge?.gap.T !== 1) return null;
      return format(words.one.came, { gap: formatNumber(bridge.gap.posterior) });
    },
  },
]);
