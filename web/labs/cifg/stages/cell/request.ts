// What the stage "Cell" asks for, and its frames.
import type { CifgBackward, CifgClaimId, CifgProblem, CifgTape } from "../../../../../wasm/lib/types.ts";
import { brokenBy, mistakeOf } from "../../../../kit/claims/mistakes.ts";
import { problemOf } from "../../problem.ts";
import type { CifgState } from "../../state.ts";

/** Claims whose break gives wrong deltas to draw. */
const DRAWN = ["3a", "3b", "3c"] as const satisfies readonly CifgClaimId[];
export type DrawnClaim = (typeof DRAWN)[number];

/** A broken claim; its mistake as the library takes it. */
export interface BrokenClaim {
  readonly claim: DrawnClaim;
  readonly broken: boolean | string;
  readonly seed: number;
}

export interface CellRequest {
  readonly task: "cell";
  readonly problem: CifgProblem;
  /** Whose wrong gradients are asked for besides; null while these claims are intact. */
  readonly broken: BrokenClaim | null;
}

export interface CellFrame {
  readonly task: "cell";
  readonly tape: CifgTape;
  /** What the broken claim judges; null where nothing is broken, or the break leaves the gradients as they are. */
  readonly broken: CifgBackward | null;
}

/** The open one of the broken claims, otherwise the first. */
export function brokenClaim({ claim, broken, seed }: Pick<CifgState, "claim" | "broken" | "seed">): BrokenClaim | null {
  const wrong = DRAWN.filter((id) => mistakeOf(broken, id) !== "");
  const id = wrong.find((each) => each === claim) ?? wrong[0];
  return id === undefined ? null : { claim: id, broken: brokenBy(broken, id), seed };
}

export function cellRequest(state: CifgState): CellRequest {
  return { task: "cell", problem: problemOf(state), broken: brokenClaim(state) };
}
