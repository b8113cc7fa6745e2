// Every code that the checks of problem 4 can emit has words, and every word has a code that asks for it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CLAIMS } from "../../web/labs/diffusion/fields.ts";
import { claims as words } from "../../web/labs/diffusion/messages/claims.en.ts";

const FOLDER = join(import.meta.dirname, "../../src/diffusion/claims");
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".cpp"))
  .map((name) => readFileSync(join(FOLDER, name), "utf8").replace(/\/\/.*$/gm, ""));

const CODE = "[a-z][a-z0-9-]*[a-z0-9]";
const MEASURED = new RegExp(`\\b(?:check_within|check_z_score)\\(\\s*"(${CODE})"`, "g");

/** Checks by the claim that the file is about. */
const checks = new Map<string, string[]>();
for (const text of files) {
  const claim = /\{\{"(4\w+)", \{\}/.exec(text)?.[1];
  if (claim !== undefined)
    checks.set(claim, [...new Set([...text.matchAll(MEASURED)].map((match) => match[1] as string))]);
}
const reasons = new Set(
  files
    .flatMap((text) => [...text.matchAll(/(?:\breason = |\breturn )([^;]*);/g)].map((match) => match[1] as string))
    .flatMap((statement) => [...statement.matchAll(new RegExp(`"(${CODE})"`, "g"))].map((match) => match[1] as string)),
);

describe("words of the claims", () => {
  it("are found in the sources at all", () => {
    expect([...checks.keys()].sort()).toEqual([...CLAIMS].sort());
    expect([...checks.values()].flat().length).toBeGreaterThan(30);
    for (const reason of ["no-noise", "one-step", "few-steps", "points", "extent"]) expect(reasons).toContain(reason);
  });

  it.each(CLAIMS)("label every check of %s, and nothing that is none", (claim) => {
    expect(Object.keys(words.checks[claim]).sort()).toEqual([...(checks.get(claim) ?? [])].sort());
  });

  it("give a sentence for every reason, and for no other", () => {
    expect(Object.keys(words.reasons).sort()).toEqual([...reasons].sort());
    for (const sentence of Object.values(words.reasons)) expect(sentence).toMatch(/^[A-Z∞β].*\.$/);
  });

  it("name each claim and say what breaks it", () => {
    expect(Object.keys(words.claims)).toEqual([...CLAIMS]);
    for (const { title, breaks } of Object.values(words.claims)) {
      expect(title.length).toBeGreaterThan(5);
      expect(breaks).toMatch(/^[A-Z].*\.$/);
    }
  });
});
