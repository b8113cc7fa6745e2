// What the stage "one step back" remembers: the two places, the noise on trial, and how they are looked at.
import type { Table } from "../../../../host/lab.ts";
import { COORDINATE } from "../../fields.ts";

export const POSTERIOR = {
  dims: { kind: "choice", default: "1", options: ["1", "2"] },
  /** In one dimension the y of each place is left alone. */
  x0x: { ...COORDINATE, default: 0.9 },
  x0y: { ...COORDINATE, default: 0.4 },
  xtx: { ...COORDINATE, default: 0.1 },
  xty: { ...COORDINATE, default: 1.1 },
  /** Whether a noise is on trial in place of the true one; which. */
  guess: { kind: "flag", default: false },
  guessX: { ...COORDINATE, default: -0.5 },
  guessY: { ...COORDINATE, default: 1 },
  /** Look at the three Gaussians closely, whatever becomes of the handles. */
  closeUp: { kind: "flag", default: false },
} as const satisfies Table;
