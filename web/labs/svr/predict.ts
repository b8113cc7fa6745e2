// What this lab asks before a control shows what it does.
import { type Known, MOST_PICKED, predictions, type Question } from "../../host/predict/prediction.ts";
import { fitOf, pointNames } from "../../kit/points/predict.ts";
import { sameRequest } from "../../kit/solve-request.ts";
import { windowOf } from "./main-plot/window.ts";
import model from "./model.ts";
import type { SvrFit, SvrRequest } from "./request.ts";
import type { SvrState } from "./state.ts";

type Now = Known<SvrState>;

const solved = (known: Now) => fitOf<SvrState, SvrRequest, SvrFit>(model, known);
/** A change of a sum by less than this share of it is none: the solver's tolerance moves it, too. */
const SHARE = 0.01;
/** A place on the fit may be off by this share of the range of y. */
const NEAR = 0.1;

function supports(known: Now): readonly boolean[] | null {
  const found = solved(known);
  if (found === null) return null;
  const { alpha, alphaStar } = found.frame.solution;
  return Array.from(alpha, (value, i) => value !== 0 || alphaStar[i] !== 0);
}

const isFew = ({ y }: SvrState) => y.length > 0 && y.length <= MOST_PICKED;

const whichSupport: Question<SvrState> = {
  ...{ kind: "set", id: "supports", applies: isFew, read: supports },
  points: (state) => pointNames(state, state.y),
};

/** In units of y. */
const slack: Question<SvrState> = {
  ...{ kind: "direction", id: "slack", band: (before: number) => SHARE * Math.abs(before) },
  read(known) {
    const found = solved(known);
    if (found === null) return null;
    const { solution, scaling } = found.frame;
    return solution.xi.reduce((sum, xi) => sum + xi, 0) * scaling.yScale;
  },
};

const supportCount: Question<SvrState> = {
  ...{ kind: "direction", id: "supportCount", band: () => 0 },
  read: (known) => supports(known)?.filter(Boolean).length ?? null,
};

function middleOf(state: SvrState): number {
  const [from, to] = windowOf(state).x;
  return Number(((from + to) / 2).toPrecision(3));
}

const place: Question<SvrState> = {
  ...{ kind: "place", id: "fitAt", at: middleOf, applies: ({ plot }: SvrState) => plot === "column" },
  band: (_, { y }) => NEAR * (Math.max(...y) - Math.min(...y) || 1),
  read(known) {
    const found = solved(known);
    // Another curve of the same solution is none of this plot.
    if (!found?.frame.curve || !sameRequest(found.request.curve, model.request(known.state).curve)) return null;
    const { x, f } = found.frame.curve;
    const at = middleOf(known.state);
    const right = x.findIndex((value) => value >= at);
    if (right < 1) return null;
    const [x0, x1, f0, f1] = [x[right - 1], x[right], f[right - 1], f[right]] as [number, number, number, number];
    return f0 + ((f1 - f0) * (at - x0)) / (x1 - x0);
  },
};

export default predictions<SvrState>([
  { field: "C", questions: [slack, whichSupport, place] },
  { field: "epsilon", questions: [whichSupport, supportCount, slack] },
  { field: "gamma", questions: [place, slack, whichSupport] },
]);
