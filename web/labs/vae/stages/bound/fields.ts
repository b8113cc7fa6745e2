// What the stage remembers: how many draws stand beside the exact numbers, and which coordinates of x are drawn. The model itself is
// shared (fields.ts of the lab): the claims are about it.
import type { Table } from "../../../../host/lab.ts";

/** Two of three coordinates, from 1. */
export const BOUND_PLANES = ["12", "13", "23"] as const;

export const BOUND = {
  boundDraws: { kind: "number", default: 256, min: 2, max: 100_000, scale: "log", integer: true },
  boundPlane: { kind: "choice", default: "12", options: BOUND_PLANES },
} as const satisfies Table;
