// What the proof panel needs to know of the SVDD lab.
import type { SvddClaim } from "../../../wasm/lib/types.ts";
import type { PointProof } from "../../kit/points/proof.ts";
import { en } from "./messages/en.ts";
import model from "./model.ts";
import type { SvddFit, SvddRequest } from "./request.ts";
import type { SvddState } from "./state.ts";

export const svddProof: PointProof<SvddState, SvddRequest, SvddFit, SvddClaim> = {
  model,
  words: en.claims.claims,
  details: async () => (await import("./claim-details.ts")).claimDetails,
  theory: () => import("./theory.md"),
  claimPlots: async () => (await import("./claim-plots/index.ts")).CLAIM_PLOTS,
};
