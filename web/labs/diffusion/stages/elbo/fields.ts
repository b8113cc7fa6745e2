// What the stage "ELBO" remembers: which of its charts is open, and the mixture of the bridge.
import type { Table } from "../../../../host/lab.ts";
import { MAX_T } from "../../fields.ts";

export const ELBO_VIEWS = ["weights", "terms", "bridge", "printed"] as const;
export type ElboView = (typeof ELBO_VIEWS)[number];

/** The three variances of the reverse steps, in the order of tables. */
export const VARIANCES = ["posterior", "forward", "best"] as const;
export type Variance = (typeof VARIANCES)[number];

export const ELBO = {
  elboView: { kind: "choice", default: "weights", options: ELBO_VIEWS },
  /** Steps of the bridge, 1 being a VAE; the lab's own T is left alone. */
  bridgeT: { kind: "number", default: 1, min: 1, max: MAX_T, scale: "log", integer: true },
  /** Its data: two modes at +-m of this standard deviation. */
  bridgeM: { kind: "number", default: 1, min: 0, max: 5, step: 0.05 },
  bridgeSd: { kind: "number", default: 0.2, min: 0.01, max: 2, scale: "log" },
  /** The variance that the balance sheet is about. */
  elboVariance: { kind: "choice", default: "posterior", options: VARIANCES },
  /** Draw also what L_simple noises with, as printed. */
  elboPrinted: { kind: "flag", default: false },
} as const satisfies Table;
