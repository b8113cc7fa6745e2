// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { CellFrame, CellRequest } from "./request.ts";

export function* cell(pg: Proofground, { problem, broken }: CellRequest): Generator<CellFrame, void, unknown> {
  const wrong =
    broken === null
      ? null
      : pg.cifg.claim({ id: broken.claim, problem, broken: broken.broken, options: { seed: broken.seed } }).certificate;
  yield { task: "cell", tape: pg.cifg.tape(problem), broken: wrong };
}
