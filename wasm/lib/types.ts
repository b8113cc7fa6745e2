// The public types of the library: what goes in, what comes out. The wording of the contract is in README and
// web/labs/*/theory.md; the names are those of the C++ (snake_case there, camelCase here).
import type { Diffusion } from "./types-diffusion-api.ts";
import type { Numbers } from "./types-shared.ts";
import type { SvddProblem, SvddRun, SvddRunOptions, SvddSolution } from "./types-svdd.ts";
import type { SvrProblem, SvrRun, SvrRunOptions, SvrSolution } from "./types-svr.ts";

export type * from "./types-diffusion.ts";
export type * from "./types-diffusion-api.ts";
export type * from "./types-diffusion-claims.ts";
export type * from "./types-shared.ts";
export type * from "./types-svdd.ts";
export type * from "./types-svm.ts";
export type * from "./types-svr.ts";

export interface Proofground {
  readonly version: string;
  svr: {
    fit(problem: SvrProblem): SvrSolution;
    predict(problem: SvrProblem, solution: SvrSolution, xNew: Numbers): Float64Array;
    start(problem: SvrProblem, options?: SvrRunOptions): SvrRun;
  };
  svdd: {
    fit(problem: SvddProblem): SvddSolution;
    distance2(problem: SvddProblem, solution: SvddSolution, xNew: Numbers): Float64Array;
    start(problem: SvddProblem, options?: SvddRunOptions): SvddRun;
  };
  readonly diffusion: Diffusion;
}

export interface LoadOptions {
  /** Where the binary is, or the binary itself. Default: beside this module. */
  wasm?: URL | ArrayBuffer | Uint8Array;
}
