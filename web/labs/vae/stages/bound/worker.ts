// The worker's half of the stage.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import type { BoundFrame, BoundRequest } from "./request.ts";

/** Of the newest step: while q is dragged it stays. */
let known: { readonly key: string; readonly gap: number } | null = null;
/** The claim's own draws are not looked at here. */
const FEWEST_DRAWS = 100;

function gapOf(pg: Proofground, { model, step }: BoundRequest): number {
  const problem = { ...model, ...step };
  const claim = pg.vae.claim({ id: "4v4", problem, broken: false, options: { seed: 1, draws: FEWEST_DRAWS } });
  if (claim.id !== "4v4") throw new Error("another claim's picture");
  return claim.picture.intactGap;
}

export function* bound(pg: Proofground, request: BoundRequest): Generator<BoundFrame, void, unknown> {
  const { task, model, shown, draws, seed, step } = request;
  // Made for each frame: its arrays are transferred.
  const frame = (oneStepGap: number | null): BoundFrame => {
    const exact = pg.vae.linearGaussian(model);
    const best = pg.vae.linearGaussian({ ...model, qMean: exact.posteriorMean, qVar: exact.bestDiagVar });
    const sampled = pg.vae.sampledElbo({ ...model, draws, seed });
    return { task, exact, best, sampled, picture: pg.vae.boundPicture({ ...model, shown }), oneStepGap };
  };
  const key = JSON.stringify(step);
  if (known?.key !== key) {
    yield frame(null);
    known = { key, gap: gapOf(pg, request) };
  }
  yield frame(known.gap);
}
