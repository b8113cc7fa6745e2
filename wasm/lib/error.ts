/**
 * - `invalid-argument`: refused input; the message names call, field, what was expected and what came.
 * - `trap`: WebAssembly ran out of memory or stack, or broke. Load another module: this one may be damaged.
 * - `not-loaded`: the binary could not be fetched or compiled.
 */
export type ErrorCode = "invalid-argument" | "trap" | "not-loaded";

/** The only error that this library throws. */
export class ProofgroundError extends Error {
  override readonly name = "ProofgroundError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What the module returns instead of a result. It is thrown on this side of the border (wasm/core/boundary.h says why). */
export interface Refusal extends Error {
  readonly code: "invalid-argument" | "trap";
}
