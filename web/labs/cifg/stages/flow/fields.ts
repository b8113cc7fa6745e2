// What the stage "Gradient flow" remembers: the drawn cells, where the loss is, and what is looked at.
import type { Table } from "../../../../host/lab.ts";

export const MAX_FLOW_T = 200;

export const FLOW = {
  flowDx: { kind: "number", default: 4, min: 1, max: 16, integer: true },
  flowDh: { kind: "number", default: 8, min: 1, max: 32, integer: true },
  flowT: { kind: "number", default: 60, min: 2, max: MAX_FLOW_T, integer: true },
  inputGain: { kind: "number", default: 1, min: 0, max: 10, step: 0.05 },
  gain: { kind: "number", default: 2, min: 0, max: 20, step: 0.05 },
  forgetBias: { kind: "number", default: 1, min: -12, max: 12, step: 0.1 },
  inputScale: { kind: "number", default: 1, min: 0, max: 10, step: 0.05 },
  flowLoss: { kind: "choice", default: "last", options: ["last", "all"] },
  flowSeed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
  /** Sizes of gradients, or how much of c_t reaches c_T. */
  flowView: { kind: "choice", default: "gradient", options: ["gradient", "memory"] },
  /** The step that the cursor stands on; beyond T: on T. */
  flowAt: { kind: "number", default: 1, min: 1, max: MAX_FLOW_T, integer: true },
} as const satisfies Table;
