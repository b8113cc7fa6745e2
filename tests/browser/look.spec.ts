// For every eye: no serious accessibility finding in either theme, nothing sticks out sideways, and pictures of it all.
import { findings, SIZES, shot as shotOf, sideways, THEMES } from "./support/eyes.ts";
import { expect, test } from "./support/lab.ts";

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
      expect(await findings(page)).toEqual([]);
      await page.locator('[data-break="1c1"]').click();
      await expect(lab.chip("1c1")).toHaveAttribute("data-verdict", "fail");
      await page.locator(".export-open").click();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("[data-action=import]").click();
      await page.locator("dialog.import textarea").fill("a,b,c\n1,2,x\n3,4,y\n");
      await expect(page.locator(".import-columns")).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await page.locator("dialog.import textarea").fill("a,b\n1,two\n");
      await expect(page.locator(".import-refusal")).not.toBeEmpty();
      expect(await findings(page)).toEqual([]);
    });

    test("axe finds nothing serious on a phone", async ({ lab, page }) => {
      await page.setViewportSize(SIZES[2]);
      await lab.open();
      expect(await findings(page)).toEqual([]);
      await page.locator(".sheet-handle").click();
      await expect(page.locator(".lab-layout")).toHaveAttribute("data-sheet", "open");
      expect(await findings(page)).toEqual([]);
    });

    for (const size of SIZES) {
      test(`${size.width} x ${size.height}`, async ({ lab, page }) => {
        test.setTimeout(120_000);
        await page.setViewportSize(size);
        const shot = (name: string, fullPage = false) => shotOf(page, theme, name, fullPage);
        await lab.open();
        await expect(lab.chip("1a")).not.toHaveAttribute("data-verdict", "checking");
        expect(await sideways(page)).toBe(0);
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
          expect(await sideways(page)).toBe(0);
        }
        await page.locator("[data-action=import]").click();
        await page.locator("dialog.import textarea").fill("a;b;c;site\n1,5;2;3;north\n4;5;6,25;south\n7;8;1;north\n");
        await shot("7-import");
      });
    }
  });
}
