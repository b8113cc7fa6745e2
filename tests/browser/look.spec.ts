// For every eye: no serious accessibility finding in either theme, nothing sticks out sideways, and pictures of it all.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { AxeResults } from "axe-core";
import { expect, type Lab, test } from "./support/lab.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SHOTS = resolve(import.meta.dirname, "../../build/browser/screenshots");
const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
] as const;
const THEMES = ["light", "dark"] as const;

/** Findings that keep somebody out, one line each. */
async function findings(lab: Lab): Promise<string[]> {
  await lab.page.evaluate(AXE);
  const { violations } = await lab.page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`));
}

for (const theme of THEMES) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test("axe finds nothing serious on the open lab, a claim, the stepper and the dialogs", async ({ lab, page }) => {
      test.setTimeout(120_000);
      await lab.open("#q=1c1");
      await expect(lab.chip("1c1")).toHaveAttribute("data-verdict", "pass");
      await page.locator(".path-fold").first().click();
      await expect(page.locator(".stepper-scrub")).toBeEnabled();
      await lab.settled();
      expect(await findings(lab)).toEqual([]);
      await page.locator('[data-break="1c1"]').click();
      await expect(lab.chip("1c1")).toHaveAttribute("data-verdict", "fail");
      await page.locator(".export-open").click();
      expect(await findings(lab)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("[data-action=import]").click();
      await page.locator("dialog.import textarea").fill("a,b,c\n1,2,x\n3,4,y\n");
      await expect(page.locator(".import-columns")).toBeVisible();
      expect(await findings(lab)).toEqual([]);
      await page.locator("dialog.import textarea").fill("a,b\n1,two\n");
      await expect(page.locator(".import-refusal")).not.toBeEmpty();
      expect(await findings(lab)).toEqual([]);
    });

    test("axe finds nothing serious on a phone", async ({ lab, page }) => {
      await page.setViewportSize(SIZES[2]);
      await lab.open();
      expect(await findings(lab)).toEqual([]);
      await page.locator(".sheet-handle").click();
      await expect(page.locator(".lab-layout")).toHaveAttribute("data-sheet", "open");
      expect(await findings(lab)).toEqual([]);
    });

    for (const size of SIZES) {
      test(`${size.width} x ${size.height}`, async ({ lab, page }) => {
        test.setTimeout(120_000);
        await page.setViewportSize(size);
        const shot = (name: string, fullPage = false) =>
          page.screenshot({
            path: resolve(SHOTS, `${size.width}x${size.height}-${theme}-${name}.png`),
            fullPage,
            animations: "disabled",
          });
        const sideways = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await lab.open();
        await expect(lab.chip("1a")).not.toHaveAttribute("data-verdict", "checking");
        expect(await sideways()).toBe(0);
        await shot("1-first");
        await shot("2-first-whole", true);
        await lab.choose("co2");
        await shot("3-co2");
        await lab.choose("iris");
        await shot("4-predicted");
        await lab.choose("sinc");
        await page.locator(".path-fold").first().click();
        await expect(page.locator(".stepper-scrub")).toBeEnabled();
        await page.locator(".stepper-scrub").fill("6");
        await lab.settled();
        await page.locator(".path-view").scrollIntoViewIfNeeded();
        await shot("5-stepper");
        await page.locator(".path-fold").first().click();
        for (const claim of ["1a", "1c1", "1c2", "1d1", "1d2"]) {
          await lab.open(`#q=${claim}`);
          await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "pass");
          await page.locator(`[data-open-claim="${claim}"]`).scrollIntoViewIfNeeded();
          await shot(`6-claim-${claim}`, true);
          expect(await sideways()).toBe(0);
        }
        await page.locator("[data-action=import]").click();
        await page.locator("dialog.import textarea").fill("a;b;c;site\n1,5;2;3;north\n4;5;6,25;south\n7;8;1;north\n");
        await shot("7-import");
      });
    }
  });
}
