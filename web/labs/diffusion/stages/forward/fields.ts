import type { Table } from "../../../../host/lab.ts";

export const FORWARD = {
  /** The same particles also taken there step by step. */
  walk: { kind: "flag", default: true },
  /** Particles of the plot. */
  forwardCount: { kind: "number", default: 1000, min: 1, max: 2000, scale: "log", integer: true },
} as const satisfies Table;
