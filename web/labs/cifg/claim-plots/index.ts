// The plot of each claim. Loaded when the first claim is opened.
import type { CifgClaimId } from "../../../../wasm/lib/types.ts";
import type { MountCifgClaimPlot } from "./context.ts";
import { mountDeltas } from "./deltas.ts";
import { mountHorizon } from "./horizon.ts";
import { mountLedger } from "./ledger.ts";
import { mountMixing } from "./mixing.ts";
import { mountParameters } from "./parameters.ts";
import "./claim-plots.css";

export const CLAIM_PLOTS: Readonly<Record<CifgClaimId, MountCifgClaimPlot>> = {
  "3a": mountMixing,
  "3b": mountDeltas,
  "3c": mountParameters,
  "3ledger": mountLedger,
  "3horizon": mountHorizon,
};
