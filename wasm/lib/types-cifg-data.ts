// The public types of the exact part of problem 3. Matrices are row-major; row (t, i) of a batch is t * batch + i.
import type { Numbers } from "./types-shared.ts";

/** W (dh*dx), U (dh*dh), b (dh) of the forget gate, the output gate and the candidate. */
export interface CifgParams<Values = Numbers> {
  W_f: Values;
  U_f: Values;
  b_f: Values;
  W_o: Values;
  U_o: Values;
  b_o: Values;
  W_c: Values;
  U_c: Values;
  b_c: Values;
}

export interface CifgInputs {
  dx: number;
  dh: number;
  T: number;
  batch: number;
  params: CifgParams;
  /** (T*batch*dx) */
  x: Numbers;
  /** (batch*dh) */
  h0: Numbers;
  c0: Numbers;
}

export interface CifgProblem extends CifgInputs {
  /** (T*batch*dh) the loss is L = sum <g_t, h_t>. */
  g: Numbers;
}

/** (T*batch*dh) each. */
export interface CifgStates {
  zF: Float64Array;
  zO: Float64Array;
  zC: Float64Array;
  f: Float64Array;
  /** sigma(-z_f): not 0 where f is 1 to rounding. */
  oneMinusF: Float64Array;
  o: Float64Array;
  cTilde: Float64Array;
  c: Float64Array;
  tanhC: Float64Array;
  h: Float64Array;
}

/** dL/da of every intermediate a, (T*batch*dh) each. */
export interface CifgDeltas {
  dh: Float64Array;
  dc: Float64Array;
  df: Float64Array;
  do: Float64Array;
  dcTilde: Float64Array;
  dzF: Float64Array;
  dzO: Float64Array;
  dzC: Float64Array;
}

export interface CifgBackward {
  loss: number;
  grads: CifgParams<Float64Array> & { x: Float64Array; h0: Float64Array; c0: Float64Array };
  deltas: CifgDeltas;
}

/**
 * The gradients split by where they came from. A source s is the step of the loss; a path is the last edge on the way back:
 * into h_t "loss" (g_t itself), "U_f", "U_o", "U_c" (from z_k of step t + 1); into c_t these four through h_t, and "cell" (from
 * c_{t+1}).
 */
export interface CifgLedger {
  /** (T * 4 * T * dh): entry ((s * 4 + path) * T + t) * dh + j of delta h_t; 0 for s < t. */
  dh: Float64Array;
  /** (T * 5 * T * dh), as above with the fifth path "cell". */
  dc: Float64Array;
  /**
   * By source and path, each (T * 5 * size of the parameter); the path is that of the delta c_t (f, c) or delta h_t (o; its fifth
   * is 0) that delta z_k came from.
   */
  params: CifgParams<Float64Array>;
}

/** Sums of a ledger's entries; sizes as the ledger's without what is summed over. */
export interface CifgParts {
  dh: Float64Array;
  dc: Float64Array;
  params: CifgParams<Float64Array>;
}

export interface CifgLedgerSums {
  /** Over all paths: entry (s * T + t) * dh + j, and s * size + entry of a parameter. */
  bySource: CifgParts;
  /** Over all sources: entry (path * T + t) * dh + j, and path * size + entry. */
  byPath: CifgParts;
  /** Over both: the deltas and gradients of CifgBackward to rounding. */
  total: CifgParts;
}

/** What each step adds to the gradients of the parameters: dz_t x_t', dz_t h_{t-1}', dz_t. */
export interface CifgUpdates {
  /** (T * size of the parameter) each. */
  step: CifgParams<Float64Array>;
  /** The sum of steps t..T, as the way back adds them; at the first step it is the gradient. */
  soFar: CifgParams<Float64Array>;
}

/** How much of c_t reaches c_T. */
export interface CifgHorizon {
  /** (T * dh) entry t * dh + j: the product of f_s over s = t+2..T, t counted from 0: what stays in the cell. */
  product: Float64Array;
  /** (T * dh * dh) the Jacobian dc_T / dc_t, everything through h included, row-major. */
  jacobian: Float64Array;
  /** (T) its 2-norm, and that of what goes through h: jacobian - diag(product). */
  norm: Float64Array;
  throughH: Float64Array;
  /** (T) the largest product, which is the norm of diag(product); and throughH / (productNorm + throughH). */
  productNorm: Float64Array;
  share: Float64Array;
}

export interface CifgTape {
  states: CifgStates;
  backward: CifgBackward;
  ledger: CifgLedger;
  sums: CifgLedgerSums;
  updates: CifgUpdates;
  horizon: CifgHorizon;
}
