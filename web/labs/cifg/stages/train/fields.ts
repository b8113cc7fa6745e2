// What the stage "Train" remembers: the task, the cells, and how they are trained. Weights are no part of a link: the same settings and
// seed make them again, bit for bit.
import type { Table } from "../../../../host/lab.ts";

export const CELLS = ["cifg", "lstm"] as const;
export type CellName = (typeof CELLS)[number];

export const SERIES = ["lynx", "airPassengers", "co2", "own"] as const;
/** Most values of an own series. */
export const MAX_SERIES = 2000;

export const TRAIN = {
  task: { kind: "choice", default: "series", options: ["series", "adding", "copy"] },
  series: { kind: "choice", default: "co2", options: SERIES },
  /** The values of an own series: typed, pasted, drawn or from a file. */
  ownSeries: { kind: "numbers", default: [], maxCount: MAX_SERIES, min: -1e9, max: 1e9 },
  window: { kind: "number", default: 36, min: 2, max: 200, integer: true },
  horizon: { kind: "number", default: 1, min: 1, max: 48, integer: true },
  split: { kind: "number", default: 0.75, min: 0.3, max: 0.95, step: 0.01 },
  season: { kind: "number", default: 12, min: 0, max: 200, integer: true },
  /** Steps of the sequences of the made tasks, and the delay of "copy". */
  taskT: { kind: "number", default: 20, min: 2, max: 200, integer: true },
  delay: { kind: "number", default: 5, min: 1, max: 100, integer: true },
  cells: { kind: "choice", default: "race", options: ["race", "cifg", "lstm"] },
  units: { kind: "number", default: 8, min: 1, max: 128, scale: "log", integer: true },
  /** What is equal in a race: the width, or (nearly) the number of parameters. */
  equal: { kind: "choice", default: "width", options: ["width", "parameters"] },
  batch: { kind: "number", default: 32, min: 1, max: 256, scale: "log", integer: true },
  learningRate: { kind: "number", default: 0.01, min: 1e-5, max: 1, scale: "log" },
  clip: { kind: "number", default: 1, min: 0, max: 100, step: 0.1 },
  truncate: { kind: "number", default: 0, min: 0, max: 200, integer: true },
  startBias: { kind: "number", default: 1, min: -10, max: 10, step: 0.1 },
  trainSteps: { kind: "number", default: 600, min: 10, max: 100_000, scale: "log", integer: true },
  trainSeed: { kind: "number", default: 1, min: 1, max: 1_000_000, integer: true },
  /** The held-out sequence whose gates are shown, counted from 0. */
  sequence: { kind: "number", default: 0, min: 0, max: 9999, integer: true },
} as const satisfies Table;
