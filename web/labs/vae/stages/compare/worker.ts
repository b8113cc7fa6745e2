// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { CompareFrame, CompareRequest } from "./request.ts";

export function* compare(_pg: Proofground, request: CompareRequest): Generator<CompareFrame, void, unknown> {
  yield { task: request.task };
}
