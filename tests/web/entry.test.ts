// Which lab an address opens.
import { describe, expect, it } from "vitest";
import { entryAt, lab } from "../../web/host/entry.ts";
import { labList } from "../../web/registry.ts";

const fake = (id: string, problem: string, claims?: string) =>
  lab<object, unknown, unknown>({
    ...{ id, problem, part: "none", title: id },
    ...(claims === undefined ? {} : { claims }),
    model: (): Promise<never> => Promise.reject(new Error("not loaded here")),
    view: (): Promise<never> => Promise.reject(new Error("not loaded here")),
  });
const list = { labs: [fake("one", "1"), fake("two", "2")], first: "two" };

describe("an address", () => {
  it("opens the lab that it names, whatever claim it carries", () =>
    expect(entryAt(list, { lab: "one", claim: "2.1" })?.id).toBe("one"));
  it("without a lab opens the one of its claim", () =>
    expect(entryAt(list, { lab: null, claim: "1a" })?.id).toBe("one"));
  it("without either opens the lab that is set to be first, wherever it stands", () =>
    expect(entryAt(list, { lab: null, claim: null })?.id).toBe("two"));
  it("with a lab that there is not opens the first one, and not that of its claim", () =>
    expect(entryAt(list, { lab: "three", claim: "1a" })?.id).toBe("two"));
});

it("of two labs of one problem opens the one whose claims begin as this one does", () => {
  const labs = [fake("rest", "4"), fake("some", "4", "4v"), fake("more", "4")];
  for (const [claim, id] of [
    ["4v1", "some"],
    ["4a", "rest"],
    ["4", "rest"],
  ] as const)
    expect(entryAt({ labs, first: "rest" }, { lab: null, claim })?.id).toBe(id);
});

it("every claim of every lab opens its own lab", async () => {
  for (const { id, model } of labList.labs)
    for (const claim of (await model()).default.claims)
      expect(entryAt(labList, { lab: null, claim })?.id, claim).toBe(id);
});

it("the lab that opens first is one of the list", () =>
  expect(labList.labs.filter(({ id }) => id === labList.first)).toHaveLength(1));
