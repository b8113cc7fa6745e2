// How the static pages are made: plain text of formulas, links between statements, addresses.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { nginxConfig } from "../../web/build/nginx.mjs";
import { filesOf, siteAddress } from "../../web/build/pages.ts";
import type { LabText } from "../../web/build/pages-labs.ts";
import { plainText, summaryOf } from "../../web/build/pages-text.ts";
import { renderTheory } from "../../web/build/theory-html.ts";
import type { Part } from "../../web/pages/course.ts";
import { pages as words } from "../../web/pages/messages/pages.en.ts";
import { pages as chinese } from "../../web/pages/messages/pages.zh-TW.ts";

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

const claim = (id: string, title: string, slips: LabText["claims"][number]["slips"] = []) => ({
  id,
  slips,
  name: id,
  title,
  mistakes: {
    unseen: "All <of> it.",
    mistakes: { plain: { name: "Plain", breaks: "Breaks & mends.", wrong: "Wrong." } },
  },
});
const SLIPS: LabText["claims"][number]["slips"] = [
  { id: "isIn", title: "One & all", mistake: null, numbers: { lo: "0.2" } },
  { id: "index", title: "No index", mistake: "Plain", numbers: {} },
];
const lab = (theory: string): LabText => ({
  id: "density",
  theory,
  problem: "5",
  title: "Density",
  claims: [claim("5a", "First & last", SLIPS), claim("5b", "Second")],
  tasks: [
    { id: "5a-far", claim: "5a", level: 1, minutes: 4, title: "Far & wide" },
    { id: "5a-few", claim: "5a", level: 2, minutes: 5, title: "Few" },
  ],
  course: {
    needs: { "5a": { knows: ["gaussians", "jensen"], after: ["5b"] }, "5b": { knows: [], after: [] } },
    lessons: {
      long: {
        parts: [
          { act: "predict", minutes: 10, claim: "5a", question: "mass" },
          { act: "prove", minutes: 20, claims: ["5a"] },
          { act: "solve", tasks: ["5a-far"] },
        ],
        read: ["5b"],
        home: ["5a-few"],
      },
      short: { parts: [{ act: "worked", minutes: 10, claim: "5b" }], read: ["5a"], home: [] },
    },
  },
  questions: { mass: { ask: "What will <it> do?", name: "It" } },
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
writeFileSync(
  theory.replace(/md$/, "zh-TW.md"),
  [
    "# 5a\n\n令 $x$ 為數。\n\n## 已知\n\n給定 $y$。\n\n## 推導\n\n由命題 5b。\n\n## 檢查\n\n無。\n",
    "# 5b\n\n另一個命題。\n\n$$x=1$$\n\n其餘。\n\n## 推導\n\n無。\n\n## 檢查\n\n見命題 5a 與 5b，不是 5ab。\n",
  ].join("\n"),
);
const slips = (corrected: string) =>
  ["isIn", "index"]
    .map((id) => `# ${id}\n\n$b=1$, from @lo@ on.\n\n## ${corrected}\n\n$b\\in S$ (claim 5b).\n`)
    .join("\n");
writeFileSync(join(folder, "slips.md"), slips("Corrected"));
writeFileSync(join(folder, "slips.zh-TW.md"), slips("更正"));
const inBoth = (english: LabText, chinese = english) =>
  new Map([
    ["en", [english]],
    ["zh-TW", [chinese]],
  ] as const);
const made = await filesOf(inBoth(lab(theory), { ...lab(theory), title: "密度" }), "https://example.org/pg/", folder);
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

  it("have both versions of the handout's slips, the printed one with its numbers", () => {
    const [first, second] = [text("density/5a/index.html"), text("density/5b/index.html")];
    expect(first).toMatch(/One &amp; all<\/h3>[\s\S]*As printed[\s\S]*>0\.2<\/span>[\s\S]*Corrected[\s\S]*No index/);
    expect(first).toContain('claim <a href="../../density/5b/index.html">5b</a>');
    expect(first).toMatch(/with the mistake “Plain”/);
    expect(second).not.toContain(words.slips);
    expect(text("zh-TW/density/5a/index.html")).toMatch(/照講義所印[\s\S]*>0\.2<\/span>[\s\S]*更正/);
  });

  it("have one for teachers: each statement's tasks with their links, and links for all of a problem", () => {
    const html = text("course/index.html");
    expect(html).toContain(`href="../#lab=density&amp;task=5a-far"`);
    expect(html).toContain('<a href="../density/5a/index.html">5a</a>');
    expect(html).toContain('href="../#lab=density&amp;task=5a-far,5a-few"');
    expect(html).toContain('href="../teach/#task=5a-far,5a-few"');
    expect(html).toContain("2 tasks, about 9 minutes");
    expect(text("zh-TW/course/index.html")).toContain('href="../../#lab=density&amp;lang=zh-TW&amp;task=5a-far"');
  });

  it("say what a statement needs beforehand, on its page and on the teachers'", () => {
    expect(text("density/5a/index.html")).toContain(
      'Needs beforehand: Gaussian densities, sums of independent Gaussians; Jensen’s inequality<br>First: <a href="../../density/5b/index.html">5b</a>',
    );
    expect(text("density/5b/index.html")).toContain("Needs beforehand: nothing else");
    expect(text("course/index.html")).toContain('First: <a href="../density/5b/index.html">5b</a>');
    expect(text("zh-TW/density/5a/index.html")).toContain("先備知識：高斯密度、獨立高斯變數之和；Jensen 不等式");
  });

  it("plan sessions: what is done in class with its minutes, the rest of the time, and what is left for home", () => {
    const html = text("course/index.html");
    const session = (id: string) =>
      new RegExp(`<section class="page-session">\\s*<h3 id="${id}">.*?</section>`, "s").exec(html)?.[0] ?? "";
    const minutes = (id: string) => [...session(id).matchAll(/<td>(\d+)<\/td>/g)].map(([, each]) => Number(each));
    expect(minutes("long-1")).toEqual([10, 20, 4, 120 - 34]);
    expect(minutes("short-1")).toEqual([10, 50]);
    expect(session("long-1")).toContain('href="../#lab=density&amp;q=5a&amp;predict=1"');
    expect(session("long-1")).toContain("What will &lt;it&gt; do?");
    expect(session("long-1")).toMatch(/Homework: Density<\/a> <span class="muted">1 task, about 5 minutes/);
    expect(session("long-1")).toContain('href="../teach/#task=5a-few"');
    // On paper a link is its address.
    expect(session("long-1")).toContain('data-address="https://example.org/pg/#lab=density&amp;task=5a-few"');
    expect(session("long-1")).not.toContain("More tasks");
    expect(session("short-1")).toContain("More tasks: Density");
    expect(session("short-1")).not.toContain("teach/");
  });

  it("refuse a plan with a task, a claim or a question that the lab does not have", async () => {
    const whole = lab(theory);
    const { course } = whole;
    if (course === null) throw new Error("no course");
    const planned = (part: Part): LabText => ({
      ...whole,
      course: { ...course, lessons: { ...course.lessons, long: { parts: [part], read: [], home: [] } } },
    });
    for (const part of [
      { act: "solve", tasks: ["5a-none"] },
      { act: "prove", minutes: 1, claims: ["5z"] },
      { act: "predict", minutes: 1, claim: "5a", question: "none" },
    ] as const)
      await expect(filesOf(inBoth(planned(part)), null, folder)).rejects.toThrow(/course\.ts names .*(?:none|5z)/);
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
    const paths = ["density/", "density/5a/", "density/5b/", "course/", "recipes/"];
    const all = ["", ...paths, ...paths.map((path) => `zh-TW/${path}`)];
    expect(places).toEqual(all.map((path) => `https://example.org/pg/${path}`));
    expect(text("recipes/index.html")).toContain("https://example.org/pg/#lab=");
    expect(text("recipes/index.html")).not.toContain("https://example.org/proofground/");
  });

  it("have relative ones, and no map, where it is not", async () => {
    const files = await filesOf(inBoth(lab(theory)), null, folder);
    const html = String(files.find(({ fileName }) => fileName === "density/5a/index.html")?.source);
    expect(html).toContain('<link rel="canonical" href="./">');
    expect(html).not.toContain("og:url");
    expect(files.map(({ fileName }) => fileName)).not.toContain("sitemap.xml");
  });

  it("refuse a lab whose theory lacks a claim", async () => {
    const short = { ...lab(theory), claims: [claim("5c", "Third")] };
    await expect(filesOf(inBoth(short), null, folder)).rejects.toThrow(/no section for claim 5c/);
  });
});

describe("pages in Chinese", () => {
  const [first, second] = [text("zh-TW/density/5a/index.html"), text("zh-TW/density/5b/index.html")];

  it("say their language, and lead to the same page in the other one, and back", () => {
    expect(first).toContain('<html lang="zh-TW">');
    expect(first).toMatch(/lang="en" hreflang="en" href="\.\.\/\.\.\/\.\.\/density\/5a\/index\.html">English</);
    expect(text("density/5a/index.html")).toMatch(
      /lang="zh-TW"[^>]* href="\.\.\/\.\.\/zh-TW\/density\/5a\/index\.html">中文</,
    );
    for (const html of [first, text("density/5a/index.html")]) {
      expect(html).toContain('hreflang="zh-TW" href="https://example.org/pg/zh-TW/density/5a/"');
      expect(html).toContain('hreflang="en" href="https://example.org/pg/density/5a/"');
    }
  });

  it("open the lab in Chinese", () => {
    expect(first).toContain('href="../../../#lab=density&amp;q=5a&amp;lang=zh-TW"');
    expect(text("density/5a/index.html")).toContain('href="../../#lab=density&amp;q=5a"');
  });

  it("link the claims that are named, and know the check by its place", () => {
    expect(first).toContain('命題 <a href="../../density/5b/index.html">5b</a>');
    expect(second).toContain('命題 <a href="../../density/5a/index.html">5a</a> 與 5b，不是 5ab。');
    expect(second).not.toContain(chinese.refersTo);
    expect(first).toContain('<h2 id="the-check">檢查</h2>');
    expect(text("zh-TW/density/index.html")).toContain(chinese.setting);
  });

  it("are described by whole sentences", () => {
    const described = /<meta name="description" content="([^"]*)"/.exec(second)?.[1];
    expect(described).toBe(`5b：Second（第 5 題，密度）。另一個命題。${chinese.also}`);
  });

  it("refuse a theory with other headings than the English one", async () => {
    const other = join(folder, "other/theory.md");
    mkdirSync(join(folder, "other"));
    const section = (headings: string) => `# 5a\n\nA.\n\n## ${headings}\n\nB.\n`;
    writeFileSync(other, section("One"));
    writeFileSync(other.replace(/md$/, "zh-TW.md"), section("一\n\n甲\n\n## 二"));
    const short = { ...lab(other), claims: [claim("5a", "First")], course: null };
    await expect(filesOf(inBoth(short), null, folder)).rejects.toThrow(/5a has other headings/);
  });
});

it("nginx's configuration has no place left open", () => {
  const text = nginxConfig({ listen: "127.0.0.1:1234", root: "/srv/site" });
  expect(readFileSync(join(ROOT, "web/pages/nginx.conf"), "utf8")).toMatch(/@LISTEN@[\s\S]*@ROOT@/);
  expect(text).toContain("listen 127.0.0.1:1234;");
  expect(text).toContain("root /srv/site;");
  expect(text).not.toMatch(/@\w+@/);
});
