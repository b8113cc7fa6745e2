// What the stage "Gradient flow" remembers: the drawn cells, and where the loss is.
import type { Table } from "../../../../host/lab.ts";

export const FLOW = {
  flowDx: { kind: "number", default: 4, min: 1, max: 16, integer: true },
  flowDh: { kind: "number", default: 8, min: 1, max: 32, integer: true },
  flowT: { kind: "number", default: 60, min: 2, max: 200, integer: true },
  inputGain: { kind: "number", default: 1, min: 0, max: 10, step: 0.05 },
  gain: { kind: "number", default: 1, min: 0, max: 20, step: 0.05 },
  forgetBias: { kind: "number", default: 1, min: -40, max: 40, step: 0.5 },
  inputScale: { kind: "number", default: 1, min: 0, max: 10, step: 0.1 },
  flowLoss: { kind: "choice", default: "last", options: ["last", "all"] },
  flowSeed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
} as const satisfies Table;
