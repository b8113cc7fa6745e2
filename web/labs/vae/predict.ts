// What this lab asks before a control shows what it does.
import { type Known, predictions, type Question } from "../../host/predict/prediction.ts";
import { sameRequest } from "../../kit/solve-request.ts";
import { type BoundFrame, boundRequest } from "./stages/bound/request.ts";
import { arrange } from "./stages/digits/arrange.ts";
import type { DigitsFrame, DigitsRequest } from "./stages/digits/request.ts";
import type { VaeState } from "./state.ts";

type Now = Known<VaeState>;

/** A change by less than this is none, and a place may be off by so much, nats. */
const SAME = 0.01;
const NEAR = 0.5;
/** Shares of a standard error, and of a count of pixels. */
const ERROR_SAME = 0.05;
const ERROR_NEAR = 0.25;
const OUTSIDE_SAME = 0.02;

/** Of the model on screen. */
function boundOf({ state, answers }: Now): BoundFrame | null {
  const wanted = state.stage === "bound" ? boundRequest(state) : null;
  if (wanted === null) return null;
  const found = answers.find(
    ({ frame, request }) => (frame as BoundFrame).task === "bound" && sameRequest(request, wanted),
  );
  return found ? (found.frame as BoundFrame) : null;
}

const gap: Question<VaeState> = {
  ...{ kind: "direction", id: "gap", band: () => SAME },
  read: (known) => boundOf(known)?.exact.gap ?? null,
};
const evidence: Question<VaeState> = {
  ...{ kind: "direction", id: "evidence", band: () => SAME },
  read: (known) => boundOf(known)?.exact.logPx ?? null,
};
const place: Question<VaeState> = {
  ...{ kind: "place", id: "evidencePlace", band: () => NEAR },
  read: (known) => boundOf(known)?.exact.logPx ?? null,
};

/** Of the ELBO by draws. */
const errorOf = (known: Now) => boundOf(known)?.sampled.elbo.error ?? null;
const error: Question<VaeState> = {
  ...{ kind: "direction", id: "error", band: (before: number) => ERROR_SAME * before },
  read: errorOf,
};
const errorPlace: Question<VaeState> = {
  ...{ kind: "place", id: "errorPlace", band: (before: number) => ERROR_NEAR * before },
  read: errorOf,
};

/** How many pixels of the grid's samples are outside of the range of ink, at their end. */
function outsideOf({ state, answers }: Now): number | null {
  if (state.stage !== "digits" || state.digitsView !== "grid") return null;
  const wanted = arrange(state, -1).parts[0]?.classes.join();
  for (const { frame, request } of answers) {
    const { task, last, states } = frame as DigitsFrame;
    if (task !== "digits" || !last) continue;
    const { seed, parts, method } = request as DigitsRequest;
    const same = method.kind !== "ddim" || (method.steps === state.digitsSteps && method.eta === state.digitsEta);
    const [{ guidance, classes } = { guidance: Number.NaN, classes: [] }] = parts;
    const asked = guidance === state.digitsGuidance && classes.join() === wanted;
    if (!asked || !same || seed !== state.digitsSeed || method.kind !== state.digitsMethod) continue;
    return states.at(-1)?.x.reduce((count, ink) => count + (ink < 0 || ink > 1 ? 1 : 0), 0) ?? null;
  }
  return null;
}
const outside: Question<VaeState> = {
  ...{ kind: "direction", id: "outside", band: (before: number) => OUTSIDE_SAME * before },
  read: outsideOf,
};

export default predictions<VaeState>([
  { field: "noiseVar", questions: [gap, evidence, place] },
  { field: "boundDraws", questions: [error, errorPlace] },
  { field: "digitsGuidance", questions: [outside] },
]);
