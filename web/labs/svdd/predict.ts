// What this lab asks before a control shows what it does.
import { type Known, MOST_PICKED, predictions, type Question } from "../../host/predict/prediction.ts";
import { fitOf, pointNames } from "../../kit/points/predict.ts";
import model from "./model.ts";
import type { SvddFit, SvddRequest } from "./request.ts";
import type { SvddState } from "./state.ts";

type Now = Known<SvddState>;

/** The KKT case of a point outside. */
const OUTSIDE = 2;
/** A change of the squared radius by less than this share of it is none. */
const SHARE = 0.01;
/** A squared radius may be off by this share. */
const NEAR = 0.1;

const solved = (known: Now) => fitOf<SvddState, SvddRequest, SvddFit>(model, known)?.frame ?? null;

const outside = (known: Now): readonly boolean[] | null => {
  const found = solved(known);
  return found && Array.from(found.kktCase, (kase) => kase === OUTSIDE);
};

const whichOutside: Question<SvddState> = {
  ...{ kind: "set", id: "outside", read: outside, points: pointNames },
  applies: ({ x, d }) => x.length > 0 && x.length <= MOST_PICKED * d,
};

const outsideCount: Question<SvddState> = {
  ...{ kind: "direction", id: "outsideCount", band: () => 0 },
  read: (known) => outside(known)?.filter(Boolean).length ?? null,
};

const supportCount: Question<SvddState> = {
  ...{ kind: "direction", id: "supportCount", band: () => 0 },
  read: (known) => solved(known)?.solution.alpha.filter((alpha) => alpha !== 0).length ?? null,
};

const rho = (known: Now) => solved(known)?.solution.rho ?? null;
const radiusWay: Question<SvddState> = {
  ...{ kind: "direction", id: "radius", band: (before: number) => SHARE * Math.abs(before), read: rho },
};
const radiusPlace: Question<SvddState> = {
  ...{ kind: "place", id: "radiusPlace", band: (before: number) => NEAR * Math.abs(before), read: rho },
};

export default predictions<SvddState>([
  { field: "nuShare", questions: [whichOutside, radiusWay, outsideCount] },
  { field: "gamma", questions: [supportCount, radiusPlace, whichOutside] },
]);
