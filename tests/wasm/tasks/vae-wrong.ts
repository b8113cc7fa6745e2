// Answers to the tasks of the VAE that are not done, however near they come.
import type { VaeState } from "../../../web/labs/vae/state.ts";
import type { WrongAnswers } from "./wrong.ts";

export default {
  "4v1-posterior": [
    { why: "the right width at the wrong place", state: { noiseVar: 4 } },
    { why: "the right mean, too narrow", state: { x: [2.25] } },
    { why: "q is moved instead", state: { qMean: [0.6], qVar: [0.2] } },
    { why: "a decoder that ignores z: the posterior is the prior", state: { D: [0] } },
  ],
  "4v1-line": [
    { why: "the wrong line, where it does no harm", inputs: { line: "reconstruction" } },
    { why: "a line that is right, at a wide q", state: { qVar: [0.8] }, inputs: { line: "kl" } },
    { why: "a line that is wrong only because an earlier one is", state: { qVar: [0.8] }, inputs: { line: "elbo" } },
    { why: "no line is chosen", state: { qVar: [0.8] } },
    { why: "another model makes the sides differ", state: { D: [20] }, inputs: { line: "reconstruction" } },
  ],
  "4v1-higher": [
    { why: "a gap that is closed raises the ELBO as well", state: { b: [0.16, -0.26] } },
    { why: "the gap grows, and the ELBO falls", state: { b: [0.9, -0.3] } },
    { why: "a decoder without z, and the old b", state: { D: [0, 0, 0, 0] } },
    { why: "less noise is another model of x", state: { D: [0, 0, 0, 0], b: [1.1, 0.6], noiseVar: 0.1 } },
    { why: "both, but not by enough", state: { D: [0.6, 0.25, -0.2, 0.45], b: [0.7, 0.3] } },
  ],
  "4v1-turn": [
    { why: "the best q of the tilted posterior", state: { qMean: [0.6536, -0.4346], qVar: [0.1156, 0.1709] } },
    { why: "orthogonal columns, but another p(x)", state: { D: [1.5, 0, 0, 0.5] } },
    { why: "columns that are nearly orthogonal, of about these lengths", state: { D: [0.048, -1.236, 0.96, 0.22] } },
    { why: "rows and columns exchanged", state: { D: [0.78, 0.96, -0.96, -0.22] } },
    { why: "no z at all: no gap, and another p(x)", state: { D: [0, 0, 0, 0] } },
  ],
  "4v2-price": [
    { why: "both narrow", state: { qVar: [0.1586, 0.1586] } },
    { why: "both wide", state: { qVar: [3.146, 3.146] } },
    { why: "the first too cheap", state: { qVar: [0.2, 3.146] } },
    { why: "the second too cheap", state: { qVar: [0.1586, 3] } },
    { why: "narrow and wide, exchanged", state: { qVar: [3.146, 0.1586] } },
    { why: "paid for by the mean", state: { qMean: [1, 1], qVar: [1, 1] } },
    { why: "half a nat by the standard deviation", state: { qVar: [0.3983, 1.7737] } },
  ],
  "4v2-log": [
    { why: "narrow in one coordinate only", state: { qMean: [0, 0], qVar: [0.0001, 1] } },
    { why: "not narrow enough", state: { qMean: [0, 0], qVar: [0.05, 0.05] } },
    { why: "narrow, but far from the prior", state: { qMean: [0.4, 0.4], qVar: [0.001, 0.001] } },
    { why: "the prior", state: { qMean: [0, 0], qVar: [1, 1] } },
  ],
  "4v2-mean": [
    { why: "the best q: above, but with a small gap", state: { qMean: [1.4103, -0.1282], qVar: [0.0455, 0.1] } },
    { why: "a large gap eats it up", state: { qMean: [2, -0.1], qVar: [0.0455, 0.1] } },
    { why: "too narrow a q", state: { qMean: [1.4103, -0.1282], qVar: [0.001, 0.001] } },
  ],
  "4v2-sigma": [
    { why: "σ = 1, where log σ² is 0", state: { qVar: [1, 1] } },
    { why: "only one coordinate", state: { qVar: [0.436, 1] } },
    { why: "errors that cancel in the sum", state: { qVar: [0.34, 0.53] } },
    { why: "the variance at the right standard deviation", state: { qVar: [0.66, 0.66] } },
  ],
  "4v3-climb": [
    { why: "the variances are moved, too", state: { qMean: [0.3334, 0.7633], qVar: [0.1351, 0.1908] } },
    { why: "the mean of the prior", state: { qMean: [0, 0] } },
    { why: "one coordinate is right", state: { qMean: [0.3334, 0.4] } },
  ],
  "4v3-quiet": [
    { why: "the best q of a tilted posterior", state: { qMean: [0.3334, 0.7633], qVar: [0.1351, 0.1908] } },
    { why: "a q as narrow as can be", state: { qMean: [0.3334, 0.7633], qVar: [0.0001, 0.0001] } },
    {
      why: "the posterior, to two digits",
      state: { D: [3, 1, -1, 3], qMean: [0.2, 0.29], qVar: [0.024, 0.024] },
    },
    {
      why: "the posterior, of an x that is too likely",
      state: { D: [1.2, 0.3, -0.4, 0.9], qMean: [0.43243243, 0.7826087], qVar: [0.13513514, 0.2173913] },
    },
    { why: "another size", state: { dx: 1, D: [0, 0], b: [0], x: [0] } },
  ],
  "4v3-even": [
    { why: "the best q: no noise at all in the other one", state: { qMean: [0.6], qVar: [0.2] } },
    {
      why: "little noise, but q beside the posterior",
      state: { D: [0.5], noiseVar: 0.04, x: [1], qMean: [0.3], qVar: [0.04] },
    },
    { why: "a very wide q", state: { qMean: [0.6], qVar: [100] } },
    { why: "a very narrow q", state: { qMean: [0.6], qVar: [0.0001] } },
  ],
  "4v4-step": [
    { why: "hardly any noise", state: { alphaBar: 0.999 } },
    { why: "half and half", state: { alphaBar: 0.5 } },
    { why: "data that are easy", state: { alphaBar: 0.5, modes: 0, modeSd: 1 } },
  ],
  "4v4-free": [
    { why: "below the entropy, but not by a nat", state: { alphaBar: 0.9 } },
    { why: "nothing to pay, and nothing told", state: { alphaBar: 1e-6 } },
    { why: "other data", state: { modes: 0, modeSd: 2, alphaBar: 0.95 } },
  ],
  "4v4-enough": [
    { why: "one mode, too narrow", state: { modes: 0, modeSd: 0.2 } },
    { why: "the right variance, of two modes", state: { modes: 0.5, modeSd: 0.866 } },
    { why: "one mode, a little too narrow", state: { modes: 0, modeSd: 0.98 } },
    { why: "a step that says nothing", state: { modes: 0, modeSd: 0.99, alphaBar: 1e-6 } },
  ],
  "4v4-beta": [
    { why: "nearly, at a small step", state: { alphaBar: 0.2 } },
    { why: "nearly, at the other end", state: { alphaBar: 0.999 } },
    { why: "right for every step, of data that are the prior", state: { modes: 0, modeSd: 1, alphaBar: 0.5 } },
  ],
} satisfies WrongAnswers<VaeState>;
