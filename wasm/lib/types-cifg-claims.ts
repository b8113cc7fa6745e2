// The public types of the claims of problem 3; their pictures are explained in src/cifg/claims/claims.h.
import type { CifgBackward, CifgProblem } from "./types-cifg-data.ts";
import type { ClaimResult } from "./types-shared.ts";

export type CifgClaimId = "3a" | "3b" | "3c" | "3ledger" | "3horizon";

export interface CifgClaimRequest {
  id: CifgClaimId;
  problem: CifgProblem;
  /** false: intact; true: "plain"; or the code of a mistake. */
  broken?: boolean | string;
  options?: { seed?: number };
}

/** What is judged instead of the solver's answer while a claim is broken; null where the break is of a formula. */
export interface CifgBroken {
  broken: CifgBackward | null;
}

export type CifgClaim = ClaimResult<CifgClaimId, Record<string, Float64Array | number>> & CifgBroken;
