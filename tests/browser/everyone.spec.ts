// For every reader, all labs and stages alike: the focus is seen, nothing is cut off where the page is small or its text is spaced, and
// forced colours leave everything to be told apart.
import type { Page } from "@playwright/test";
import { siteUrl } from "./support/addresses.ts";
import { alike, bareFocus, cutText, focusWalk, small, spaced, wide } from "./support/everyone.ts";
import { findings } from "./support/eyes.ts";
import { expect, test } from "./support/lab.ts";

const LABS = ["svr", "svdd", "cifg", "vae", "diffusion"] as const;

/** The lab is open, and what it shows first has been computed. */
async function open(page: Page, lab: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${siteUrl()}#lab=${lab}`);
  await expect(page.locator(".picture-view canvas").first()).toBeVisible();
  await expect(page.locator('.proof-chip[data-verdict="checking"]')).toHaveCount(0);
}

/** Do this on each stage of the lab that is open; a lab without stages is one. */
async function eachStage(page: Page, lab: string, look: (name: string) => Promise<void>): Promise<void> {
  const tabs = page.locator('.picture-view [role="tab"]');
  const count = await tabs.count();
  for (let k = 0; k < Math.max(1, count); ++k) {
    if (count > 0) {
      await tabs.nth(k).click();
      await expect(tabs.nth(k)).toHaveAttribute("aria-selected", "true");
      await expect(page.locator('.picture-view [role="tabpanel"] canvas').first()).toBeVisible();
    }
    await look(`${lab} ${count > 0 ? await tabs.nth(k).textContent() : ""}`.trim());
  }
}

for (const lab of LABS)
  test(`${lab}: the focus is seen, nothing is cut off or too small, and choices are told apart in forced colours`, async ({
    page,
  }) => {
    test.slow();
    await open(page, lab);
    const found: Record<string, readonly string[]> = {};
    const note = (name: string, problems: readonly string[]) => {
      if (problems.length > 0) found[name] = problems;
    };
    await eachStage(page, lab, async (stage) => {
      for (const size of [
        { width: 1440, height: 900 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(size);
        await page
          .locator('.picture-view [role="tab"][aria-selected="true"], .picture-view .picture-canvas')
          .first()
          .focus();
        note(`${stage}: focus at ${size.width}`, (await focusWalk(page, 60)).problems);
      }
      note(`${stage}: small`, await small(page));
      await page.setViewportSize({ width: 320, height: 256 });
      note(`${stage}: wide`, await wide(page));
      note(`${stage}: cut`, await cutText(page));
      const tight = await spaced(page);
      note(`${stage}: cut when spaced`, await cutText(page));
      note(`${stage}: wide when spaced`, await wide(page));
      await tight();
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.emulateMedia({ forcedColors: "active" });
      note(`${stage}: alike`, await alike(page));
      note(`${stage}: bare`, await bareFocus(page, 20));
      note(
        `${stage}: axe`,
        (await findings(page)).map((each) => JSON.stringify(each)),
      );
      await page.emulateMedia({ forcedColors: "none" });
    });
    expect(found).toEqual({});
  });
