// Answers to the tasks of problem 3 that are not done, however near they come.
import type { CifgState } from "../../../web/labs/cifg/state.ts";
import type { WrongAnswers } from "./wrong.ts";

/** W_f, U_f, b_f, W_o, U_o, b_o, W_c, U_c, b_c of a cell of one unit. */
type Nine = [number, number, number, number, number, number, number, number, number];
const weights = (...nine: Nine) => ({ weights: nine });

const LATE: Nine = [0.3, 0.4, 3.5, -0.5, 0.3, 0.4, 0.9, -0.6, 0.1];
const steps = (T: number, values: Record<number, number>) => Array.from({ length: T }, (_, k) => values[k + 1] ?? 0);

export default {
  "3a-shares": [
    { why: "the shares are exchanged: f = 3/4", state: weights(0.5, 0.2, 0.4986, -0.4, 0.6, 0.3, 1, -0.5, 0.2) },
    { why: "f is a third, not a quarter", state: weights(0.5, 0.2, -1.293, -0.4, 0.6, 0.3, 1, -0.5, 0.2) },
    { why: "right shares of nearly nothing", state: weights(0.5, 0.2, -1.7, -0.4, 0.6, -6, 1, -0.5, 0.2) },
  ],
  "3a-no-matter": [
    {
      why: "the lost sign: the candidate is minus the old state",
      state: weights(0.5, 0.2, 0, -0.4, 0.6, 0.3, 1, -0.5, -0.2),
    },
    { why: "a saturated gate: δz_f is 0, δf is not", state: weights(0.5, 0.2, 40, -0.4, 0.6, 0.3, 1, -0.5, 0.2) },
    {
      why: "equal ends, but the gate is shut, too",
      state: weights(0.5, 0.2, -9, -0.4, 0.6, 0.3, 1, -0.5, -1.3),
    },
    { why: "equal ends of nearly no gradient", state: weights(0.5, 0.2, 0, -0.4, 0.6, -9, 1, -0.5, -1.3) },
    { why: "another old state", state: { c0: [0.74] } },
  ],
  "3a-rounded": [
    { why: "a little too early: one rounding is left", state: weights(0.5, 0.2, 36.1, -0.4, 0.6, 0.3, 1, -0.5, 0.2) },
    { why: "from 37 on it is below the share", state: weights(0.5, 0.2, 36.4, -0.4, 0.6, 0.3, 1, -0.5, 0.2) },
    { why: "as far open as it goes", state: weights(0.5, 0.2, 1000, -0.4, 0.6, 0.3, 1, -0.5, 0.2) },
  ],
  "3b-keep": [
    { why: "a gate that writes nothing", state: weights(0.3, 0.4, 40, -0.5, 0.3, 0.4, 0.9, -0.6, 0.1) },
    { why: "a gate that forgets too much", state: weights(0.3, 0.4, 2, -0.5, 0.3, 0.4, 0.9, -0.6, 0.1) },
    {
      why: "a loss at the first step instead",
      state: { ...weights(...LATE), g: steps(12, { 1: 1, 12: 1 }) },
    },
  ],
  "3b-line": [
    { why: "the right line on numbers that hide it", inputs: { line: "dc" } },
    {
      why: "a right line on numbers that show the wrong one",
      state: weights(2, 0, 0.4, -0.5, 0.3, 0.4, 0.9, -0.6, 0.1),
      inputs: { line: "df" },
    },
    {
      why: "the longest line, though it is right",
      state: weights(2, 3, 0.4, -0.5, 4, 0.4, 0.9, -3, 0.1),
      inputs: { line: "dh" },
    },
    {
      why: "the output gate's line, though it is right",
      state: weights(2, 3, 0.4, -0.5, 4, 0.4, 0.9, -3, 0.1),
      inputs: { line: "dzO" },
    },
    {
      why: "another right line, where every gate is saturated",
      state: weights(30, 5, 20, -30, 5, 0.4, 900, -600, 0.1),
      inputs: { line: "dzC" },
    },
    { why: "no line", state: weights(2, 0, 0.4, -0.5, 0.3, 0.4, 0.9, -0.6, 0.1) },
    {
      why: "the right line, and no loss",
      state: { ...weights(2, 0, 0.4, -0.5, 0.3, 0.4, 0.9, -0.6, 0.1), g: [0, 0, 0] },
      inputs: { line: "dc" },
    },
  ],
  "3b-harmless": [
    { why: "nothing comes back: all U are 0", state: weights(0.8, 0, 0.2, -0.4, 0, 0.1, 1.2, 0, 0.3) },
    { why: "too little comes back to count", state: weights(0.8, 0.0065, 0.2, -0.4, 0.009, 0.1, 1.2, -0.006, 0.3) },
    { why: "two parts cancel and the third is 0", state: weights(0.8, 0.49, 0.2, -0.4, 0, 0.1, 1.2, -0.6, 0.3) },
  ],
  "3c-one-step": [
    { why: "a large input at step 3 shuts its own gate", state: { x: [0.8, -0.5, 50, 0.7] } },
    { why: "small inputs elsewhere, not none", state: { x: [0.01, 0.01, 0.4, 0.01] } },
    { why: "the wrong step", state: { x: [0, 0, 0, 0.7] } },
  ],
  "3c-difference": [
    { why: "as small as a complex step", inputs: { exponent: -10 } },
    { why: "half of the digits", inputs: { exponent: -8 } },
    { why: "too large", inputs: { exponent: -3 } },
    { why: "the right step for other numbers", state: { g: [0.001, 0, 0.001] }, inputs: { exponent: -5 } },
  ],
  "3c-cancel": [
    { why: "no loss", state: { g: [0, 0, 0] } },
    { why: "two terms cancel, the third is missing: the loss is at steps 1 and 2", state: { g: [2.8, 1, 0] } },
    { why: "a small gradient of small terms", state: { g: [0, 0, 0.001] } },
  ],
  "3c-before": [
    { why: "h_0 alone is 0", state: { h0: [0] } },
    { why: "no input is not no state: the bias writes", state: { x: [0, -0.9], h0: [0], c0: [0] } },
    { why: "all is 0, the wrong sum as well", state: { x: [-0.2, -0.2], h0: [0], c0: [0] } },
  ],
  "3c-rank": [
    { why: "one step alone", state: { x: [0.9, -0.4, ...new Array<number>(10).fill(0)] } },
    {
      why: "parallel, but three steps add nearly nothing",
      state: { x: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 2, 2, 2, 2, 2, 2] },
    },
    {
      why: "nearly parallel",
      state: { x: [0.9, 0.45, 0.3, 0.15, -0.7, -0.35, 1.1, 0.55, -0.5, -0.25, 0.6, 0.4] },
    },
  ],
  "3ledger-output": [
    { why: "all ways are shut", state: weights(0.3, 0, -0.2, -0.3, 0, 0.6, 0.6, 0, 0.1) },
    {
      why: "the others are shut, and this one is as it was",
      state: weights(0.3, 0, -0.2, -0.3, 0.4, 0.6, 0.6, 0, 0.1),
    },
    {
      why: "the others are shut, but the output gate is saturated",
      state: weights(0.3, 0, -0.2, -0.3, 1.5, 40, 0.6, 0, 0.1),
    },
    { why: "the candidate's way is still open", state: weights(0.3, 0, -0.2, -0.3, 1.5, 0.6, 0.6, 0.8, 0.1) },
  ],
  "3ledger-cancel": [
    { why: "no way through h at all", state: weights(0.3, 0, -0.2, -0.3, 0, 0.6, 0.6, 0, 0.1) },
    { why: "no gradient at all", state: weights(0.3, 0.6, -0.2, -0.3, 0.4, -40, 0.6, -1.85, 0.1) },
    { why: "the other sign: the parts add up", state: weights(0.3, 0.6, -0.2, -0.3, 0.4, 0.6, 0.6, 1.85, 0.1) },
    { why: "too much of the opposite sign", state: weights(0.3, 0.6, -0.2, -0.3, 0.4, 0.6, 0.6, -4, 0.1) },
  ],
  "3ledger-late": [
    {
      why: "the forget gate is shut: nothing comes from step 3",
      state: { ...weights(0, 0.2, -6, 10, 0.4, -5, 0.6, -0.3, 0.1), x: [0, 0, 1] },
    },
    {
      why: "all output gates are shut: shares of nothing",
      state: { ...weights(0, 0.2, 3, 10, 0.4, -15, 0.6, -0.3, 0.1), x: [0, 0, 1] },
    },
    { why: "an open memory, but every step is heard", state: weights(0, 0.2, 6, -0.3, 0.4, 0.6, 0.6, -0.3, 0.1) },
    {
      why: "the wrong step is marked",
      state: { ...weights(0, 0.2, 3, 10, 0.4, -5, 0.6, -0.3, 0.1), x: [0, 1, 0] },
    },
    { why: "no loss at the other steps", state: { g: [0, 0, 1] } },
  ],
  "3horizon-nothing": [
    { why: "a shut gate promises nothing", state: weights(0, 0, -9, 0, 0, 0, 0, 0, 0) },
    { why: "the other sign: all of it comes", state: weights(0, 0, 0, 0, 0, 0, 0, 2, 0) },
    { why: "too much against it: it is turned round", state: weights(0, 0, 0, 0, 0, 0, 0, -6, 0) },
  ],
  "3horizon-half-shut": [
    { why: "open gates", state: weights(0, 0, 6, 0, 0, 0, 0, 0, 0) },
    { why: "it explodes", state: weights(0, 0, 0, 0, 0, 0, 0, 6, 0) },
    { why: "it vanishes after all", state: weights(0, 0, 0, 0, 0, 0, 0, 1.7, 0) },
  ],
  "3horizon-promise": [
    { why: "open gates: the usual advice", state: { forgetBias: 6, gain: 1 } },
    { why: "shut gates, and h carries too little", state: { forgetBias: -2, gain: 2 } },
    { why: "it explodes", state: { forgetBias: -2, gain: 8 } },
    { why: "another draw", state: { forgetBias: -2, gain: 4, flowT: 10 } },
  ],
} satisfies WrongAnswers<CifgState>;
