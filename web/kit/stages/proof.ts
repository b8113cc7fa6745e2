// The proof panel of a lab of stages. The claims have a client of their own, so that the plot of the stage and its training never wait
// for them.
import type { LabModel } from "../../host/lab.ts";
import type { ProofResult } from "../../host/proof.ts";
import { type ClaimsState, type LabProof, mountProof } from "../claims/proof.ts";
import { type StageClaimSpec, type StageClaimsFrame, type StageClaimsRequest, sameClaim } from "./claims.ts";
import type { StageContext } from "./stage.ts";

/** What the panel needs to know of a lab of stages. */
export interface StageProof<
  State extends ClaimsState,
  Spec extends StageClaimSpec,
  Frame,
  Claim extends ProofResult,
  Sent,
> extends Pick<
    LabProof<State, StageClaimsRequest<Spec>, Frame, Claim, Sent>,
    "claims" | "words" | "details" | "request" | "theory" | "claimPlots"
  > {
  readonly model: Pick<LabModel<State>, "id" | "forClaim">;
}

/** Fill `root` with the proof panel. @returns a function that removes it */
export function mountStageProof<
  State extends ClaimsState,
  Spec extends StageClaimSpec,
  Frame extends { readonly task: string },
  Claim extends ProofResult,
  Sent,
>(
  root: HTMLElement,
  context: StageContext<State, Sent, Frame>,
  { model, ...lab }: StageProof<State, Spec, Frame, Claim, Sent>,
): () => void {
  const isAnswer = (frame: Frame): frame is Frame & StageClaimsFrame<Claim> => frame.task === "claims";
  return mountProof(root, context, {
    ...lab,
    id: model.id,
    client: context.namedClient("claims"),
    page: null,
    answers: (frame) => (isAnswer(frame) ? frame.claims : null),
    same: sameClaim,
    rests: () => true,
    note: () => "",
    example: model.forClaim,
    isExample(state, example, claim) {
      const [now, best] = [state, example].map((each) => lab.request({ ...each, broken: [] }, [claim]));
      return now != null && best != null && sameClaim(now, best, claim);
    },
  });
}
