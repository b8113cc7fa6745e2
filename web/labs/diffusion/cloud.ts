// The data of a request as the library takes them.
import type { Cloud, Proofground } from "../../../wasm/lib/types.ts";
import type { DataSpec } from "./data-and-schedule.ts";

/** The points of a named set are drawn by the library; the user's own are taken as they are. */
export function cloudOf(pg: Proofground, { spread, ...spec }: DataSpec): Cloud {
  // A typed array, which each call copies at once.
  const points = spec.kind === "own" ? Float64Array.from(spec.points) : pg.diffusion.dataset(spec.set);
  return { points, d: 2, spread };
}
