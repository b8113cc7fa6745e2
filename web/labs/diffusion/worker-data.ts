// What the worker halves of all stages need: the data of a request as the library takes them.
import type { Cloud, Proofground } from "../../../wasm/lib/types.ts";
import type { DataSpec } from "./data-and-schedule.ts";

/** The points of a named set are drawn by the library; the user's own are taken as they are. */
export function cloudOf(pg: Proofground, { spread, ...spec }: DataSpec): Cloud {
  // A typed array, which each call copies at once.
  const points = spec.kind === "own" ? Float64Array.from(spec.points) : pg.diffusion.dataset(spec.set);
  return { points, d: 2, spread };
}

/**
 * A function that keeps its newest value: what depends on few fields of a request is not computed again when others change.
 * The value must be copied before it is yielded, because arrays of a frame are transferred.
 * @param make from a key that JSON can write
 */
export function newest<Key, Value>(make: (pg: Proofground, key: Key) => Value): (pg: Proofground, key: Key) => Value {
  let known: { readonly of: string; readonly value: Value } | null = null;
  return (pg, key) => {
    const of = JSON.stringify(key);
    if (known?.of !== of) known = { of, value: make(pg, key) };
    return known.value;
  };
}
