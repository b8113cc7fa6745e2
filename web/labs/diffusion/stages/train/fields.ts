// What the stage "Train" remembers: the network's shape, how it is trained, and for how long. Weights are no part of a link: the same
// settings and seed make them again, bit for bit.
import type { Table } from "../../../../host/lab.ts";

export const LOSSES = ["simple", "elbo"] as const;
export type LossName = (typeof LOSSES)[number];

export const TRAIN = {
  width: { kind: "number", default: 96, min: 4, max: 256, scale: "log", integer: true },
  depth: { kind: "number", default: 3, min: 1, max: 6, integer: true },
  embedding: { kind: "choice", default: "sinusoidal", options: ["sinusoidal", "fourier"] },
  /** Frequencies of the embedding of t: a sine and a cosine of each. */
  frequencies: { kind: "number", default: 16, min: 1, max: 64, scale: "log", integer: true },
  loss: { kind: "choice", default: "simple", options: LOSSES },
  /** Both losses, from one seed. */
  race: { kind: "flag", default: false },
  /** Noise x_0 as remark 1 prints it. */
  asPrinted: { kind: "flag", default: false },
  batch: { kind: "number", default: 256, min: 8, max: 1024, scale: "log", integer: true },
  learningRate: { kind: "number", default: 0.004, min: 1e-5, max: 0.1, scale: "log" },
  emaDecay: { kind: "number", default: 0.998, min: 0, max: 0.9999 },
  trainSteps: { kind: "number", default: 4000, min: 50, max: 100_000, scale: "log", integer: true },
} as const satisfies Table;
