// What the proof panel needs to know of problem 3.
import type { CifgClaim } from "../../../wasm/lib/types.ts";
import type { StageProof } from "../../kit/stages/proof.ts";
import { type ClaimSpec, claimsRequest } from "./claims.ts";
import { CLAIMS } from "./fields.ts";
import { claims as words } from "./messages/claims.en.ts";
import model from "./model.ts";
import type { CifgFrame, CifgRequest } from "./requests.ts";
import type { CifgState } from "./state.ts";

export const cifgProof: StageProof<CifgState, ClaimSpec, CifgFrame, CifgClaim, CifgRequest> = {
  model,
  claims: CLAIMS,
  words: words.claims,
  request: claimsRequest,
  details: async () => (await import("./claim-details.ts")).claimDetails,
  theory: () => import("./theory.md"),
  claimPlots: async () => (await import("./claim-plots/index.ts")).CLAIM_PLOTS,
};
