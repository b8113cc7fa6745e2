// The SVDD lab's claims as the proof panel shows them.
import type { SvddClaim } from "../../../wasm/lib/types.ts";
import { checkLabels } from "../../kit/claims/proof.ts";
import type { PointProof } from "../../kit/points/proof.ts";
import { picked } from "./edits.ts";
import { en } from "./messages/en.ts";
import model, { type SvddDone, type SvddRequest, type SvddState } from "./model.ts";

const words = en.claims;

export const svddProof: PointProof<SvddState, SvddRequest, SvddDone, SvddClaim> = {
  model,
  words: { claims: words.claims, checks: checkLabels(words.checks), reasons: words.reasons },
  picked,
  theory: () => import("./theory.md"),
  pictures: async () => (await import("./claim-plots/index.ts")).PICTURES,
};
