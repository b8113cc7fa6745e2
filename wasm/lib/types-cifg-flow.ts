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

/** One cell's way there and back. */
export interface FlowOf {
  /** (T*dh) the forget gate; and the input gate: 1 - f, or the LSTM's own. */
  f: Float64Array;
  i: Float64Array;
  o: Float64Array;
  c: Float64Array;
  h: Float64Array;
  /** (T) |dL/dc_t|, |dL/dh_t|; of c only through the cell (product of f), as the usual claim has it. */
  dc: Float64Array;
  dh: Float64Array;
  dcThroughCell: Float64Array;
  /** (T) 2-norms of dc_T/dc_t, of the diagonal matrix of products of f, and of their difference. */
  horizon: Float64Array;
  horizonThroughCell: Float64Array;
  horizonThroughH: Float64Array;
  /** (T*dh) the diagonal of dc_T/dc_t. */
  horizonDiagonal: Float64Array;
  /** (dh) of each unit the share of steps with f above 0.99, f below 0.01, and a slope f (1 - f) below 1e-3. */
  open: Float64Array;
  closed: Float64Array;
  flat: Float64Array;
  parameters: number;
}

export interface FlowAnswer {
  cifg: FlowOf;
  lstm: FlowOf;
}
