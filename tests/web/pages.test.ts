// How the static pages are made: plain text of formulas, links between statements, addresses.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { nginxConfig } from "../../web/build/nginx.mjs";
import { filesOf, siteAddress } from "../../web/build/pages.ts";
import type { LabText } from "../../web/build/pages-labs.ts";
import { plainText, summaryOf } from "../../web/build/pages-text.ts";
import { renderTheory } from "../../web/build/theory-html.ts";
import { pages as words } from "../../web/pages/messages/pages.en.ts";

const ROOT = join(import.meta.dirname, "../..");
const statement = (text: string) =>
  renderTheory(`# 1a\n\n${text}\n\n## Derivation\n\nText.\n`, "x.md").sections["1a"]?.statement ?? "";

describe("plain text", () => {
  it.each([
    ["e_i=y_i-w^\\top x_i-b", "eᵢ = yᵢ − wᵀxᵢ − b"],
    ["\\bar\\alpha_i^*\\ge0", "ᾱᵢ* ≥ 0"],
    ["-\\infty", "−∞"],
    ["\\frac{C_i}\\nu", "Cᵢ/ν"],
    ["\\frac{a+b}{n}", "(a + b)/n"],
    ["\\sqrt{1-\\bar\\alpha_t}\\,\\epsilon", "√(1 − ᾱₜ) ε"],
    ["e^{-z}", "e⁻ᶻ"],
    ["U_f", "U_f"],
    ["\\log\\sigma_j^2<1", "log σⱼ² < 1"],
    ["k(x_i,x)", "k(xᵢ, x)"],
  ])("of %s", (tex, text) => expect(plainText(statement(`$${tex}$`)).normalize()).toBe(text.normalize()));

  it("ends before the sentence with the first large formula", () => {
    expect(summaryOf(statement("There is **no gap**. The slack is least:\n\n$$\nx=1 .\n$$\n\nOn the left."))).toBe(
      "There is no gap.",
    );
    expect(summaryOf(statement("It is\n\n$$\nx=1 ,\n$$\n\nwith $b<2$."))).toBe("");
  });

  it("is cut where a word ends", () => {
    const text = statement("One two three, four five.");
    expect(summaryOf(text, 15)).toBe("One two three …");
    expect(summaryOf(text, 11)).toBe("One two …");
    expect(summaryOf(text)).toBe("One two three, four five.");
  });
});

describe("the site's address", () => {
  it("is taken with or without its last slash, and nothing else is taken", () => {
    expect(siteAddress(undefined)).toBeNull();
    expect(siteAddress("https://example.org/course")).toBe("https://example.org/course/");
    expect(siteAddress("https://example.org/course/")).toBe("https://example.org/course/");
    for (const wrong of ["example.org", "ftp://example.org/", "https://example.org/?a=1", "javascript:alert(1)"])
      expect(() => siteAddress(wrong), wrong).toThrow(/PROOFGROUND_URL/);
  });
});

const claim = (id: string, title: string) => ({
  id,
  name: id,
  title,
  mistakes: {
    unseen: "All <of> it.",
    mistakes: { plain: { name: "Plain", breaks: "Breaks & mends.", wrong: "Wrong." } },
  },
});
const lab = (theory: string): LabText => ({
  id: "density",
  theory,
  problem: "5",
  title: "Density",
  claims: [claim("5a", "First & last"), claim("5b", "Second")],
});

const folder = mkdtempSync(join(tmpdir(), "proofground-pages-"));
afterAll(() => rmSync(folder, { recursive: true }));
const theory = join(folder, "theory.md");
writeFileSync(
  theory,
  [
    "# 5a\n\nA statement with $x$.\n\n## Setting\n\nGiven $y$.\n\n## Derivation\n\nBy claim 5b.\n\n## The check\n\nNothing.\n",
    "# 5b\n\nAnother one.\n\n## Derivation\n\nNone.\n\n## The check\n\nSee claims 5a and 5b, not 5ab or claim 5c.\n",
  ].join("\n"),
);
const made = await filesOf([lab(theory)], "https://example.org/pg/", folder);
const text = (name: string) => String(made.find(({ fileName }) => fileName === name)?.source ?? "");

describe("pages of a lab", () => {
  it("link the claims that are named, and list those that the proof names", () => {
    const [first, second] = [text("density/5a/index.html"), text("density/5b/index.html")];
    expect(first).toContain('claim <a href="../../density/5b/index.html">5b</a>');
    expect(first).toMatch(/Refers to<\/h2><ul><li><a href="[^"]*5b/);
    expect(second).toMatch(/Referred to by<\/h2><ul><li><a href="[^"]*5a/);
    // The check is no part of the proof; a page does not link to itself.
    expect(second).not.toContain("Refers to");
    expect(second).toContain('claims <a href="../../density/5a/index.html">5a</a> and 5b, not 5ab or claim 5c.');
  });

  it("are described by what can be read without formulas, or by their titles", () => {
    const described = (html: string) => /<meta name="description" content="([^"]*)"/.exec(html)?.[1];
    expect(described(text("density/5b/index.html"))).toBe(
      `5b: Second (problem 5, Density). Another one. ${words.also}`,
    );
  });

  it("escape their words", () => {
    const html = text("density/5a/index.html");
    expect(html).toContain("First &amp; last");
    expect(html).toContain("All &lt;of&gt; it.");
    expect(html).toContain("Breaks &amp; mends.");
  });

  it("have absolute addresses where the site's is known, a map of them, and it in the recipes", () => {
    const html = text("density/5a/index.html");
    expect(html).toContain('<link rel="canonical" href="https://example.org/pg/density/5a/">');
    expect(html).toContain('<meta property="og:url" content="https://example.org/pg/density/5a/">');
    const places = [...text("sitemap.xml").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, place]) => place);
    const paths = ["", "density/", "density/5a/", "density/5b/", "recipes/"];
    expect(places).toEqual(paths.map((path) => `https://example.org/pg/${path}`));
    expect(text("recipes/index.html")).toContain("https://example.org/pg/#lab=");
    expect(text("recipes/index.html")).not.toContain("https://example.org/proofground/");
  });

  it("have relative ones, and no map, where it is not", async () => {
    const files = await filesOf([lab(theory)], null, folder);
    const html = String(files.find(({ fileName }) => fileName === "density/5a/index.html")?.source);
    expect(html).toContain('<link rel="canonical" href="./">');
    expect(html).not.toContain("og:url");
    expect(files.map(({ fileName }) => fileName)).not.toContain("sitemap.xml");
  });

  it("refuse a lab whose theory lacks a claim", async () => {
    const short = { ...lab(theory), claims: [claim("5c", "Third")] };
    await expect(filesOf([short], null, folder)).rejects.toThrow(/no section for claim 5c/);
  });
});

it("nginx's configuration has no place left open", () => {
  const text = nginxConfig({ listen: "127.0.0.1:1234", root: "/srv/site" });
  expect(readFileSync(join(ROOT, "web/pages/nginx.conf"), "utf8")).toMatch(/@LISTEN@[\s\S]*@ROOT@/);
  expect(text).toContain("listen 127.0.0.1:1234;");
  expect(text).toContain("root /srv/site;");
  expect(text).not.toMatch(/@\w+@/);
});
