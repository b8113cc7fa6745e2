// What every look at a page uses: the sizes and themes, axe's findings, and where pictures are kept.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SHOTS = resolve(import.meta.dirname, "../../../build/browser/screenshots");

export const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const;
export const THEMES = ["light", "dark"] as const;

/** Findings that keep somebody out, one line each. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
}

/** How far the page sticks out sideways, px. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Keep a picture of the page under its size, its theme and a name. */
export async function shot(page: Page, theme: string, name: string, fullPage = false): Promise<void> {
  const { width, height } = page.viewportSize() ?? SIZES[0];
  const path = resolve(SHOTS, `${width}x${height}-${theme}-${name}.png`);
  await page.screenshot({ path, fullPage, animations: "disabled" });
}
