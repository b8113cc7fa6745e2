// The plot of each claim. Loaded when the first claim is opened.
import type { SvrClaimId } from "../../../../wasm/lib/types.ts";
import type { MountSvrClaimPlot } from "./context.ts";
import { mountDual } from "./dual.ts";
import { mountGram } from "./gram.ts";
import { mountLedger } from "./ledger.ts";
import { mountOffset } from "./offset.ts";
import { mountPrediction } from "./prediction.ts";
import { mountStaircase } from "./staircase.ts";
import "./claim-plots.css";

export const CLAIM_PLOTS: Readonly<Record<SvrClaimId, MountSvrClaimPlot>> = {
  "1a": mountLedger,
  "1b": mountDual,
  "1c1": mountOffset,
  "1c2": mountStaircase,
  "1d1": mountGram,
  "1d2": mountPrediction,
};
