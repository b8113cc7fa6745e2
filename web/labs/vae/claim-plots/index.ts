// The plot of each claim. Loaded when the first claim is opened.
import type { VaeClaimId } from "../../../../wasm/lib/types.ts";
import type { MountVaeClaimPlot } from "./context.ts";
import { mountGradients } from "./gradients.ts";
import { mountIdentity } from "./identity.ts";
import { mountKl } from "./kl.ts";
import { mountOneStep } from "./one-step.ts";
import "./claim-plots.css";

export const CLAIM_PLOTS: Readonly<Record<VaeClaimId, MountVaeClaimPlot>> = {
  "4v1": mountIdentity,
  "4v2": mountKl,
  "4v3": mountGradients,
  "4v4": mountOneStep,
};
