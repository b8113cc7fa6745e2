// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { CellFrame, CellRequest } from "./request.ts";

export function* cell(pg: Proofground, { problem }: CellRequest): Generator<CellFrame, void, unknown> {
  yield { task: "cell", tape: pg.cifg.tape(problem) };
}
