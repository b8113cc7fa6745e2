// What the proof panel needs to know of the VAE.
import type { VaeClaim } from "../../../wasm/lib/types.ts";
import type { StageProof } from "../../kit/stages/proof.ts";
import { type ClaimSpec, claimsRequest } from "./claims.ts";
import { CLAIMS } from "./fields.ts";
import { claims as words } from "./messages/claims.en.ts";
import model from "./model.ts";
import type { VaeFrame, VaeRequest } from "./requests.ts";
import type { VaeState } from "./state.ts";

export const vaeProof: StageProof<VaeState, ClaimSpec, VaeFrame, VaeClaim, VaeRequest> = {
  model,
  claims: CLAIMS,
  words: words.claims,
  request: claimsRequest,
  details: async () => (await import("./claim-details.ts")).claimDetails,
  theory: () => import("./theory.md"),
  claimPlots: async () => (await import("./claim-plots/index.ts")).CLAIM_PLOTS,
};
