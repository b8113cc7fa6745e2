// What the stage "Sample" remembers: which runs are compared, from the same noise, and their samplers.
import type { Table } from "../../../../host/lab.ts";
import { MAX_T } from "../../fields.ts";

/** Where eps comes from, and the sampler. */
export const RUNS = [
  "exact-ancestral",
  "exact-ddim",
  "exact-flow",
  "network-ancestral",
  "network-ddim",
  "network-flow",
] as const;
export type RunName = (typeof RUNS)[number];

const STEPS = { kind: "number", min: 1, max: MAX_T, scale: "log", integer: true } as const;

export const SAMPLE = {
  runA: { kind: "choice", default: "exact-ancestral", options: RUNS },
  runB: { kind: "choice", default: "exact-ddim", options: [...RUNS, "none"] },
  runC: { kind: "choice", default: "network-ddim", options: [...RUNS, "none"] },
  particles: { kind: "number", default: 2000, min: 10, max: 10_000, scale: "log", integer: true },
  reverseVariance: { kind: "choice", default: "posterior", options: ["posterior", "forward", "optimal"] },
  eta: { kind: "number", default: 0, min: 0, max: 1, step: 0.05 },
  /** Of the T steps; more than T are T. */
  ddimSteps: { ...STEPS, default: 50 },
  flowSteps: { ...STEPS, default: 25 },
  trails: { kind: "flag", default: true },
  /** Particles that have one: more hide the samples. */
  trailCount: { kind: "number", default: 12, min: 1, max: 60, scale: "log", integer: true },
} as const satisfies Table;
