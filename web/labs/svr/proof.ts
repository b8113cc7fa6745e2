// The SVR lab's claims as the proof panel shows them.
import type { SvrClaim } from "../../../wasm/lib/types.ts";
import type { PointProof } from "../../kit/point-proof.ts";
import { checkLabels } from "../../kit/proof.ts";
import { en } from "./messages/en.ts";
import model, { type SvrDone, type SvrRequest, type SvrState } from "./model.ts";
import { picked } from "./plane.ts";

const words = en.claims;

/** The label of a check, the same for all claims that make it. */
export const checkLabel = checkLabels(words.checks);

export const svrProof: PointProof<SvrState, SvrRequest, SvrDone, SvrClaim> = {
  model,
  words: { claims: words.claims, checks: checkLabel, reasons: words.reasons },
  picked,
  theory: () => import("./theory.md"),
  pictures: async () => (await import("./pictures/index.ts")).PICTURES,
};
