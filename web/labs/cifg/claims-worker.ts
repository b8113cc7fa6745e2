// The worker's half of the claims.
import type { Proofground } from "../../../wasm/lib/types.ts";
import type { ClaimsFrame, ClaimsRequest } from "./claims.ts";

export function* claims(pg: Proofground, { claims: specs }: ClaimsRequest): Generator<ClaimsFrame, void, unknown> {
  for (const spec of specs) {
    const { problem } = spec;
    const [states, backward] = [pg.cifg.forward(problem), pg.cifg.backward(problem)];
    yield { task: "claims", claims: [pg.cifg.claim(spec)], problem, states, backward };
  }
}
