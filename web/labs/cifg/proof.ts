// The claims of problem 3 in the proof panel. They have a client of their own, so that the plot of the stage and its training never
// wait for them.
import type { CifgClaim } from "../../../wasm/lib/types.ts";
import { mountProof as mount } from "../../kit/claims/proof.ts";
import { type ClaimsRequest, claimsRequest, sameClaim } from "./claims.ts";
import { CLAIMS } from "./fields.ts";
import { claims as words } from "./messages/claims.en.ts";
import model from "./model.ts";
import type { CifgFrame, CifgRequest } from "./requests.ts";
import type { CifgStageContext } from "./stage.ts";
import type { CifgState } from "./state.ts";

/** @returns the undoing */
export function mountProof(root: HTMLElement, context: CifgStageContext): () => void {
  return mount<CifgState, ClaimsRequest, CifgFrame, CifgClaim, CifgRequest>(root, context, {
    id: model.id,
    claims: CLAIMS,
    words: words.claims,
    details: async () => (await import("./claim-details.ts")).claimDetails,
    client: context.namedClient("claims"),
    page: null,
    request: claimsRequest,
    answers: (frame) => (frame.task === "claims" ? frame.claims : null),
    same: sameClaim,
    rests: () => true,
    note: () => "",
    example: model.forClaim,
    isExample(state, example, claim) {
      const [now, best] = [state, example].map((each) => claimsRequest({ ...each, broken: [] }, [claim]));
      return now != null && best != null && sameClaim(now, best, claim);
    },
    theory: () => import("./theory.md"),
    claimPlots: async () => (await import("./claim-plots/index.ts")).CLAIM_PLOTS,
  });
}
