// How the points and the tube of the SVR lab look: the same in the main plot and in the plots of claims.
import type { Look } from "../../kit/main-plot/looks.ts";

/** Look of each KKT case, below to above. */
export const LOOKS: readonly Look[] = [
  { colour: "below", shape: "triangle-down", open: false },
  { colour: "lower", shape: "diamond", open: false },
  { colour: "inside", shape: "circle", open: true },
  { colour: "upper", shape: "square", open: false },
  { colour: "above", shape: "triangle-up", open: false },
];

/** Opacity of the area of the tube. */
export const TUBE_ALPHA = 0.16;
