// The public types of the claims of problem 3; their pictures are explained in src/cifg/claims/claims.h.
import type { CifgBackward, CifgDeltas, CifgLedger, CifgParams, CifgProblem } from "./types-cifg-data.ts";
import type { ClaimResult } from "./types-shared.ts";

export type CifgClaimId = "3a" | "3b" | "3c" | "3ledger" | "3horizon";

export interface CifgClaimRequest {
  id: CifgClaimId;
  problem: CifgProblem;
  /** false: intact; true: "plain"; or the code of a mistake. */
  broken?: boolean | string;
  /** Nothing is drawn by chance: the seed changes no result. */
  options?: { seed?: number };
}

/**
 * What is claimed (of the broken certificate, while a claim is broken), the same by complex steps, and the error of each entry relative
 * to the size of what is added up there. An entry is wrong where its error is above the picture's tolerance.
 */
export interface Compared<Lists> {
  claimed: Lists;
  measured: Lists;
  error: Lists;
}

/** 3a. Each list (T*batch*dh). */
export interface CifgLocalPicture {
  /** dc_t/df_t, dc_t/dc~_t, dc_t/dc_{t-1}: the diagonals of the Jacobians. */
  byF: Compared<Float64Array>;
  byCTilde: Compared<Float64Array>;
  byCBefore: Compared<Float64Array>;
  /** The largest entry beside the diagonals that was measured. */
  offDiagonal: number;
  /** dL/df_t, dL/dc~_t, and the part of dL/dc_{t-1} that comes through the cell. */
  flowF: Compared<Float64Array>;
  flowCTilde: Compared<Float64Array>;
  flowCBefore: Compared<Float64Array>;
  /** dL/dc_t. */
  deltaC: Float64Array;
  /** (batch*dh) max(|c_0|, 1). */
  bound: Float64Array;
  tolerance: number;
}

/** 3b. */
export interface CifgDeltasPicture extends Compared<CifgDeltas> {
  tolerance: number;
}

/** The gradients of all that is given. */
export type CifgGivenGradients = CifgParams<Float64Array> & { x: Float64Array; h0: Float64Array; c0: Float64Array };

/** 3c. */
export interface CifgParametersPicture extends Compared<CifgGivenGradients> {
  /** By central differences; NaN where doubles are too coarse for one. Their errors are relative to their own precision, too. */
  central: CifgGivenGradients;
  centralError: CifgGivenGradients;
  /** (T * size of the parameter) each: what each step adds, made with the deltas that are judged. */
  terms: CifgParams<Float64Array>;
  tolerance: number;
  centralTolerance: number;
  /** Of this cell, and of a standard LSTM of the same sizes. */
  parameters: number;
  lstmParameters: number;
}

/** 3ledger. */
export interface CifgLedgerPicture extends Compared<CifgLedger> {
  tolerance: number;
}

/** 3horizon. */
export interface CifgHorizonPicture {
  /** (T*dh) and (T*dh*dh), as in CifgHorizon. */
  product: Compared<Float64Array>;
  jacobian: Compared<Float64Array>;
  /** (T) 2-norms of the Jacobian, and of what goes through h: as claimed, and of the measured matrices. */
  norm: Float64Array;
  throughH: Float64Array;
  measuredNorm: Float64Array;
  measuredThroughH: Float64Array;
  /** (T*dh*dh) what was measured to go through some h on the way. */
  through: Float64Array;
  tolerance: number;
}

/** The gradients that are judged instead of the library's while a claim is broken; null intact, vacuous, and where no gradient is wrong. */
export interface CifgCertificate {
  certificate: CifgBackward | null;
}

export type CifgClaim = (
  | ClaimResult<"3a", CifgLocalPicture>
  | ClaimResult<"3b", CifgDeltasPicture>
  | ClaimResult<"3c", CifgParametersPicture>
  | ClaimResult<"3ledger", CifgLedgerPicture>
  | ClaimResult<"3horizon", CifgHorizonPicture>
) &
  CifgCertificate;
