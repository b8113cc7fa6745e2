import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderTheory } from "../../web/build/theory-html.ts";
import { CLAIMS } from "../../web/labs/svdd/state.ts";
import bundled from "../../web/labs/svdd/theory.md";

const FILE = join(import.meta.dirname, "../../web/labs/svdd/theory.md");
const { sections } = renderTheory(readFileSync(FILE, "utf8"), FILE);
const html = Object.values(sections)
  .map(({ statement, derivation }) => statement + derivation)
  .join("");

describe("the theory of problem 2", () => {
  it("has a section for every claim, and for nothing else", () => {
    expect(Object.keys(sections)).toEqual([...CLAIMS]);
  });

  it.each(CLAIMS)("%s: statement with a formula, derivation in numbered steps, edge cases, check and sources", (id) => {
    const { statement, derivation } = sections[id] as { statement: string; derivation: string };
    expect(statement).toContain('class="theory-display"');
    const steps = /<ol>([\s\S]*?)<\/ol>/.exec(derivation)?.[1] ?? "";
    expect(steps.match(/<li>/g)?.length).toBeGreaterThanOrEqual(4);
    for (const heading of ["Derivation", "Edge cases", "The check"])
      expect(derivation).toContain(`<h4>${heading}</h4>`);
    expect(derivation).toMatch(/<strong>Break it<\/strong>/);
    expect(derivation).toMatch(/<em>Sources:<\/em>/);
  });

  it("says in the open that (10) has no alpha-hat at 0", () => {
    expect(sections["2.4"]?.derivation).toMatch(/<h4>Correction<\/h4>\s*<p>The handout divides/);
  });

  it("has no style attribute, no script, no TeX left, and no link but to a doi", () => {
    expect(html).not.toMatch(/\sstyle=|<script|\son\w+=/i);
    expect(html.replace(/<[^>]*>/g, "")).not.toMatch(/\$|\\[a-z]/);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https:\/\/doi\.org\//);
    expect(html.match(/<math /g)?.length).toBe(html.match(/<span class="katex">/g)?.length);
  });

  it("is what the import gives", () => expect(bundled).toEqual(sections));
});
