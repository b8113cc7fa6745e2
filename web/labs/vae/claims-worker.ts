// The worker's half of the claims.
import type { Proofground } from "../../../wasm/lib/types.ts";
import type { ClaimsFrame, ClaimsRequest } from "./claims.ts";

export function* claims(pg: Proofground, { claims: specs }: ClaimsRequest): Generator<ClaimsFrame, void, unknown> {
  for (const spec of specs) yield { task: "claims", claims: [pg.vae.claim(spec)], problem: spec.problem };
}
