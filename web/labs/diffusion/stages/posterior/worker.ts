// The worker's half of the stage: the step at the two places, the three densities, and the best guess of the data.
import type { Proofground } from "../../../../../wasm/lib/types.ts";
import { cloudOf } from "../../cloud.ts";
import type { Curve, PosteriorFrame, PosteriorRequest } from "./request.ts";
import { closeView, type Span, stretch } from "./window.ts";

/** Of each curve: over its own stretch, so that a sharp one is as smooth as a wide one. */
const SAMPLES = 241;

type Density = "prior" | "likelihood" | "product";

export function* posterior(pg: Proofground, request: PosteriorRequest): Generator<PosteriorFrame, void, unknown> {
  const { task, schedule, t, x0, xt, guess, data } = request;
  const at = { schedule, t, x0, xt };
  const answer = pg.diffusion.reverse({ ...at, guess, curve: null });
  const view = request.view === "close" ? closeView(answer) : request.view;

  const curve = (which: Density, mean: Float64Array, variance: number): Curve | null => {
    const range = xt.length === 1 ? stretch(mean[0] as number, variance, view[0] as Span) : null;
    if (range === null) return null;
    const sampled = pg.diffusion.reverse({
      ...at,
      guess: null,
      curve: { from: range[0], to: range[1], samples: SAMPLES },
    });
    const { u, [which]: density } = sampled;
    return u === null || density === null ? null : { u, density };
  };
  yield {
    task,
    view,
    answer,
    prior: curve("prior", answer.priorMean, answer.priorVariance),
    likelihood: curve("likelihood", answer.likelihoodMean, answer.likelihoodVariance),
    product: curve("product", answer.mean, answer.variance),
    ...(data === null ? { points: null, best: null } : ofData(pg, request, data)),
  };
}

/** What a network could at best predict there, and how far that is from the noise that was added. */
function ofData(
  pg: Proofground,
  { schedule, t, x0, xt }: PosteriorRequest,
  spec: NonNullable<PosteriorRequest["data"]>,
): Pick<PosteriorFrame, "points" | "best"> {
  const data = cloudOf(pg, spec);
  const { eps } = pg.diffusion.oracle({ data, schedule, t, x: xt });
  const { error2 } = pg.diffusion.reverse({ schedule, t, x0, xt, guess: eps, curve: null });
  return { points: Float64Array.from(data.points), best: { eps, error2 } };
}
