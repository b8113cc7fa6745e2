// The VAE's proof panel: every claim holds on what shows it, turns wrong in each of its mistakes with the words for it, and heals; its
// pictures say what is wrong and draw it otherwise; a new draw and another step change them.
import { claimDetails } from "../../web/labs/vae/claim-details.ts";
import { CLAIMS } from "../../web/labs/vae/fields.ts";
import { MISTAKES } from "../../web/labs/vae/mistakes.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { expect, type Lab, test } from "./support/lab.ts";

type ClaimId = (typeof CLAIMS)[number];

async function verdict(lab: Lab, claim: string, expected: string): Promise<void> {
  await expect(lab.chip(claim)).toHaveAttribute("data-verdict", expected, { timeout: 30_000 });
}

/** Every canvas of the open claim's picture, as an image. */
function painted(lab: Lab): Promise<string[]> {
  return lab.page
    .locator(".proof-picture canvas")
    .evaluateAll((canvases) => canvases.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));
}

const wordsOf = (claim: ClaimId, mistake: string) => {
  const of = claimDetails.mistakes[claim];
  const words = of?.mistakes[mistake] ?? of?.hypotheses?.[mistake];
  if (words === undefined) throw new Error(`no words for ${mistake}`);
  return words;
};

test("every claim holds where its link leads, turns wrong in every mistake with its words, and heals", async ({
  lab,
  page,
}) => {
  await eachOf(page, CLAIMS, opensItself, async (claim) => {
    const article = await lab.openClaim("vae", claim);
    await verdict(lab, claim, "pass");
    await expect(article.locator(".proof-picture canvas").first()).toBeVisible();
    const captions = await article.locator("figcaption:visible").allTextContents();
    for (const caption of captions) expect(caption).not.toMatch(/^\s*$|\{|NaN|undefined|Broken/);
    const before = await painted(lab);
    for (const mistake of ["plain", ...MISTAKES[claim]]) {
      await article.locator("[data-mistake]").selectOption(mistake);
      await expect(article, mistake).toHaveAttribute("data-verdict", "fail", { timeout: 30_000 });
      const { name, breaks, wrong } = wordsOf(claim, mistake);
      for (const text of [name, breaks, wrong]) await expect(article.locator(".proof-broken")).toContainText(text);
      await expect(article.locator(".claim-key .role-fail:visible"), mistake).not.toHaveCount(0);
      await expect(article.locator("figcaption", { hasText: "Broken" }), mistake).not.toHaveCount(0);
      // No right number is said to be wrong.
      for (const caption of await article.locator("figcaption:visible").allTextContents())
        expect(caption, mistake).not.toMatch(/said to be (.+)\. It is \1[. ]/);
      // What is judged is drawn: no picture of what is broken is that of what is right.
      await expect
        .poll(async () => JSON.stringify(await painted(lab)) !== JSON.stringify(before), { message: mistake })
        .toBe(true);
    }
    await article.locator("[data-break]").click();
    await verdict(lab, claim, "pass");
  });
});

test("V4 follows its step and its data, and the gap at T = 1 is the bridge's", async ({ lab, page }) => {
  const article = await lab.openClaim("vae", "4v4");
  await verdict(lab, "4v4", "pass");
  const gap = article.locator(".claim-readings dd").first();
  await expect(gap).toContainText("0.9359");
  const modes = article.locator(".claim-slider input").first();
  await modes.fill("2");
  await expect(gap).not.toContainText("0.9359");
  await verdict(lab, "4v4", "pass");
  await expect(page.locator(".proof-picture .lab-link")).toHaveAttribute("href", /^#lab=diffusion&s=1\./);
});

test.describe("on a phone", () => {
  test.use({ ownContext: true, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("every claim's picture fits", async ({ lab, page }) => {
    for (const claim of CLAIMS) {
      await lab.openClaim("vae", claim);
      await verdict(lab, claim, "pass");
      expect(await page.evaluate(() => document.documentElement.scrollWidth), claim).toBeLessThanOrEqual(390);
    }
  });
});
