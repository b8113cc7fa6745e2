// The hypersphere for every eye: no serious accessibility finding, nothing sticks out sideways, and pictures of it all.
import { CLAIMS } from "../../web/labs/svdd/state.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { findings, inEach, LAYOUTS, LOOKS, shot, sideways } from "./support/eyes.ts";
import { expect, test } from "./support/lab.ts";

test("the data sets", async ({ lab, page }) => {
  const clean = () => inEach(page, LOOKS, async (look) => expect(await findings(page), look).toEqual([]));
  await lab.open("#lab=svdd");
  await expect(lab.chip("2.1")).not.toHaveAttribute("data-verdict", "checking");
  await clean();
  await eachOf(
    page,
    ["ring", "banana", "iris", "digits"],
    () => lab.open("#lab=svdd"),
    async (preset) => {
      await lab.choose(preset);
      await inEach(page, LAYOUTS, async (look, theme) => {
        expect(await sideways(page), look).toBe(0);
        await shot(page, theme, `svdd-${preset}`);
      });
    },
  );
  await clean();
});

test("the claims", async ({ lab, page }) => {
  await eachOf(page, CLAIMS, opensItself, async (claim) => {
    const article = await lab.openClaim("svdd", claim);
    await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "pass");
    await expect(article.locator("figure canvas").first()).toBeAttached();
    await inEach(page, LAYOUTS, async (look, theme) => {
      await shot(page, theme, `svdd-claim-${claim}`, true);
      expect(await sideways(page), look).toBe(0);
    });
  });
  await inEach(page, LOOKS, async (look) => expect(await findings(page), look).toEqual([]));
});
