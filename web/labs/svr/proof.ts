// What the proof panel needs to know of the SVR lab.
import type { SvrClaim } from "../../../wasm/lib/types.ts";
import { checkLabels } from "../../kit/claims/proof.ts";
import type { PointProof } from "../../kit/points/proof.ts";
import { en } from "./messages/en.ts";
import model from "./model.ts";
import type { SvrDone, SvrRequest } from "./request.ts";
import type { SvrState } from "./state.ts";

const words = en.claims;

/** The label of a check, the same for all claims that make it. */
export const checkLabel = checkLabels(words.checks);

export const svrProof: PointProof<SvrState, SvrRequest, SvrDone, SvrClaim> = {
  model,
  words: { claims: words.claims, checks: checkLabel, reasons: words.reasons },
  theory: () => import("./theory.md"),
  claimPlots: async () => (await import("./claim-plots/index.ts")).CLAIM_PLOTS,
};
