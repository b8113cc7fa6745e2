// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { BoundFrame, BoundRequest } from "./request.ts";

export function* bound(_pg: Proofground, request: BoundRequest): Generator<BoundFrame, void, unknown> {
  yield { task: request.task };
}
