// What a claim is broken with: in the state, in a link, in a request.
import { describe, expect, it } from "vitest";
import { packState, readState } from "../../web/host/url.ts";
import { claimFields } from "../../web/kit/claims/fields.ts";
import { brokenBy, brokenEntries, mistakeOf, requestedMistake, withMistake } from "../../web/kit/claims/mistakes.ts";

const IDS = ["4b", "4bridge", "1a"] as const;
const MISTAKES = { "4b": ["beta-tilde", "one-step"], "4bridge": [], "1a": ["sum"] } as const;

describe("the list of broken claims", () => {
  it("holds one mistake of each claim at most, and a new one takes the place of the old", () => {
    let broken: readonly string[] = [];
    broken = withMistake(broken, "4b", "plain");
    broken = withMistake(broken, "4bridge", "plain");
    broken = withMistake(broken, "4b", "beta-tilde");
    expect(broken).toEqual(["4bridge", "4b:beta-tilde"]);
    expect(IDS.map((id) => mistakeOf(broken, id))).toEqual(["beta-tilde", "plain", ""]);
    expect(withMistake(broken, "4b", "")).toEqual(["4bridge"]);
    expect(withMistake(broken, "1a", "")).toEqual(broken);
  });

  it("says what a request asks for, and a request what it asked for", () => {
    const broken = ["4bridge", "4b:beta-tilde"];
    expect(IDS.map((id) => brokenBy(broken, id))).toEqual(["beta-tilde", true, false]);
    expect(["beta-tilde", true, false].map(requestedMistake)).toEqual(["beta-tilde", "plain", ""]);
  });

  it("may have every mistake of every claim", () => {
    expect(brokenEntries(IDS, MISTAKES)).toEqual(["4b", "4b:beta-tilde", "4b:one-step", "4bridge", "1a", "1a:sum"]);
  });
});

describe("a link", () => {
  const table = claimFields(IDS, MISTAKES);
  const initial = () => ({ claim: "none", broken: [] as readonly string[] });
  const model = { table, claims: IDS, initial, inconsistency: () => null, forClaim: initial };
  const opened = async (broken: readonly string[]) => {
    const packed = await packState(model, { claim: "none", broken });
    return readState(model, { lab: "t", claim: null, packed, widget: false });
  };

  it.each([[["4b"]], [["4b:one-step", "1a"]], [["1a:sum"]]])("opens %j", async (broken) => {
    expect(await opened(broken)).toEqual({ state: { claim: "none", broken }, refusal: null });
  });

  it.each(["4c", "4b:", "4b:sum", "4b:plain", "1a:sum ", "", "x".repeat(500)])(
    "refuses %j with a reason",
    async (entry) => {
      const { state, refusal } = await opened(["1a", entry]);
      expect(state).toEqual(initial());
      expect(refusal).toMatchObject({ reason: "not-an-option", field: "broken[1]" });
      expect(refusal?.expected).toContain("4b:one-step");
    },
  );
});
