// The hypersphere for every eye: no serious accessibility finding, nothing sticks out sideways, and pictures of it all.
import { findings, SIZES, shot, sideways, THEMES } from "./support/eyes.ts";
import { expect, test } from "./support/lab.ts";

for (const theme of THEMES) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    for (const size of SIZES) {
      test(`${size.width} x ${size.height}`, async ({ lab, page }) => {
        test.setTimeout(120_000);
        await page.setViewportSize(size);
        await lab.open("#lab=svdd");
        await expect(lab.chip("2.1")).not.toHaveAttribute("data-verdict", "checking");
        expect(await findings(page)).toEqual([]);
        for (const preset of ["ring", "banana", "iris", "digits"]) {
          await lab.choose(preset);
          expect(await sideways(page)).toBe(0);
          await shot(page, theme, `svdd-${preset}`);
        }
        expect(await findings(page)).toEqual([]);
        for (const claim of ["2.1", "2.2", "2.3", "2.4", "2.5a", "2.5b", "2.5c", "2.5d", "2.5e", "2.6"]) {
          await lab.open(`#q=${claim}`);
          await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "pass");
          await expect(page.locator(`[data-open-claim="${claim}"] figure canvas`).first()).toBeAttached();
          await shot(page, theme, `svdd-claim-${claim}`, true);
          expect(await sideways(page)).toBe(0);
        }
        expect(await findings(page)).toEqual([]);
      });
    }
  });
}
