import { describe, expect, it } from "vitest";
import { sameClaim } from "../../web/kit/stages/claims.ts";
import { claimsRequest } from "../../web/labs/diffusion/claims.ts";
import { CLAIMS } from "../../web/labs/diffusion/fields.ts";
import model from "../../web/labs/diffusion/model.ts";
import { claimStart } from "../../web/labs/diffusion/presets.ts";
import type { DiffusionState } from "../../web/labs/diffusion/state.ts";
import theory from "../../web/labs/diffusion/theory.md";

const base = model.initial();
const of = (change: Partial<DiffusionState>): DiffusionState => ({ ...base, ...change });
const all = (state: DiffusionState) => {
  const request = claimsRequest(state, CLAIMS);
  if (request === null) throw new Error("nothing to check");
  return request;
};
/** Claims whose result another state changes. */
const changedBy = (change: Partial<DiffusionState>) =>
  CLAIMS.filter((id) => !sameClaim(all(base), all(of(change)), id));

const ONE_STEP = ["4a", "4b", "4c", "4d", "4r2"];
const NO_BRIDGE = CLAIMS.filter((id) => id !== "4bridge");

describe("the request for the claims", () => {
  it("holds for each what its result depends on, and no more", () => {
    expect(changedBy({ t: base.t + 1 })).toEqual(ONE_STEP);
    expect(changedBy({ seed: 7 })).toEqual([...CLAIMS]);
    expect(changedBy({ dataset: "roll" })).toEqual(NO_BRIDGE);
    expect(changedBy({ T: 100 })).toEqual(NO_BRIDGE);
    expect(changedBy({ schedule: "linear" })).toEqual([...CLAIMS]);
    expect(changedBy({ bridgeM: 2 })).toEqual(["4bridge"]);
    expect(changedBy({ claim: "4b", stage: "train", x0x: 0.1 })).toEqual([]);
  });

  it("has the places of the main plot in the stage that shows them", () => {
    expect(changedBy({ stage: "posterior" })).toEqual(["4b", "4c", "4d"]);
    const [entry] = claimsRequest(of({ stage: "posterior", x0x: 0.25, guess: true, guessY: 2 }), ["4c"])?.claims ?? [];
    expect(entry?.places).toMatchObject({ x0: [0.25, base.x0y], guess: [base.guessX, 2] });
  });

  it("never has the step t = 0, where the data are looked at, nor one past the last", () => {
    const step = (t: number) => claimsRequest(of({ t }), ["4a"])?.claims[0]?.options.t;
    expect([step(0), step(1), step(1000)]).toEqual([60, 1, base.T]);
  });

  it("without points has only the bridge", () => {
    const empty = of({ dataset: "own", points: [] });
    expect(claimsRequest(empty, CLAIMS)?.claims.map(({ id }) => id)).toEqual(["4bridge"]);
    expect(claimsRequest(empty, ["4a"])).toBeNull();
  });

  it("is for the claims that are named, broken where the state says so", () => {
    expect(claimsRequest(of({ broken: ["4d"] }), ["4d"])).toMatchObject({
      task: "claims",
      claims: [{ id: "4d", broken: true }],
    });
    expect(claimsRequest(base, [])).toBeNull();
  });
});

describe("where a claim's link leads", () => {
  it.each(CLAIMS)("%s is open there, whole, on its preset", (id) => {
    expect(model.forClaim(id)).toMatchObject({ ...claimStart(id), claim: id, broken: [] });
  });
});

it("the theory of the simple loss says that its merit is an experience", () => {
  expect(theory["4r1"]?.derivation).toMatch(/not a theorem/);
});
