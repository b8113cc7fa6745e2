// The static pages of the built site: every statement and every lab has one, readable without script, under any path and from disk.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { ClaimMistakes } from "../../web/host/proof.ts";
import { labList } from "../../web/registry.ts";
import { DIST, nestedUrl, siteUrl } from "./support/addresses.ts";
import { findings, inEach, LOOKS, shot, sideways } from "./support/eyes.ts";
import { expect, test } from "./support/lab.ts";

test.use({ ownContext: true });

const SITE = resolve(DIST, "site");
/** The single file's own links are the page's, and its text is script. */
const htmlFiles = readdirSync(SITE, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".html") && name !== "proofground.html")
  .sort();
const textOf = (name: string) => readFileSync(join(SITE, name), "utf8");
/** The widest in light and the narrowest in dark. */
const ENDS = LOOKS.filter((_, k) => k === 0 || k === LOOKS.length - 1);
const plain = (html: string) =>
  html
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
const one = (html: string, pattern: RegExp) => plain(pattern.exec(html)?.[1] ?? "");

interface Claim {
  readonly title: string;
  readonly name?: string;
}

const STYLESHEET = /<link rel="stylesheet" href="([^"]*)"/;

/** Every claim with its lab and the words of its lab's messages. */
const claims = (
  await Promise.all(
    labList.labs.map(async ({ id, title, model }) => {
      const messages = join(import.meta.dirname, `../../web/labs/${id}/messages`);
      const { mistakes }: { mistakes: Readonly<Record<string, ClaimMistakes>> } = await import(
        `${messages}/mistakes.en.ts`
      );
      const { claims: words }: { claims: { claims: Readonly<Record<string, Claim>> } } = await import(
        `${messages}/claims.en.ts`
      );
      return (await model()).default.claims.map((claim) => ({
        lab: id,
        labTitle: title,
        claim,
        words: words.claims[claim] as Claim,
        mistakes: mistakes[claim] as ClaimMistakes,
      }));
    }),
  )
).flat();

test("every statement has a page with a title and a description of its own, and its whole proof", () => {
  expect(claims.length).toBeGreaterThanOrEqual(33);
  const seen = new Set<string>();
  for (const { lab, labTitle, claim, words, mistakes } of claims) {
    const html = textOf(`${lab}/${claim}/index.html`);
    const title = one(html, /<title>([^<]*)<\/title>/);
    const description = one(html, /<meta name="description" content="([^"]*)"/);
    expect(title).toContain(`${words.name ?? claim}: ${words.title} · ${labTitle}`);
    expect(description, claim).toMatch(/^[^$\\]{60,240}$/u);
    expect(description, "no command of TeX").not.toMatch(/frac|mathcal|bigl|operatorname/);
    for (const text of [title, description]) {
      expect(seen.has(text), text).toBe(false);
      seen.add(text);
    }
    expect(html).toContain('<html lang="en">');
    for (const part of ["Derivation", "Edge cases", "The check"])
      expect(html).toMatch(new RegExp(`>${part}(</h2>| <small)`));
    for (const { name, wrong } of Object.values({ ...mistakes.mistakes, ...mistakes.hypotheses })) {
      expect(plain(html), claim).toContain(`<dt>${name}</dt>`);
      expect(plain(html), claim).toContain(wrong);
    }
    expect(html, "no script, no inline style").not.toMatch(/<script|\sstyle=|\son\w+=/);
    expect(html).toContain(`href="../../#lab=${lab}&amp;q=${claim}"`);
  }
});

test("every link of every page leads to a file of the site, or to a source by its doi", () => {
  expect(htmlFiles.length).toBeGreaterThan(claims.length + labList.labs.length);
  const reached = new Set<string>();
  const wrong: string[] = [];
  for (const name of htmlFiles) {
    const html = textOf(name);
    const styles = [...html.matchAll(/<link rel="stylesheet"[^>]* href="([^"]*)"/g)]
      .map(([, href = ""]) => join(dirname(name), href))
      .filter((file) => existsSync(join(SITE, file)));
    const links = [
      ...[...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, href = ""]) => [name, plain(href)] as const),
      ...styles.flatMap((file) =>
        [...textOf(file).matchAll(/url\(["']?([^"')]*)["']?\)/g)].map(([, href = ""]) => [file, href] as const),
      ),
    ];
    for (const [from, href] of links) {
      if (/^(https:\/\/doi\.org\/10\.|data:)/.test(href)) continue;
      // A page that is opened in this language is the same file.
      const [path = "", fragment = ""] = href.replace(/\?lang=[\w-]+/, "").split("#");
      let file = path === "" ? join(SITE, from) : resolve(SITE, dirname(from), path);
      if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
      if (relative(SITE, file).startsWith("..") || !existsSync(file)) wrong.push(`${from}: ${href}`);
      else if (fragment && !fragment.includes("=") && !readFileSync(file, "utf8").includes(` id="${fragment}"`))
        wrong.push(`${from}: ${href}`);
      else reached.add(relative(SITE, file));
    }
  }
  expect(wrong).toEqual([]);
  for (const { lab, claim } of claims) expect(reached).toContain(`${lab}/${claim}/index.html`);
});

test("a page weighs little beside what all pages share", () => {
  const weigh = (name: string) => brotliCompressSync(readFileSync(join(SITE, name))).length;
  const linked = new Set(claims.map(({ lab, claim }) => one(textOf(`${lab}/${claim}/index.html`), STYLESHEET)));
  expect(linked.size, "one stylesheet for all").toBe(1);
  const styles = join("svr/1c1", [...linked][0] ?? "");
  expect(styles).toMatch(/^assets\/pages-[\da-f]{8}\.css$/);
  const css = textOf(styles);
  const fonts = [...css.matchAll(/url\(([^)]*\.woff2)\)/g)].map(([, file = ""]) => `assets/${file}`);
  expect(fonts.length).toBeGreaterThan(3);
  const shared = weigh(styles) + fonts.reduce((sum, file) => sum + statSync(join(SITE, file)).size, 0);
  const pages = claims.map(({ lab, claim }) => weigh(`${lab}/${claim}/index.html`));
  expect(shared).toBeLessThan(70_000);
  expect(Math.max(...pages)).toBeLessThan(16_000);
});

test("without script the proof is there, typeset, and leads on", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  const fonts: string[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith(".woff2") && response.ok()) fonts.push(response.url());
  });
  await page.goto(`${nestedUrl()}svdd/2.5c/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2.5c ρ lies in the interval (11)");
  await expect(page.getByRole("heading", { level: 2, name: "Derivation" })).toBeVisible();
  expect(await page.locator("main ol > li").count()).toBeGreaterThanOrEqual(4);
  await expect(page.locator("main .katex").first()).toBeVisible();
  // The statement stands on the page's text, not beside it: a style of the typeset formulas is in force.
  await expect(page.locator(".katex-mathml").first()).toHaveCSS("position", "absolute");
  await expect.poll(() => fonts.length).toBeGreaterThan(1);
  await page.getByRole("link", { name: "2.5b", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2.5b");
  await page.getByRole("link", { name: "Problem 2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spherical one-class SVM");
  expect(refused).toEqual([]);
  await context.close();
});

test("a page prints its proof alone, and its link opens the statement in the lab", async ({ page }) => {
  await page.goto(`${siteUrl()}svr/1c1/`);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("main ol").first()).toBeVisible();
  for (const unprinted of [".page-open", ".page-board", ".page-footer"])
    await expect(page.locator(unprinted)).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "Try it on your own data" }).click();
  await expect(page.locator('[data-open-claim="1c1"]')).toHaveAttribute("data-verdict", "pass", { timeout: 30_000 });
});

test("from disk pages lead to one another, and to the single file", async ({ page }) => {
  await page.goto(pathToFileURL(join(SITE, "diffusion/4c/index.html")).href);
  await expect(page.locator("body")).toHaveCSS("display", "flex"); // the style sheet is there
  await page.locator(".page-neighbours a").last().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("4d");
  await page.getByRole("link", { name: "in one file" }).click();
  await expect(page.locator('[data-open-claim="4d"]')).toHaveAttribute("data-verdict", "pass", { timeout: 60_000 });
});

test("axe finds nothing serious on a page, and no page sticks out on a phone", async ({ page }) => {
  await page.goto(`${siteUrl()}svr/1d2/`);
  await inEach(page, ENDS, async (name, theme) => {
    expect(await findings(page, "heading-order", "landmark-unique"), name).toEqual([]);
    await shot(page, theme, "statement", true);
  });
  // The last look was a phone's.
  for (const { id } of labList.labs) {
    await page.goto(`${siteUrl()}${id}/`);
    expect(await sideways(page), id).toBeLessThanOrEqual(0);
    await shot(page, "dark", id, true);
  }
});
