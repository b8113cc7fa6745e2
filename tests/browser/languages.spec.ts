// The page in two languages: how one is chosen, that only that one is loaded, and that a change keeps the state.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { en as english } from "../../web/host/messages/en.ts";
import { en as chinese } from "../../web/host/messages/zh-TW.ts";
import { title as englishTitle } from "../../web/labs/svr/messages/title.en.ts";
import { title as chineseTitle } from "../../web/labs/svr/messages/title.zh-TW.ts";
import { DIST, singleFile, siteUrl } from "./support/addresses.ts";
import { findings } from "./support/eyes.ts";
import { hostOf, iframe } from "./support/framed.ts";

const page = readFileSync(resolve(DIST, "site/index.html"), "utf8");
const { files }: { files: Readonly<Record<string, readonly string[]>> } = JSON.parse(
  /<script type="application\/json" id="languages">([^<]*)</.exec(page)?.[1] ?? "{}",
);
/** The script that a language's page begins with, by the end of its address. */
const entry = (language: string) => files[language]?.at(-1)?.replace("./", "") ?? "";

/** A lab is on screen, in this language, with its answer. */
async function shows(page: Page, language: "en" | "zh-TW"): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page).toHaveTitle(new RegExp(language === "en" ? englishTitle : chineseTitle));
  await expect(page.locator(".picture-view")).toHaveAttribute("data-current", "true", { timeout: 30_000 });
  const { undo } = (language === "en" ? english : chinese).shell;
  await expect(page.getByRole("button", { name: undo, exact: true })).toBeVisible();
}

const change = (page: Page) => page.locator(".header-seldom [lang]").click();

async function inLocale(context: BrowserContext, locale: string): Promise<BrowserContext> {
  const made = await context.browser()?.newContext({ locale, serviceWorkers: "block" });
  if (!made) throw new Error("no browser");
  return made;
}

test("what the browser's user reads decides, and only that language is loaded", async ({ context }) => {
  for (const [locale, language] of [
    ["zh-TW", "zh-TW"],
    ["zh-Hant-HK", "zh-TW"],
    ["zh-CN", "zh-TW"],
    ["de-DE", "en"],
  ] as const) {
    const own = await inLocale(context, locale);
    const page = await own.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${siteUrl()}#lab=svr`);
    await shows(page, language);
    const other = language === "en" ? "zh-TW" : "en";
    expect(asked.some((url) => url.endsWith(entry(language)))).toBe(true);
    expect(asked.filter((url) => url.endsWith(entry(other)))).toEqual([]);
    // Whatever was asked for is reached from that one's script: none of it is of the other language alone.
    expect(asked.filter((url) => ofOne(other).has(url.replace(/^.*\//, "")))).toEqual([]);
    await own.close();
  }
});

/** The names of the scripts that only this language's page names, directly or by others. */
function ofOne(language: string): ReadonlySet<string> {
  const reached = (from: string) => {
    const names = (files[from] ?? []).map((file) => file.replace(/^.*\//, ""));
    for (const name of names) {
      const text = readFileSync(resolve(DIST, "site/assets", name), "utf8");
      // Between quotes or behind a slash, and short: a long text has no other beginnings to try.
      for (const [, found = ""] of text.matchAll(/["'`/]([\w.-]{1,80}-[\w-]{8}\.js)["'`]/g))
        if (!names.includes(found)) names.push(found);
    }
    return names;
  };
  const others = new Set(Object.keys(files).flatMap((other) => (other === language ? [] : reached(other))));
  return new Set(reached(language).filter((name) => !others.has(name)));
}

test("a link asks for a language, as it was encoded on its way, too; an unknown one is not followed", async ({
  page,
}) => {
  await page.goto(`${siteUrl()}#lab=svr&lang=zh-TW`);
  await shows(page, "zh-TW");
  // It holds for that page only: nothing was remembered.
  await page.goto("about:blank");
  await page.goto(`${siteUrl()}#lab=svr`);
  await shows(page, "en");
  await page.goto("about:blank");
  await page.goto(`${siteUrl()}#lab%3Dsvr%26lang%3Dzh-TW`);
  await shows(page, "zh-TW");
  // A link within the page that is there.
  await page.goto(`${siteUrl()}#lab=svr&lang=en`);
  await shows(page, "en");
  await page.goto("about:blank");
  await page.goto(`${siteUrl()}#lab=svr&lang=fr`);
  await shows(page, "en");
  await page.goto("about:blank");
  await page.goto(`${siteUrl()}#lab=svr&lang=toString`);
  await shows(page, "en");
});

test("a choice by hand goes before the link, is remembered, and keeps the state of every lab", async ({ page }) => {
  await page.goto(`${siteUrl()}#lab=svdd&lang=en`);
  await page.locator("[data-field=nuShare] .control-number").fill("0.37");
  await page.locator("[data-field=nuShare] .control-number").press("Enter");
  await page.locator(".header select").selectOption("svr");
  await shows(page, "en");
  await page.locator("[data-field=C] .control-number").fill("7");
  await page.locator("[data-field=C] .control-number").press("Enter");
  await change(page);
  await shows(page, "zh-TW");
  await expect(page.locator("[data-field=C] .control-number")).toHaveValue("7");
  expect(new URL(page.url()).hash).not.toContain("lang=");
  await page.locator(".header select").selectOption("svdd");
  await expect(page.locator("[data-field=nuShare] .control-number")).toHaveValue("0.37");
  // Remembered, on the front door too, and changed back there.
  await page.goto("about:blank");
  await page.goto(siteUrl());
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-TW");
  await page.locator("[data-action=language]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("[data-action=language]")).toHaveText("中文 (Chinese)");
});

test("a frame changes its language by message, with its state, and is ready anew", async ({ page }) => {
  const host = await hostOf(page, iframe(`${siteUrl()}#lab=svr&w=1`));
  await expect.poll(() => host.of("ready"), { timeout: 30_000 }).toHaveLength(1);
  await host.ask({ type: "set-state", state: { C: 5 } });
  const readyAnew = async (language: string) => {
    await expect(host.frame.locator("html")).toHaveAttribute("lang", language);
    // The page before it may have been ready anew, too: it was put up with what is locked.
    const last = async () =>
      (await host.told()).findLastIndex((each) => typeof each === "object" && each.type === "ready");
    await expect.poll(last, { timeout: 30_000 }).toBeGreaterThan(told);
    told = (await host.told()).length;
    await expect(host.frame.locator(".picture-view")).toHaveAttribute("data-current", "true");
    await expect(host.frame.locator("[data-field=C] .control-number")).toHaveValue("5");
  };
  let told = (await host.told()).length;
  expect(await host.ask({ type: "set", lang: "zh-TW" })).toMatchObject({ type: "state", state: { C: 5 } });
  await readyAnew("zh-TW");
  // Lifted: what the reader's browser says.
  await host.ask({ type: "set", lang: "" });
  await readyAnew("en");
  expect((await host.ask({ type: "get-state" })).state).toMatchObject({ C: 5 });
});

test("the single file has both languages, and runs one", async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(`${singleFile}#lab=svr&lang=zh-TW`);
  await shows(page, "zh-TW");
  await change(page);
  await shows(page, "en");
  // The blocks of text, the script that chooses, and the one that runs.
  expect(await page.locator("script:not([type])").count()).toBe(2);
  expect(errors).toEqual([]);
});

test("axe finds nothing serious on a lab in Chinese", async ({ page }) => {
  await page.goto(`${siteUrl()}#lab=svr&q=1c1&lang=zh-TW`);
  await expect(page.locator("[data-open-claim]")).toBeVisible();
  await shows(page, "zh-TW");
  expect(await findings(page)).toEqual([]);
});
