// What the proof panel needs to know of the SVR lab.
import type { SvrClaim } from "../../../wasm/lib/types.ts";
import type { PointProof } from "../../kit/points/proof.ts";
import { en } from "./messages/en.ts";
import model from "./model.ts";
import type { SvrFit, SvrRequest } from "./request.ts";
import type { SvrState } from "./state.ts";

export const svrProof: PointProof<SvrState, SvrRequest, SvrFit, SvrClaim> = {
  model,
  words: en.claims.claims,
  details: async () => (await import("./claim-details.ts")).claimDetails,
  theory: () => import("./theory.md"),
  claimPlots: async () => (await import("./claim-plots/index.ts")).CLAIM_PLOTS,
};
