// The claims of a lab of stages, as its solver is asked for them: a task beside those of its stages. The spec of a claim holds all that
// its result depends on: two specs that are equal have the same result.
import type { ClaimRequest } from "../claims/results.ts";
import { sameRequest } from "../solve-request.ts";

export type StageClaimSpec = ClaimRequest["claims"][number];

export interface StageClaimsRequest<Spec extends StageClaimSpec> {
  readonly task: "claims";
  readonly claims: readonly Spec[];
}

export interface StageClaimsFrame<Claim> {
  readonly task: "claims";
  /** One in each frame, so that a newer request waits for one claim at most. */
  readonly claims: readonly Claim[];
}

/** Whether a claim has the same result in both. */
export function sameClaim(a: ClaimRequest, b: ClaimRequest, id: string): boolean {
  const entry = ({ claims }: ClaimRequest) => claims.find((claim) => claim.id === id);
  return sameRequest(entry(a), entry(b));
}
