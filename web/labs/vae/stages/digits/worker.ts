// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { DigitsFrames, DigitsRequests } from "./request.ts";

export function* digits(_pg: Proofground, request: DigitsRequests): Generator<DigitsFrames, void, unknown> {
  yield { task: request.task };
}
