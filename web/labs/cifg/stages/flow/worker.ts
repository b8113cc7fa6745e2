// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { FlowFrame, FlowStageRequest } from "./request.ts";

export function* flow(pg: Proofground, request: FlowStageRequest): Generator<FlowFrame, void, unknown> {
  yield { task: "flow", answer: pg.cifg.flow(request.flow) };
}
