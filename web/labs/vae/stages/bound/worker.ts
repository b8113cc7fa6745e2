// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { BoundFrame, BoundRequest } from "./request.ts";

export function* bound(pg: Proofground, request: BoundRequest): Generator<BoundFrame, void, unknown> {
  const { task, model, shown, draws, seed } = request;
  const exact = pg.vae.linearGaussian(model);
  const best = pg.vae.linearGaussian({ ...model, qMean: exact.posteriorMean, qVar: exact.bestDiagVar });
  const sampled = pg.vae.sampledElbo({ ...model, draws, seed });
  yield { task, exact, best, sampled, picture: pg.vae.boundPicture({ ...model, shown }) };
}
