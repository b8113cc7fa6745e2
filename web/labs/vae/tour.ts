// The tour of this lab: from a q that is dragged to one that is the posterior, where the gap closes.
import type { VaeClaim } from "../../../wasm/lib/types.ts";
import { formatNumber } from "../../host/format-number.ts";
import { format } from "../../host/messages/format.ts";
import { breakStep, mendStep } from "../../host/tour/claims.ts";
import { type Seen, tour } from "../../host/tour/step.ts";
import { tour as words } from "./messages/tour.en.ts";
import type { VaeFrame } from "./requests.ts";
import type { BoundFrame, BoundRequest } from "./stages/bound/request.ts";
import type { VaeState } from "./state.ts";

type Now = Seen<VaeState, VaeClaim>;

/** Rounding leaves less than this of a gap that is closed, or least, nats. */
const ROUNDING = 1e-9;

/** Of the q on screen. */
function boundOf({ answers, state }: Now): BoundFrame | null {
  const answer = answers.find(({ frame }) => (frame as VaeFrame).task === "bound");
  if (!answer) return null;
  const { qMean, qVar, D } = (answer.request as BoundRequest).model;
  const same = (a: ArrayLike<number>, b: readonly number[]) => b.length === a.length && b.every((v, k) => v === a[k]);
  if (!same(qMean, state.qMean) || !same(qVar, state.qVar) || !same(D, state.D)) return null;
  return answer.frame as BoundFrame;
}
const BEST = ['[data-action="best-q"]', '[data-stage="bound"]'];

export default tour<VaeState, VaeClaim>([
  {
    say: words.mean.say,
    at: ['.handle[data-handle="mean"]', '[data-stage="bound"]'],
    came(now, before) {
      const bound = boundOf(now);
      if (bound === null || now.state.qMean.every((value, k) => value === before.state.qMean[k])) return null;
      return format(words.mean.came, { gap: formatNumber(bound.exact.gap) });
    },
  },
  {
    say: words.best.say,
    at: BEST,
    came(now) {
      const bound = boundOf(now);
      if (bound === null || bound.exact.gap > bound.best.gap + ROUNDING) return null;
      return format(words.best.came, { gap: formatNumber(bound.exact.gap) });
    },
  },
  breakStep("4v1", words.break),
  mendStep("4v1", words.mend),
  {
    say: words.straight.say,
    at: ['[data-control="preset"]'],
    came(now) {
      const bound = boundOf(now);
      if (bound === null || now.state.preset !== "straight") return null;
      return format(words.straight.came, { gap: formatNumber(bound.exact.gap) });
    },
  },
  {
    say: words.closed.say,
    at: BEST,
    came(now) {
      const bound = boundOf(now);
      if (bound === null || bound.best.gap > ROUNDING || bound.exact.gap > ROUNDING) return null;
      const { gap, logPx } = bound.exact;
      return format(words.closed.came, {
        gap: formatNumber(Math.abs(gap) < ROUNDING ? 0 : gap),
        logPx: formatNumber(logPx),
      });
    },
  },
]);
