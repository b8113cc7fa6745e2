// Requests for the claims of the VAE, and their frames.
import type { VaeClaim, VaeClaimId, VaeClaimProblem } from "../../../wasm/lib/types.ts";
import { brokenBy } from "../../kit/claims/mistakes.ts";
import type { StageClaimsFrame, StageClaimsRequest } from "../../kit/stages/claims.ts";
import { problemOf } from "./problem.ts";
import type { VaeState } from "./state.ts";

export interface ClaimSpec {
  readonly id: VaeClaimId;
  readonly broken: boolean | string;
  /** The model of the stage "Bound", whichever stage is looked at: claims are about what is exact. */
  readonly problem: VaeClaimProblem;
  readonly options: { readonly seed: number };
}

export type ClaimsRequest = StageClaimsRequest<ClaimSpec>;

export interface ClaimsFrame extends StageClaimsFrame<VaeClaim> {
  readonly problem: VaeClaimProblem;
}

/** The request for these claims. @returns null where there are none */
export function claimsRequest(state: VaeState, ids: readonly VaeClaimId[]): ClaimsRequest | null {
  const problem = problemOf(state);
  const claims = ids.map((id) => ({
    ...{ id, broken: brokenBy(state.broken, id), problem },
    options: { seed: state.seed },
  }));
  return claims.length === 0 ? null : { task: "claims", claims };
}
