// How the points and the sphere of the SVDD lab look: the same in the main plot and in the plots of claims.
import type { Look } from "../../kit/main-plot/looks.ts";

/** Look of each KKT case: inside, on the sphere, outside. */
export const LOOKS: readonly Look[] = [
  { colour: "inside", shape: "circle", open: true },
  { colour: "upper", shape: "square", open: false },
  { colour: "above", shape: "triangle-up", open: false },
];

/** Opacity of the area of the sphere, and of the set between its two radii. */
export const TINT = { ball: 0.14, band: 0.2 } as const;
