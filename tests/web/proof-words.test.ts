// Every code that the checks in C++ can emit has words, and every word has a code that asks for it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "../../web/labs/svr/messages/en.ts";
import { checkLabel } from "../../web/labs/svr/proof.ts";
import { CLAIMS } from "../../web/labs/svr/state.ts";

const FOLDER = join(import.meta.dirname, "../../src/svr/claims");
const source = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".cpp"))
  .map((name) => readFileSync(join(FOLDER, name), "utf8").replace(/\/\/.*$/gm, ""))
  .join("\n");
const words = en.claims;

const CODE = "[a-z][a-z-]*[a-z]";
const found = (pattern: RegExp) => [...source.matchAll(pattern)].flatMap((match) => match.slice(1));
const checks = new Set([
  ...found(new RegExp(`\\b(?:check_within|add)\\(\\s*"(${CODE})"`, "g")),
  ...found(new RegExp(`\\bcompare\\(\\w+,\\s*"(${CODE})",\\s*"(${CODE})"\\)`, "g")),
]);
// A function that judges a hypothesis returns its reason, perhaps by a condition: every code of such a statement.
const reasons = new Set(
  found(/(?:\breason = |\breturn )([^;]*);/g).flatMap((statement) =>
    [...statement.matchAll(new RegExp(`"(${CODE})"`, "g"))].map((match) => match[1] as string),
  ),
);

/** Names of option fields, for the sentences of refusals. */
const FIELDS = new Set(["alpha", "alpha_star", "at", "b", "beta", "claim", "d", "id", "point", "solution"]);

describe("words of the claims", () => {
  it("are found in the sources at all", () => {
    expect(checks.size).toBeGreaterThan(20);
    expect(reasons).toContain("kernel-not-psd");
    expect(reasons).toContain("not-converged");
  });

  it("label every check", () => {
    for (const id of checks) expect(Object.hasOwn(words.checks, id), `label of the check ${id}`).toBe(true);
  });

  it("give a sentence for every reason, and for no other", () => {
    expect(Object.keys(words.reasons).sort()).toEqual([...reasons].sort());
    for (const sentence of Object.values(words.reasons)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it("have no label that no check asks for", () => {
    for (const id of Object.keys(words.checks)) expect(checks, id).toContain(id);
  });

  it("know every code-like text of the sources: as a check, a reason, a claim or a field", () => {
    const known = new Set<string>([...checks, ...reasons, ...CLAIMS, ...FIELDS]);
    const strange = [...source.matchAll(/"([a-z0-9_]+(?:-[a-z0-9_]+)*)"/g)]
      .map((match) => match[1] as string)
      .filter((text) => !known.has(text));
    // "-sample" is added to the ids of a claim that looks at some of the points only.
    expect([...new Set(strange)]).toEqual([]);
  });

  it("name each claim and say what breaks it", () => {
    expect(Object.keys(words.claims)).toEqual([...CLAIMS]);
    for (const { title, breaks } of Object.values(words.claims)) {
      expect(title.length).toBeGreaterThan(5);
      expect(breaks).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe("checkLabel", () => {
  it("says when a check looked at some of the points only", () => {
    expect(checkLabel("rotated-sample")).toContain(checkLabel("rotated"));
    expect(checkLabel("rotated-sample")).not.toBe(checkLabel("rotated"));
  });

  it("shows a code without a label as it is", () => {
    expect(checkLabel("brand-new")).toBe("brand-new");
  });
});
