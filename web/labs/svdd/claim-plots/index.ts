// The plot of each claim. Loaded when the first claim is opened.
import type { SvddClaimId } from "../../../../wasm/lib/types.ts";
import { mountCentre } from "./centre.ts";
import type { MountSvddClaimPlot } from "./context.ts";
import { mountDualFunction } from "./dual-function.ts";
import { mountDuality } from "./duality.ts";
import { mountInterval } from "./interval.ts";
import { mountLedger } from "./ledger.ts";
import { mountNu } from "./nu.ts";
import { mountRadius } from "./radius.ts";
import { mountSimplified } from "./simplified.ts";
import { mountSlack } from "./slack.ts";
import { mountStaircase } from "./staircase.ts";
import "./claim-plots.css";

export const CLAIM_PLOTS: Readonly<Record<SvddClaimId, MountSvddClaimPlot>> = {
  "2.1": mountLedger,
  "2.2": mountDuality,
  "2.3": mountDualFunction,
  "2.4": mountSimplified,
  "2.5a": mountCentre,
  "2.5b": mountRadius,
  "2.5c": mountInterval,
  "2.5d": mountSlack,
  "2.5e": mountStaircase,
  "2.6": mountNu,
};
