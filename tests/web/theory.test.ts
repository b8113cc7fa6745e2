// How theory.md becomes HTML, its styles and its fonts.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { theoryCss } from "../../web/build/theory-css.ts";
import { hoistStyles, renderTheory } from "../../web/build/theory-html.ts";

const FILE = join(import.meta.dirname, "../../web/labs/svr/theory.md");
const rendered = renderTheory(readFileSync(FILE, "utf8"), FILE);
const html = Object.values(rendered.sections)
  .map(({ statement, derivation }) => statement + derivation)
  .join("");

describe("renderTheory", () => {
  const section = (body: string) => `# 1a\n\n${body}\n\n## Derivation\n\nText.\n`;

  it("names file and section of bad TeX", () => {
    expect(() => renderTheory(section("$\\frac{1}$"), "x.md")).toThrow(/x\.md: section 1a/);
    expect(() => renderTheory(section("$\\notacommand$"), "x.md")).toThrow(/x\.md: section 1a/);
  });

  it("refuses TeX that may do more than typeset, and what KaTeX only warns of", () => {
    for (const tex of [
      "\\href{javascript:alert(1)}{x}",
      "\\htmlStyle{color:red}{x}",
      "\\includegraphics{x.png}",
      "é",
    ]) {
      const result = () => renderTheory(section(`$${tex}$`), "x.md").sections["1a"]?.statement ?? "";
      let made = "";
      try {
        made = result();
      } catch {
        continue;
      }
      expect(made).not.toMatch(/href=|<img|\sstyle=/);
    }
  });

  it("refuses formulas that are not closed", () => {
    expect(() => renderTheory(section("a $x"), "x.md")).toThrow(/not closed/);
    expect(() => renderTheory(section("$$\nx\n"), "x.md")).toThrow(/not closed/);
  });

  it("refuses sections without derivation, twice, without id, and text before the first", () => {
    expect(() => renderTheory("# 1a\n\nText.\n", "x.md")).toThrow(/1a lacks/);
    expect(() => renderTheory(section("a") + section("b"), "x.md")).toThrow(/twice/);
    expect(() => renderTheory("# one a\n\nText.\n", "x.md")).toThrow(/not a claim id/);
    expect(() => renderTheory(`text\n${section("a")}`, "x.md")).toThrow(/before the first/);
  });

  it("writes HTML in the text as text", () => {
    expect(renderTheory(section("<img src=x onerror=alert(1)>"), "x.md").sections["1a"]?.statement).toContain(
      "&lt;img",
    );
  });

  it("sets display formulas inside numbered steps", () => {
    const { sections } = renderTheory("# 1a\n\nA\n\n## D\n\n1. one\n\n   $$\n   x\n   + y\n   $$\n\n2. two\n", "x.md");
    expect(sections["1a"]?.derivation).toMatch(/<ol>[\s\S]*<li>[\s\S]*theory-display[\s\S]*<li>[\s\S]*<\/ol>/);
  });
});

describe("hoistStyles", () => {
  it("puts a class for each distinct style, beside the classes there are", () => {
    const styles = new Map<string, string>();
    const made = hoistStyles(
      '<i class="a" style="top:1em"></i><i style="top:1em"></i><i style="top:2em">x</i>',
      styles,
    );
    const [one, two] = [...styles.keys()];
    expect(made).toBe(`<i class="${one} a"></i><i class="${one}"></i><i class="${two}">x</i>`);
    expect([...styles.values()]).toEqual(["top:1em", "top:2em"]);
  });
});

describe("theoryCss", () => {
  let folder = "";
  let css = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "theory-"));
    css = await theoryCss(html, rendered.styles, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has a rule for every hoisted style", () => {
    for (const [name, body] of rendered.styles) expect(css).toContain(`.${name}{${body}}`);
  });

  it("keeps the rules whose classes occur, also with :not(), and drops the others", () => {
    expect(css).toMatch(/\.accent-body:not\(\.accent-full\)/);
    expect(css).toContain(".mathnormal{font-family:KaTeX_Math");
    expect(css).not.toContain("KaTeX_Fraktur");
  });

  it("brings woff2 fonts only, of under 40 KB together, each a file that is there", () => {
    const urls = [...css.matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1] as string);
    expect(urls.length).toBeGreaterThan(4);
    expect(readdirSync(folder).sort()).toEqual(urls.map((url) => url.slice(folder.length + 1)).sort());
    expect(urls.every((url) => url.endsWith(".woff2"))).toBe(true);
    expect(urls.reduce((sum, url) => sum + statSync(url).size, 0)).toBeLessThan(40_000);
  });
});
