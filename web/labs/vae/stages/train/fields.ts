// What the stage "VAE" remembers: the data, the network and how it is trained, and what is looked at. Weights are no part of a link: the
// same settings and seed make them again, bit for bit.
import type { Table } from "../../../../host/lab.ts";
import { MOST_INK, PIXELS } from "../../fields.ts";

export const TOYS = ["moons", "roll", "spirals", "gaussians", "board"] as const;
export type ToyName = (typeof TOYS)[number];
export const VAE_DATA = ["digits", "own", ...TOYS] as const;

/** Largest absolute value of a latent coordinate that is looked at. */
export const MOST_Z = 12;
/** Images and points, at most. */
const MOST_POINTS = 4000;
const MOST_LATENTS = 16;

const COORDINATE = { kind: "number", default: 0, min: -MOST_Z, max: MOST_Z } as const;

export const TRAIN = {
  vaeData: { kind: "choice", default: "digits", options: VAE_DATA },
  /** Of a toy set. */
  vaePoints: { kind: "number", default: 1000, min: 20, max: MOST_POINTS, scale: "log", integer: true },
  vaeDataSeed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
  /** dz */
  vaeLatents: { kind: "number", default: 2, min: 1, max: MOST_LATENTS, integer: true },
  vaeWidth: { kind: "number", default: 128, min: 4, max: 256, scale: "log", integer: true },
  vaeDepth: { kind: "number", default: 1, min: 1, max: 4, integer: true },
  vaeLikelihood: { kind: "choice", default: "bernoulli", options: ["bernoulli", "gaussian"] },
  vaeNoiseVar: { kind: "number", default: 0.05, min: 1e-4, max: 10, scale: "log" },
  vaeBeta: { kind: "number", default: 1, min: 0.001, max: 100, scale: "log" },
  vaeBatch: { kind: "number", default: 128, min: 8, max: 1024, scale: "log", integer: true },
  vaeLearningRate: { kind: "number", default: 0.005, min: 1e-5, max: 0.1, scale: "log" },
  vaeAverage: { kind: "number", default: 0.99, min: 0, max: 0.9999 },
  vaeSteps: { kind: "number", default: 4000, min: 50, max: 100_000, scale: "log", integer: true },
  vaeSeed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
  /** The two latent coordinates on the map, counted from 1. */
  vaeAxisX: { kind: "number", default: 1, min: 1, max: MOST_LATENTS, integer: true },
  vaeAxisY: { kind: "number", default: 2, min: 1, max: MOST_LATENTS, integer: true },
  /** The place that is decoded. */
  vaeZx: { ...COORDINATE, default: 0.5 },
  vaeZy: { ...COORDINATE, default: 0.5 },
  /** The image x that is looked at, and x', the end of the walk from it: counted from 0, in the data's order. */
  vaeImage: { kind: "number", default: 3, min: 0, max: MOST_POINTS - 1, integer: true },
  vaeTo: { kind: "number", default: 10, min: 0, max: MOST_POINTS - 1, integer: true },
  /** What stands beside the map: the decoded plane, or a pad that x is drawn on. For points of the plane: the plane of the data. */
  vaeBeside: { kind: "choice", default: "grid", options: ["grid", "draw"] },
  /** What the map is shaded by: p(z | x), or the mean of q(z | x) over all data. */
  vaeShade: { kind: "choice", default: "posterior", options: ["posterior", "aggregate", "none"] },
  /** (64) ink of the digit that was drawn; empty: none yet */
  vaeDrawn: { kind: "numbers", default: [], min: 0, max: MOST_INK, maxCount: PIXELS },
} as const satisfies Table;
