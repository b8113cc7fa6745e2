// The public types of the flow of gradients through longer sequences.

export interface FlowRequest {
  dx: number;
  dh: number;
  T: number;
  /** Standard deviations of W's entries times sqrt(dx), and of U's times sqrt(dh). */
  inputGain: number;
  gain: number;
  /** b_f, for all units; the standard LSTM's b_i is its negative. */
  forgetBias: number;
  /** Standard deviation of x_t's entries. */
  inputScale: number;
  /** Where the loss is: at the last step only, or at every step. */
  loss: "last" | "all";
  seed: number;
}

/**
 * One cell's way there and back. What may leave the range of doubles comes as its log10: a field whose name begins with "log". It is
 * -Infinity for 0, and never NaN.
 */
export interface FlowOf {
  /** (T*dh) the forget gate; and the input gate: 1 - f, or the LSTM's own. */
  f: Float64Array;
  i: Float64Array;
  o: Float64Array;
  c: Float64Array;
  h: Float64Array;
  /** (T*dh) what is to be marked of f and of i: a sum of 1 (open: above 0.99), 2 (closed: below 0.01),
   * 4 (flat: f (1 - f) below 1e-3) and, of f alone, 8 (dead: |dL/dz_f| is 0 as a float). */
  forgetMarks: Int32Array;
  inputMarks: Int32Array;
  /** (T) |dL/dc_t|, |dL/dh_t|; |dL/dc_t| if only the cell carried (f alone), as the usual claim has it. */
  logDc: Float64Array;
  logDh: Float64Array;
  logDcThroughCell: Float64Array;
  /** (T) 2-norms of dc_T/dc_t, of the diagonal matrix of products of f, and of their difference. */
  logHorizon: Float64Array;
  logHorizonThroughCell: Float64Array;
  logHorizonThroughH: Float64Array;
  /** (T*dh) the diagonal of dc_T/dc_t, in absolute value; and the product of f over the steps after t. */
  logDiagonal: Float64Array;
  logProduct: Float64Array;
  /** (T*dh) |dL/dz_f|, unit by unit. */
  logDzF: Float64Array;
  /** (dh) of each unit the share of steps at which f is open, closed, flat, dead. */
  open: Float64Array;
  closed: Float64Array;
  flat: Float64Array;
  dead: Float64Array;
  parameters: number;
}

export interface FlowAnswer {
  cifg: FlowOf;
  lstm: FlowOf;
}
