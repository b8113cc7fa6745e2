// What the worker halves of the stages need.
import type { Proofground } from "../../../wasm/lib/types.ts";

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
