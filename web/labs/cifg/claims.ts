// Requests for the claims of problem 3, and their frames.
import type { CifgBackward, CifgClaim, CifgClaimId, CifgProblem, CifgStates } from "../../../wasm/lib/types.ts";
import { brokenBy } from "../../kit/claims/mistakes.ts";
import type { StageClaimsFrame, StageClaimsRequest } from "../../kit/stages/claims.ts";
import { problemOf } from "./problem.ts";
import type { CifgState } from "./state.ts";

export interface ClaimSpec {
  readonly id: CifgClaimId;
  readonly broken: boolean | string;
  /** The cell of the stage "Cell", whichever stage is looked at: claims are about numbers that can be seen one by one. */
  readonly problem: CifgProblem;
}

export type ClaimsRequest = StageClaimsRequest<ClaimSpec>;

export interface ClaimsFrame extends StageClaimsFrame<CifgClaim> {
  /** What they are about, for their plots, and the gradients by backpropagation. */
  readonly problem: CifgProblem;
  readonly states: CifgStates;
  readonly backward: CifgBackward;
}

/** The request for these claims. @returns null where there are none */
export function claimsRequest(state: CifgState, ids: readonly CifgClaimId[]): ClaimsRequest | null {
  const problem = problemOf(state);
  const claims = ids.map((id) => ({ id, broken: brokenBy(state.broken, id), problem }));
  return claims.length === 0 ? null : { task: "claims", claims };
}
