// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { TrainFrames, TrainRequests } from "./request.ts";

export function* train(
  _pg: Proofground,
  request: TrainRequests,
  _view: unknown,
): Generator<TrainFrames, void, unknown> {
  yield { task: request.task };
}
