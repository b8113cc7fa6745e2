// What the proof panel needs to know of problem 4.
import type { DiffusionClaim } from "../../../wasm/lib/types.ts";
import type { StageProof } from "../../kit/stages/proof.ts";
import { type ClaimSpec, claimsRequest } from "./claims.ts";
import { CLAIMS } from "./fields.ts";
import { claims as words } from "./messages/claims.en.ts";
import model from "./model.ts";
import type { DiffusionFrame, DiffusionRequest } from "./requests.ts";
import type { DiffusionState } from "./state.ts";

export const diffusionProof: StageProof<DiffusionState, ClaimSpec, DiffusionFrame, DiffusionClaim, DiffusionRequest> = {
  model,
  claims: CLAIMS,
  words: words.claims,
  request: claimsRequest,
  details: async () => (await import("./claim-details.ts")).claimDetails,
  theory: () => import("./theory.md"),
  claimPlots: async () => (await import("./claim-plots/index.ts")).CLAIM_PLOTS,
};
