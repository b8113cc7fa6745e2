// What this lab asks before a control shows what it does.
import { type Known, predictions, type Question } from "../../host/predict/prediction.ts";
import { sameRequest } from "../../kit/solve-request.ts";
import { stepOf } from "./fields.ts";
import { type BridgeFrame, type ElboFrame, elboRequest } from "./stages/elbo/request.ts";
import { type ForwardFrame, forwardRequest } from "./stages/forward/request.ts";
import { type PosteriorFrame, posteriorRequest } from "./stages/posterior/request.ts";
import type { DiffusionState } from "./state.ts";

type Now = Known<DiffusionState>;

/** A change by less than this share is none. */
const SHARE = 0.01;
/** The share of the signal that is left may be off by so much, in percent. */
const NEAR = 5;

/** The schedule on screen. */
function forwardOf({ state, answers }: Now): ForwardFrame | null {
  const wanted = state.stage === "forward" ? forwardRequest(state) : null;
  if (wanted === null) return null;
  const found = answers.find(
    ({ frame, request }) => (frame as ForwardFrame).task === "forward" && sameRequest(request, wanted),
  );
  return found ? (found.frame as ForwardFrame) : null;
}

/** Of the whole chain, %: the root of alpha_bar_T. */
function signalLeft(known: Now): number | null {
  const alphaBar = forwardOf(known)?.schedule.alphaBar;
  return alphaBar ? 100 * Math.sqrt(alphaBar.at(-1) as number) : null;
}

/** At the chosen T, by the posterior's variance, nats. */
function bridgeGap({ state, answers }: Now): number | null {
  const wanted = state.stage === "elbo" && state.elboView === "bridge" ? elboRequest(state) : null;
  if (wanted === null) return null;
  const found = answers.find(
    ({ frame, request }) => (frame as ElboFrame).task === "elbo" && sameRequest(request, wanted),
  );
  return found ? (found.frame as BridgeFrame).gap.posterior : null;
}

/** Of the step back that is made with the guess, nats. */
function stepKl({ state, answers }: Now): number | null {
  if (state.stage !== "posterior") return null;
  const wanted = posteriorRequest(state, null);
  const found = answers.find(
    ({ frame, request }) => (frame as PosteriorFrame).task === "posterior" && sameRequest(request, wanted),
  );
  return found ? (found.frame as PosteriorFrame).answer.kl : null;
}
/** There is a guess, and the step is not the first, whose divergence is infinite. */
const guesses = (state: Readonly<DiffusionState>) => state.guess && stepOf(state, 1) > 1;

const way: Question<DiffusionState> = {
  ...{ kind: "direction", id: "signal", read: signalLeft, band: (before: number) => SHARE * Math.abs(before) },
};
const place: Question<DiffusionState> = {
  ...{ kind: "place", id: "signalPlace", read: signalLeft, band: () => NEAR },
  // Where the lane of alpha-bar ends.
  at: ({ T }) => T,
};
const gap: Question<DiffusionState> = {
  ...{ kind: "direction", id: "gap", read: bridgeGap, band: (before: number) => SHARE * Math.abs(before) },
};

const kl: Question<DiffusionState> = {
  ...{ kind: "direction", id: "kl", applies: guesses, read: stepKl },
  band: (before: number) => SHARE * Math.abs(before),
};

export default predictions<DiffusionState>([
  { field: "T", questions: [way, place] },
  { field: "betaT", questions: [way, place] },
  { field: "beta", questions: [place, way] },
  { field: "betaMax", questions: [place, way] },
  ...(["x0x", "xtx", "guessX", "guessY"] as const).map((field) => ({ field, questions: [kl] })),
  ...(["bridgeT", "bridgeM", "bridgeSd"] as const).map((field) => ({ field, questions: [gap] })),
]);
