// The library: load() gives the solvers as pure, synchronous functions.
import { start } from "../../build/library/every.ts";
import { compile } from "./binary.ts";
import type { LoadOptions, Proofground } from "./types.ts";

export { type ErrorCode, ProofgroundError } from "./error.ts";
export type * from "./types.ts";
/** The same from a binary that is compiled already. */
export { start };

/**
 * A fresh instance of the module, with a heap of its own: two instances share nothing but compiled code.
 * @throws ProofgroundError "not-loaded" where the binary cannot be had
 */
export async function load(options: LoadOptions = {}): Promise<Proofground> {
  return start(await compile(options));
}
