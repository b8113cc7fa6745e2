// What this lab asks before a control shows what it does.
import { type Known, predictions, type Question } from "../../host/predict/prediction.ts";
import { sameRequest } from "../../kit/solve-request.ts";
import { type BoundFrame, boundRequest } from "./stages/bound/request.ts";
import type { VaeState } from "./state.ts";

type Now = Known<VaeState>;

/** A change by less than this is none, and a place may be off by so much, nats. */
const SAME = 0.01;
const NEAR = 0.5;

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

export default predictions<VaeState>([{ field: "noiseVar", questions: [gap, evidence, place] }]);
