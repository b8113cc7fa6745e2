// The claims of problem 4 in the proof panel. They are asked on a wire of their own, so that they never hold up the stage's
// picture or its training.
import type { DiffusionClaim } from "../../../wasm/lib/types.ts";
import { mountProof as mount } from "../../kit/claims/proof.ts";
import type { StageParts } from "../../kit/stages/stage.ts";
import { type ClaimsQuestion, claimsQuestion, sameMatter } from "./claims.ts";
import { CLAIMS } from "./fields.ts";
import { claims as words } from "./messages/claims.en.ts";
import model, { type DiffusionFrame, type DiffusionRequest, type DiffusionState } from "./model.ts";

/** Some ids stand for different measurements in different claims. */
function checkLabel(id: string, claim: string): string {
  const checks: Readonly<Record<string, Readonly<Record<string, string>>>> = words.checks;
  return checks[claim]?.[id] ?? id;
}

/** @returns the undoing */
export function mountProof(root: HTMLElement, { context, wire }: StageParts): () => void {
  return mount<DiffusionState, ClaimsQuestion, DiffusionFrame, DiffusionClaim, DiffusionRequest>(root, context, {
    id: model.id,
    claims: CLAIMS,
    words: { claims: words.claims, checks: checkLabel, reasons: words.reasons },
    client: wire("claims"),
    alone: true,
    question: claimsQuestion,
    answers: (frame) => (frame.task === "claims" ? frame.claims : null),
    same: sameMatter,
    rests: () => true,
    note: () => "",
    theory: () => import("./theory.md"),
    pictures: async () => (await import("./claim-plots/index.ts")).PICTURES,
  });
}
