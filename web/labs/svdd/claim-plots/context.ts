// What the plots of the SVDD lab's claims have in common.
import type { SvddClaim, SvddClaimId } from "../../../../wasm/lib/types.ts";
import type { MountClaimPlot } from "../../../kit/claims/claim-plot.ts";
import type { PointClaimPlotContext } from "../../../kit/points/claim-plot.ts";
import { claimPlots } from "../messages/claim-plots.en.ts";
import type { SvddFit } from "../request.ts";
import type { SvddState } from "../state.ts";

export const words = claimPlots;

export type ResultOf<Id extends SvddClaimId> = Extract<SvddClaim, { id: Id }>;
export type PlotDataOf<Id extends SvddClaimId> = ResultOf<Id>["picture"];
export type SvddClaimPlotContext = PointClaimPlotContext<SvddState, SvddFit, SvddClaim>;
export type MountSvddClaimPlot = MountClaimPlot<SvddClaimPlotContext>;
