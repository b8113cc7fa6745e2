// The worker's half of the claims.
import type { Cloud, DiffusionClaimOptions, Mixture, Proofground } from "../../../wasm/lib/types.ts";
import type { ClaimSpec, ClaimsFrame, ClaimsRequest } from "./claims.ts";
import { cloudOf } from "./cloud.ts";

export function* claims(pg: Proofground, { claims: specs }: ClaimsRequest): Generator<ClaimsFrame, void, unknown> {
  // Most claims are about the same data, which is made once.
  const made = new Map<ClaimSpec["data"], Cloud | Mixture>();
  for (const { id, broken, data: spec, schedule, ...rest } of specs) {
    const data = made.get(spec) ?? dataOf(pg, spec);
    made.set(spec, data);
    const options = optionsOf(pg, { schedule, ...rest });
    yield { task: "claims", claims: [pg.diffusion.claim({ id, broken, data, schedule, options })] };
  }
}

function dataOf(pg: Proofground, spec: ClaimSpec["data"]): Cloud | Mixture {
  if (spec.kind !== "bridge") return cloudOf(pg, spec);
  const { m, sd } = spec;
  return { weights: [1, 1], means: [-m, m], covariances: [sd * sd, sd * sd], d: 1 };
}

/** Some claims need the noise that leads from x_0 to x_t, others x_t itself: both are given. */
function optionsOf(
  pg: Proofground,
  { schedule, places, options }: Pick<ClaimSpec, "schedule" | "places" | "options">,
): DiffusionClaimOptions {
  if (places === null) return options;
  const { t = 1 } = options;
  const { x0, xt, guess } = places;
  const { eps } = pg.diffusion.reverse({ schedule, t, x0, xt, guess, curve: null });
  return { ...options, x0, xt, eps, guess };
}
