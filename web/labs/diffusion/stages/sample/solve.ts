// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { SampleFrame, SampleQuestion } from "./question.ts";

export function* sample(_pg: Proofground, { task }: SampleQuestion): Generator<SampleFrame, void, void> {
  yield { task };
}
