// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { ElboFrame, ElboQuestion } from "./question.ts";

export function* elbo(_pg: Proofground, { task }: ElboQuestion): Generator<ElboFrame, void, void> {
  yield { task };
}
