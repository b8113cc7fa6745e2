// The plot of each claim. Loaded when the first claim is opened.
import type { DiffusionClaimId } from "../../../../wasm/lib/types.ts";
import { mountBridge } from "./bridge.ts";
import type { MountDiffusionClaimPlot } from "./context.ts";
import { mountDenoisingMean } from "./denoising-mean.ts";
import { mountForwardProcess } from "./forward-process.ts";
import { mountNoiseMse } from "./noise-mse.ts";
import { mountPosterior } from "./posterior.ts";
import { read } from "./reading.ts";
import { mountSamplers } from "./samplers.ts";
import { mountScore } from "./score.ts";
import { mountSimpleLoss } from "./simple-loss.ts";
import "./claim-plots.css";

const PLOTS: Readonly<Record<DiffusionClaimId, MountDiffusionClaimPlot>> = {
  "4a": mountForwardProcess,
  "4b": mountPosterior,
  "4c": mountDenoisingMean,
  "4d": mountNoiseMse,
  "4r1": mountSimpleLoss,
  "4r2": mountScore,
  "4r3": mountSamplers,
  "4bridge": mountBridge,
};

export const CLAIM_PLOTS = Object.fromEntries(
  Object.entries(PLOTS).map(([id, mount]) => [id, read(id as DiffusionClaimId, mount)]),
) as typeof PLOTS;
