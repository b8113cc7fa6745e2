// Every code that the checks of problem 2 can emit has words, and every word has a code that asks for it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claims as words } from "../../web/labs/svdd/messages/claims.en.ts";
import { CLAIMS } from "../../web/labs/svdd/state.ts";

const FOLDER = join(import.meta.dirname, "../../src/svdd/claims");
const source = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".cpp"))
  .map((name) => readFileSync(join(FOLDER, name), "utf8").replace(/\/\/.*$/gm, ""))
  .join("\n");

const CODE = "[a-z][a-z-]*[a-z]";
const found = (pattern: RegExp) => [...source.matchAll(pattern)].flatMap((match) => match.slice(1));
const checks = new Set(found(new RegExp(`\\bcheck_within\\(\\s*"(${CODE})"`, "g")));
const reasons = new Set(
  found(/(?:\breason = |\breturn )([^;]*);/g).flatMap((statement) =>
    [...statement.matchAll(new RegExp(`"(${CODE})"`, "g"))].map((match) => match[1] as string),
  ),
);

describe("words of the claims", () => {
  it("are found in the sources at all", () => {
    expect(checks.size).toBeGreaterThan(30);
    for (const reason of ["kernel-not-psd", "not-converged", "coincident", "weights-differ"])
      expect(reasons).toContain(reason);
  });

  it("label every check, and nothing that is none", () => {
    expect(Object.keys(words.checks).sort()).toEqual([...checks].sort());
  });

  it("give a sentence for every reason, and for no other", () => {
    expect(Object.keys(words.reasons).sort()).toEqual([...reasons].sort());
    for (const sentence of Object.values(words.reasons)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it("name each claim and say what breaks it", () => {
    expect(Object.keys(words.claims)).toEqual([...CLAIMS]);
    for (const { title, breaks } of Object.values(words.claims)) {
      expect(title.length).toBeGreaterThan(5);
      expect(breaks).toMatch(/^[A-Z].*\.$/);
    }
  });
});
