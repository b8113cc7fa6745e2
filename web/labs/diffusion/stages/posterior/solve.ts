// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { PosteriorFrame, PosteriorQuestion } from "./question.ts";

export function* posterior(_pg: Proofground, { task }: PosteriorQuestion): Generator<PosteriorFrame, void, void> {
  yield { task };
}
