// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { TrainFrame, TrainQuestion } from "./question.ts";

export function* train(_pg: Proofground, { task }: TrainQuestion): Generator<TrainFrame, void, void> {
  yield { task };
}
