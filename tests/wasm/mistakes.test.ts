// The mistakes that the page offers for each claim are those that the library knows, and on the claim's own example each of them is
// noticed, or changes nothing there and says so.
import { beforeAll, describe, expect, test } from "vitest";
import type { Proofground } from "../../wasm/lib/types.ts";
import type { ProofResult } from "../../web/host/proof.ts";
import { withMistake } from "../../web/kit/claims/mistakes.ts";
import { claimsRequest as cifgRequest } from "../../web/labs/cifg/claims.ts";
import { CLAIMS as CIFG } from "../../web/labs/cifg/fields.ts";
import { MISTAKES as cifgMistakes } from "../../web/labs/cifg/mistakes.ts";
import cifg from "../../web/labs/cifg/model.ts";
import cifgSolver from "../../web/labs/cifg/solver.ts";
import { claimsRequest } from "../../web/labs/diffusion/claims.ts";
import { CLAIMS as DIFFUSION } from "../../web/labs/diffusion/fields.ts";
import { MISTAKES as diffusionMistakes } from "../../web/labs/diffusion/mistakes.ts";
import diffusion from "../../web/labs/diffusion/model.ts";
import diffusionSolver from "../../web/labs/diffusion/solver.ts";
import { MISTAKES as svddMistakes } from "../../web/labs/svdd/mistakes.ts";
import svdd from "../../web/labs/svdd/model.ts";
import svddSolver from "../../web/labs/svdd/solver.ts";
import { CLAIMS as SVDD } from "../../web/labs/svdd/state.ts";
import { MISTAKES as svrMistakes } from "../../web/labs/svr/mistakes.ts";
import svr from "../../web/labs/svr/model.ts";
import svrSolver from "../../web/labs/svr/solver.ts";
import { CLAIMS as SVR } from "../../web/labs/svr/state.ts";
import { claimsRequest as vaeRequest } from "../../web/labs/vae/claims.ts";
import { CLAIMS as VAE } from "../../web/labs/vae/fields.ts";
import { MISTAKES as vaeMistakes } from "../../web/labs/vae/mistakes.ts";
import vae from "../../web/labs/vae/model.ts";
import vaeSolver from "../../web/labs/vae/solver.ts";
import { loadWatched } from "./support/load.ts";

let pg: Proofground;
beforeAll(async () => {
  pg = (await loadWatched()).pg;
  await svr.bringExamples?.();
});

type Known = ProofResult & { readonly mistakes: readonly string[] };

/** The open claim's result in a frame; null before the last. */
function resultIn(frame: unknown): Known | null {
  const { claims } = frame as { claims?: readonly Known[] };
  return claims?.[0] ?? null;
}

/** The result of a claim on its example, broken with this mistake ("" for none). */
type Check = (claim: string, mistake: string) => Known;

const points =
  <State extends { broken: readonly string[] }, Request>(
    model: { forClaim(claim: string): State; request(state: State): Request },
    solver: (pg: Proofground, request: Request) => Iterable<unknown>,
  ): Check =>
  (claim, mistake) => {
    const state = { ...model.forClaim(claim), broken: withMistake([], claim, mistake) };
    const result = [...solver(pg, model.request(state))].map(resultIn).at(-1);
    if (!result) throw new Error("no result");
    return result;
  };

const ofDiffusion: Check = (claim, mistake) => {
  const id = DIFFUSION.find((each) => each === claim);
  const state = { ...diffusion.forClaim(claim), broken: withMistake([], claim, mistake) };
  const request = id === undefined ? null : claimsRequest(state, [id]);
  const frame = request && diffusionSolver(pg, request).next({ view: undefined, advance: true }).value;
  const result = resultIn(frame);
  if (result === null) throw new Error("no result");
  return result;
};

const ofCifg: Check = (claim, mistake) => {
  const id = CIFG.find((each) => each === claim);
  const state = { ...cifg.forClaim(claim), broken: withMistake([], claim, mistake) };
  const request = id === undefined ? null : cifgRequest(state, [id]);
  const frame = request && cifgSolver(pg, request).next({ view: undefined, advance: true }).value;
  const result = resultIn(frame);
  if (result === null) throw new Error("no result");
  return result;
};

const ofVae: Check = (claim, mistake) => {
  const id = VAE.find((each) => each === claim);
  const state = { ...vae.forClaim(claim), broken: withMistake([], claim, mistake) };
  const request = id === undefined ? null : vaeRequest(state, [id]);
  const frame = request && vaeSolver(pg, request).next({ view: undefined, advance: true }).value;
  const result = resultIn(frame);
  if (result === null) throw new Error("no result");
  return result;
};

const LABS = [
  ["svr", SVR, svrMistakes, points(svr, svrSolver)],
  ["svdd", SVDD, svddMistakes, points(svdd, svddSolver)],
  ["cifg", CIFG, cifgMistakes, ofCifg],
  ["diffusion", DIFFUSION, diffusionMistakes, ofDiffusion],
  ["vae", VAE, vaeMistakes, ofVae],
] as const;

describe.each(
  LABS.flatMap(([lab, claims, mistakes, check]) => {
    const codes: Readonly<Record<string, readonly string[]>> = mistakes;
    return claims.map((claim) => ({ lab, claim, codes: codes[claim] ?? [], check }));
  }),
)("claim $claim of $lab", ({ claim, codes, check }) => {
  test("has in the library the mistakes that the page offers", () => {
    const intact = check(claim, "");
    expect(intact).toMatchObject({ verdict: "pass", broken: false, mistake: "" });
    expect(intact.mistakes[0]).toBe("plain");
    expect([...intact.mistakes].sort()).toEqual(["plain", ...codes].sort());
  });

  test.each(["plain", ...codes])("is broken with %s", (mistake) => {
    const broken = check(claim, mistake);
    expect(broken).toMatchObject({ broken: true, mistake });
    if (broken.verdict === "vacuous") expect(broken.reason).toBe("no-difference");
    else expect(broken.verdict).toBe("fail");
    if (mistake === "plain") expect(broken.verdict).toBe("fail");
  });
});
