// Requests for the claims of problem 3, and their frames. The spec of a claim holds all that its result depends on: two specs that
// are equal have the same result.
import type { CifgBackward, CifgClaim, CifgClaimId, CifgProblem, CifgStates } from "../../../wasm/lib/types.ts";
import { brokenBy } from "../../kit/claims/mistakes.ts";
import { sameRequest } from "../../kit/solve-request.ts";
import { problemOf } from "./problem.ts";
import type { CifgState } from "./state.ts";

export interface ClaimSpec {
  readonly id: CifgClaimId;
  readonly broken: boolean | string;
  /** The cell of the stage "Cell", whichever stage is looked at: claims are about numbers that can be seen one by one. */
  readonly problem: CifgProblem;
}

export interface ClaimsRequest {
  readonly task: "claims";
  readonly claims: readonly ClaimSpec[];
}

export interface ClaimsFrame {
  readonly task: "claims";
  /** One in each frame, so that a newer request waits for one claim at most. */
  readonly claims: readonly CifgClaim[];
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

/** Whether a claim has the same result in both. */
export function sameClaim(a: ClaimsRequest, b: ClaimsRequest, id: string): boolean {
  const entry = ({ claims }: ClaimsRequest) => claims.find((claim) => claim.id === id);
  return sameRequest(entry(a), entry(b));
}
