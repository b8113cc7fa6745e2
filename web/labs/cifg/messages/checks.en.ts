// The words of the checks of problem 3: what each measures, and why a claim says nothing here. Loaded with the first open claim. Errors
// are relative to what is added up.
import { reasons as shared } from "../../../kit/messages/checks.en.ts";

const states = "states against the equations, one step at a time, worst of all";
const loss = "L against Σ ⟨gₜ, hₜ⟩";

export const checks = {
  "3a": {
    states,
    "by-f": "∂cₜ/∂fₜ: diagonal against a complex step, worst entry",
    "by-c-tilde": "∂cₜ/∂c̃ₜ: diagonal against a complex step, worst entry",
    "by-c-before": "∂cₜ/∂cₜ₋₁: diagonal against a complex step, worst entry",
    "delta-c": "δcₜ against a complex step at cₜ, worst entry",
    diagonal: "largest entry beside the three diagonals",
    "flow-f": "δfₜ against a complex step at fₜ, worst entry",
    "flow-c-tilde": "δc̃ₜ against a complex step at c̃ₜ, worst entry",
    "flow-c-before": "δcₜ ⊙ fₜ against a step at cₜ₋₁ that goes through cₜ only, worst entry",
    bounded: "how far a |cₜ| is above max(|c₀|, 1)",
  },
  "3b": {
    states,
    loss,
    "delta-h": "δhₜ against a complex step at hₜ, worst entry",
    "delta-c": "δcₜ against a complex step at cₜ, worst entry",
    "delta-f": "δfₜ against a complex step at fₜ, worst entry",
    "delta-o": "δoₜ against a complex step at oₜ, worst entry",
    "delta-c-tilde": "δc̃ₜ against a complex step at c̃ₜ, worst entry",
    "delta-z-f": "δz of f against a complex step there, worst entry",
    "delta-z-o": "δz of o against a complex step there, worst entry",
    "delta-z-c": "δz of c̃ against a complex step there, worst entry",
  },
  "3c": {
    states,
    loss,
    "w-f": "dL/dW_f against complex steps, worst entry",
    "u-f": "dL/dU_f against complex steps, worst entry",
    "b-f": "dL/db_f against complex steps, worst entry",
    "w-o": "dL/dW_o against complex steps, worst entry",
    "u-o": "dL/dU_o against complex steps, worst entry",
    "b-o": "dL/db_o against complex steps, worst entry",
    "w-c": "dL/dW_c against complex steps, worst entry",
    "u-c": "dL/dU_c against complex steps, worst entry",
    "b-c": "dL/db_c against complex steps, worst entry",
    x: "dL/dxₜ against complex steps, worst entry",
    h0: "dL/dh₀ against complex steps, worst entry",
    c0: "dL/dc₀ against complex steps, worst entry",
    sums: "gradients of W, U and b against the sums of their terms over t, worst entry",
    central: "all of these against central differences, worst entry",
  },
  "3ledger": {
    states,
    "into-h": "entries of δhₜ against steps that leave hₜ on one edge, worst",
    "into-c": "entries of δcₜ against steps that leave cₜ on one edge, worst",
    parameters: "entries of the parameters against such steps at z, worst",
    "sum-h": "entries of δhₜ, added up, against δhₜ, worst",
    "sum-c": "entries of δcₜ, added up, against δcₜ, worst",
    "sum-parameters": "entries of the parameters, added up, against their gradients, worst",
  },
  "3horizon": {
    states,
    product: "product of f against complex steps that stay in the cell, worst entry",
    jacobian: "dc_T/dcₜ against complex steps with every path open, worst entry",
    "through-h": "dc_T/dcₜ minus the product against steps that go through h, worst entry",
    norm: "norm of dc_T/dcₜ against that of the measured matrix, worst t",
    "norm-through-h": "norm of the part through h against that of the measured matrix, worst t",
    "product-norm": "largest product of f against the measured one, worst t",
    share: "share of the part through h against that of what was measured, worst t",
  },
} as const;

export const reasons = {
  ...shared,
  "no-loss":
    "Every gₜ is 0, or as good as 0 beside the other numbers: so are the loss and all gradients. Give some hₜ a weight in the loss.",
  overflow:
    "A gradient, or a part of one, is too large for floating-point numbers. Choose smaller weights or fewer steps.",
  "one-step": "There is one step only, and the statement is about what passes from step to step. Choose a larger T.",
} as const;
