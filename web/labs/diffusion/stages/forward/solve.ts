// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { ForwardFrame, ForwardQuestion } from "./question.ts";

export function* forward(_pg: Proofground, { task }: ForwardQuestion): Generator<ForwardFrame, void, void> {
  yield { task };
}
