// What the drawing of the main plot needs besides the scene.
import type { Images } from "../../../kit/charts/image-grid.ts";
import type { Turn } from "./turn.ts";

/** The names of the axes, how the sphere is turned, and the images that the points are. */
export interface PlotDetails {
  /** Along each axis: two in the plane, three in space, two directions beside the distances. */
  readonly axes: readonly string[];
  readonly turn: Turn;
  /** The points as images; null: they are none. */
  readonly images: Images | null;
}
