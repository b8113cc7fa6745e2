// What the plots of the SVR lab's claims have in common.
import type { SvrClaim, SvrClaimId } from "../../../../wasm/lib/types.ts";
import type { MountClaimPlot } from "../../../kit/claims/claim-plot.ts";
import type { PointClaimPlotContext } from "../../../kit/points/claim-plot.ts";
import { claimPlots } from "../messages/claim-plots.en.ts";
import type { SvrFit } from "../request.ts";
import type { SvrState } from "../state.ts";

export const words = claimPlots;

export type ResultOf<Id extends SvrClaimId> = Extract<SvrClaim, { id: Id }>;
export type SvrClaimPlotContext = PointClaimPlotContext<SvrState, SvrFit, SvrClaim>;
export type MountSvrClaimPlot = MountClaimPlot<SvrClaimPlotContext>;
