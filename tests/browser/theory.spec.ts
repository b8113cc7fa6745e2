// The derivations on a phone: a formula that scrolls sideways is read in pieces.
import { CLAIMS as DIFFUSION } from "../../web/labs/diffusion/fields.ts";
import { CLAIMS as SVDD } from "../../web/labs/svdd/state.ts";
import { CLAIMS as SVR } from "../../web/labs/svr/state.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { expect, test } from "./support/lab.ts";

test.use({ viewport: { width: 390, height: 844 } });

const LABS: Readonly<Record<string, readonly string[]>> = { svr: SVR, svdd: SVDD, diffusion: DIFFUSION };

for (const [id, claims] of Object.entries(LABS))
  test(`no formula of ${id} scrolls sideways on a phone`, async ({ lab, page }) => {
    await eachOf(page, claims, opensItself, async (claim) => {
      const article = await lab.openClaim(id, claim);
      // It stays open from one claim to the next.
      const derivation = article.locator("details.proof-derivation");
      if ((await derivation.getAttribute("open")) === null) await derivation.locator("> summary").click();
      await expect(derivation.locator("ol").first()).toBeVisible();
      const formulas = article.locator(".theory-display");
      expect(await formulas.count()).toBeGreaterThan(0);
      const wide = await formulas.evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent),
      );
      expect(wide).toEqual([]);
    });
  });
