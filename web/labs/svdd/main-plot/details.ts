// What the drawing of the main plot needs besides the scene.
import type { Turn } from "./turn.ts";

/** The names of the axes, how the sphere is turned, and the images that the points are. */
export interface PlotDetails {
  /** Along each axis: two in the plane, three in space, two directions beside the strip. */
  readonly axes: readonly string[];
  readonly turn: Turn;
  /** The points as images: (n*side*side) ink of their pixels, from 0 to `most`; null: they are none. */
  readonly images: { readonly side: number; readonly x: ArrayLike<number>; readonly most: number } | null;
}
