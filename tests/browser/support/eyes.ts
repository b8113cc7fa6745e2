// What every look at a page uses: the sizes and themes, axe's findings, and where pictures are kept.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";
import { BROKEN_WORDS } from "../../broken-words.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SHOTS = resolve(import.meta.dirname, "../../../build/browser/screenshots");

export const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const;
export const THEMES = ["light", "dark"] as const;

/** A theme and a size that a page is looked at in. */
export interface Look {
  readonly theme: (typeof THEMES)[number];
  readonly size: (typeof SIZES)[number];
}

/** Every theme in every size. */
export const LOOKS: readonly Look[] = THEMES.flatMap((theme) => SIZES.map((size) => ({ theme, size })));

const keepsPictures = process.env.PROOFGROUND_SHOTS !== undefined;

/** For what a theme does not change: every size once. Where pictures are kept, every theme all the same. */
export const LAYOUTS: readonly Look[] = keepsPictures ? LOOKS : LOOKS.filter(({ theme }) => theme === "light");

/** Give the page these looks, one after another, and do this in each. It keeps the last. */
export async function inEach(
  page: Page,
  looks: readonly Look[],
  look: (name: string, theme: Look["theme"]) => Promise<void>,
): Promise<void> {
  for (const { theme, size } of looks) {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize(size);
    await still(page);
    await look(`${theme}, ${size.width} x ${size.height}`, theme);
  }
}

/** Two frames drawn, so that whoever watches the size or the theme has seen it, and nothing moves any more. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    await frame();
    const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(moving.map((one) => one.finished.catch(() => undefined)));
  });
}

/** Words that are seen or only read out, and say nothing. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate((broken) => {
    const said = [...document.querySelectorAll("[aria-label], [aria-valuetext], [title], [alt]")].flatMap((each) =>
      ["aria-label", "aria-valuetext", "title", "alt"].map((name) => each.getAttribute(name) ?? ""),
    );
    // biome-ignore lint/performance/useDomNodeTextContent: of what is out of sight nobody reads anything
    return [...document.body.innerText.split("\n"), ...said]
      .filter((text) => new RegExp(broken).test(text))
      .map((text) => `no words: ${text}`);
  }, BROKEN_WORDS);

/** Findings that keep somebody out, one line each. @param also rules of axe whose findings count whatever their weight */
export async function findings(page: Page, ...also: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run({
      // What passes is counted, not listed.
      resultTypes: ["violations"],
    }),
  );
  const seen = violations
    .filter(({ id, impact }) => impact === "serious" || impact === "critical" || also.includes(id))
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
  return [...seen, ...(await brokenWords(page))];
}

/** How far the page sticks out sideways, px. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Where PROOFGROUND_SHOTS is set: keep a picture of the page, to look at, under its size, its theme and a name. */
export async function shot(page: Page, theme: string, name: string, fullPage = false): Promise<void> {
  if (!keepsPictures) return;
  const { width, height } = page.viewportSize() ?? SIZES[0];
  const path = resolve(SHOTS, `${width}x${height}-${theme}-${name}.png`);
  await page.screenshot({ path, fullPage, animations: "disabled" });
}
