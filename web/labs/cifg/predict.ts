// What this lab asks before a control shows what it does. The settings of a training are not asked about: what they do is known only
// after a training, which their change does not begin.
import { type Known, predictions, type Question } from "../../host/predict/prediction.ts";
import { sameRequest } from "../../kit/solve-request.ts";
import { type FlowFrame, flowRequest } from "./stages/flow/request.ts";
import type { CifgState } from "./state.ts";

type Now = Known<CifgState>;

/** A share of the gradient counts as the same within this many powers of ten; a place may be off by so many. */
const SAME = 0.02;
const NEAR = 1;

/** Of the cell on screen: log10 of the size of the gradient at the first step over that at the last. */
function share({ state, answers }: Now, size: "logDc" | "logDcThroughCell"): number | null {
  if (state.stage !== "flow") return null;
  const wanted = flowRequest(state);
  const found = answers.find(
    ({ frame, request }) => (frame as FlowFrame).task === "flow" && sameRequest(request, wanted),
  );
  if (!found) return null;
  const sizes = (found.frame as FlowFrame).answer.cifg[size];
  return (sizes[0] as number) - (sizes.at(-1) as number);
}

const way: Question<CifgState> = {
  ...{ kind: "direction", id: "share", band: () => SAME },
  read: (known) => share(known, "logDc"),
};
const alone: Question<CifgState> = {
  ...{ kind: "direction", id: "alone", band: () => SAME },
  read: (known) => share(known, "logDcThroughCell"),
};
const place: Question<CifgState> = {
  ...{ kind: "place", id: "sharePlace", band: () => NEAR },
  read: (known) => share(known, "logDc"),
};

export default predictions<CifgState>([
  { field: "forgetBias", questions: [way, place, alone] },
  { field: "gain", questions: [way, alone, place] },
  { field: "inputGain", questions: [alone, way] },
  { field: "inputScale", questions: [alone, way] },
  { field: "flowT", questions: [place, way] },
]);
