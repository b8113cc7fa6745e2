// Which lab an address opens.
import { describe, expect, it } from "vitest";
import { entryAt, lab } from "../../web/host/entry.ts";
import { labList } from "../../web/registry.ts";

const fake = (id: string, problem: string) =>
  lab<object, unknown, unknown>({
    ...{ id, problem, part: "none", title: { en: id } },
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

it("the lab that opens first is one of the list", () =>
  expect(labList.labs.filter(({ id }) => id === labList.first)).toHaveLength(1));
