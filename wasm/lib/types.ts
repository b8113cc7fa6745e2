// The public types of the library: what goes in, what comes out. The wording of the contract is in README and
// web/labs/*/theory.md; the names are those of the C++ (snake_case there, camelCase here).
import type { Namespaces } from "../../build/library/namespaces.ts";

export type * from "../../build/library/namespaces.ts";

export interface Proofground extends Namespaces {
  readonly version: string;
}

export interface LoadOptions {
  /** Where the binary is, or the binary itself. Default: beside this module. */
  wasm?: URL | ArrayBuffer | Uint8Array;
}
