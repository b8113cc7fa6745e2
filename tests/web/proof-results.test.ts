import { describe, expect, it } from "vitest";
import type { SvrClaim } from "../../wasm/lib/types.ts";
import { formatNumber } from "../../web/host/format-number.ts";
import { requestedMistake } from "../../web/kit/claims/mistakes.ts";
import { ClaimResults } from "../../web/kit/claims/results.ts";
import { restingRequest, sameSolution } from "../../web/kit/points/request.ts";
import model from "../../web/labs/svr/model.ts";
import type { SvrFit, SvrRequest } from "../../web/labs/svr/request.ts";
import { CLAIMS, type SvrState } from "../../web/labs/svr/state.ts";

await model.bringExamples?.();
const state = (change: Partial<SvrState> = {}): SvrState => ({ ...model.forClaim("1c1"), ...change });
const base = state();
const of = (change: Partial<SvrState>): SvrState => ({ ...base, ...change });

/** A frame that answers this request with these verdicts; only what ClaimResults reads. */
function answer(claims: readonly { id: (typeof CLAIMS)[number]; broken: boolean | string }[]): SvrFit {
  const results = claims.map(
    ({ id, broken }) =>
      ({
        id,
        mistake: requestedMistake(broken),
        verdict: broken ? "fail" : "pass",
        reason: "",
        checks: [],
      }) as unknown as SvrClaim,
  );
  return { phase: "done", claims: results } as unknown as SvrFit;
}

describe("restingRequest", () => {
  it("asks for all claims with what each is asked when it is open", () => {
    const resting = restingRequest(model, of({ broken: ["1b"], b: 0.3, claim: "none" }));
    expect(resting.claims.map(({ id }) => id)).toEqual([...CLAIMS]);
    for (const claim of CLAIMS) {
      const alone = model.request(of({ broken: ["1b"], b: 0.3, claim }));
      expect(resting.claims).toContainEqual(alone.claims[0]);
      expect(sameSolution(resting, alone)).toBe(true);
    }
  });
});

describe("sameSolution", () => {
  it("does not care which claim is open, what is tried in its picture, or how the data is looked at", () => {
    const other = of({
      claim: "1a",
      b: 1,
      alpha: 0.4,
      at: [0],
      point: 2,
      seed: 9,
      viewX0: -9,
      viewX1: 9,
      viewY0: -9,
      viewY1: 9,
    });
    expect(sameSolution(model.request(base), model.request(other))).toBe(true);
  });

  it.each<Partial<SvrState>>([
    { C: 2 },
    { epsilon: 0.3 },
    { kernel: "rbf" },
    { standardise: true },
    { tolerance: 1e-5 },
    { y: [...base.y] },
    { stepper: true, iteration: 3 },
  ])("tells %j apart", (change) => {
    expect(sameSolution(model.request(base), model.request(of(change)))).toBe(false);
  });
});

describe("ClaimResults", () => {
  const request = restingRequest(model, base);
  const fresh = () => new ClaimResults<SvrRequest, SvrFit, SvrClaim>(sameSolution);
  const take = (results: ReturnType<typeof fresh>, asked: SvrRequest) => {
    const frame = answer(asked.claims);
    results.take(frame.claims, frame, asked);
  };

  it("knows nothing at first", () => {
    expect(fresh().isCurrent("1a", request)).toBe(false);
  });

  it("holds a result current for the data, parameters and break it was made with, and for no others", () => {
    const results = fresh();
    take(results, request);
    for (const id of CLAIMS) expect(results.isCurrent(id, request)).toBe(true);
    const moved = restingRequest(model, of({ C: 7 }));
    for (const id of CLAIMS) expect(results.isCurrent(id, moved)).toBe(false);
    const broken = restingRequest(model, of({ broken: ["1b"] }));
    expect(results.isCurrent("1b", broken)).toBe(false);
    expect(results.isCurrent("1c2", broken)).toBe(true);
  });

  it("holds nothing current that is not asked for", () => {
    const results = fresh();
    take(results, request);
    expect(results.isCurrent("1a", restingRequest(model, base, ["1b"]))).toBe(false);
    expect(results.isCurrent("1a", null)).toBe(false);
  });

  it("keeps the others when only the open claim was asked for, until they are forgotten", () => {
    const results = fresh();
    take(results, request);
    const moved = of({ C: 7, claim: "1b" });
    take(results, model.request(moved));
    expect(CLAIMS.filter((id) => results.isCurrent(id, restingRequest(model, moved)))).toEqual(["1b"]);
    expect(results.get("1a")).not.toBeNull();
    results.drop("1a");
    expect(results.get("1a")).toBeNull();
  });
});

describe("formatNumber", () => {
  it.each([
    [0, "0"],
    [1, "1"],
    [-1.5, "−1.5"],
    [12.3456, "12.3"],
    [1234.5, "1230"],
    [99999, "1×10⁵"],
    [0.012345, "0.0123"],
    [0.001, "0.001"],
    [0.0009996, "0.001"],
    [0.00012345, "1.23×10⁻⁴"],
    [3.14e-9, "3.14×10⁻⁹"],
    [-2e-12, "−2×10⁻¹²"],
    [1e-10, "10⁻¹⁰"],
    [-1e-10, "−10⁻¹⁰"],
    [Number.POSITIVE_INFINITY, "∞"],
    [Number.NEGATIVE_INFINITY, "−∞"],
    [Number.NaN, "NaN"],
  ])("%d is %s", (value, text) => {
    expect(formatNumber(value)).toBe(text === "1×10⁵" ? "10⁵" : text);
  });

  it("keeps as many digits as asked", () => {
    expect(formatNumber(Math.PI, 6)).toBe("3.14159");
    expect(formatNumber(123456.789, 8)).toBe("123456.79");
  });
});
