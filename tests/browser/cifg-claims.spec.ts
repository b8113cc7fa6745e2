// The cell's proof panel: every claim holds on what shows it, turns wrong in each of its mistakes with the words for it, and heals; its
// pictures name what is wrong; and what is tried by hand changes no verdict.
import type { Locator } from "@playwright/test";
import { proofPage } from "../../web/host/messages/proof-page.en.ts";
import { claimDetails } from "../../web/labs/cifg/claim-details.ts";
import { CLAIMS } from "../../web/labs/cifg/fields.ts";
import { reasons } from "../../web/labs/cifg/messages/checks.en.ts";
import { claimPlots } from "../../web/labs/cifg/messages/claim-plots.en.ts";
import { MISTAKES } from "../../web/labs/cifg/mistakes.ts";
import { siteUrl } from "./support/addresses.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { inEach, LOOKS, shot, sideways } from "./support/eyes.ts";
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

/** The captions of the open claim's picture. */
const captions = (article: Locator): Promise<string[]> => article.locator("figcaption").allTextContents();

test("every claim holds where its link leads, turns wrong in every mistake with its words, and heals", async ({
  lab,
  page,
}) => {
  await eachOf(page, CLAIMS, opensItself, async (claim) => {
    const article = await lab.openClaim("cifg", claim);
    await verdict(lab, claim, "pass");
    await expect(article.locator(".proof-statement .katex").first()).toBeVisible();
    await expect(article.locator(".proof-picture canvas").first()).toBeVisible();
    await expect(article.locator("figcaption").filter({ hasText: /^\s*$/ })).toHaveCount(0);
    await expect(article.locator(".claim-key .role-fail:visible")).toHaveCount(0);
    for (const caption of await captions(article)) expect(caption).not.toMatch(/Wrong|\{|NaN|undefined/);
    const before = await painted(lab);
    for (const image of before) expect(image.length).toBeGreaterThan(1500);
    for (const mistake of ["plain", ...MISTAKES[claim]]) {
      await article.locator("[data-mistake]").selectOption(mistake);
      await expect(article.locator("[data-mistake]")).toHaveValue(mistake);
      await expect(article, mistake).toHaveAttribute("data-verdict", "fail", { timeout: 30_000 });
      const { name, breaks, wrong } = wordsOf(claim, mistake);
      for (const text of [name, breaks, wrong]) await expect(article.locator(".proof-broken")).toContainText(text);
      await expect(article.locator('tr[data-check][data-verdict="fail"]').first(), mistake).toBeVisible();
      await expect(article.locator(".proof-noticed")).toContainText(proofPage.noticed);
      await expect(article.locator(".claim-key .role-fail:visible"), mistake).not.toHaveCount(0);
      await expect.poll(async () => (await painted(lab)).some((image, k) => image !== before[k])).toBe(true);
    }
    await article.locator("[data-break]").click();
    await verdict(lab, claim, "pass");
    await expect.poll(() => painted(lab)).toEqual(before);
  });
});

test("a mistake that does no harm on a state is vacuous there, and wrong on a state that shows it", async ({
  lab,
  page,
}) => {
  await page.goto("about:blank");
  const article = await lab.openClaim("cifg", "3a");
  await verdict(lab, "3a", "pass");
  await article.locator("[data-mistake]").selectOption("from-difference");
  await verdict(lab, "3a", "fail");
  // No gate is near 1 there.
  await page.locator("[data-control=preset]").selectOption("one");
  await verdict(lab, "3a", "vacuous");
  await expect(article.locator(".proof-reason")).toHaveText(reasons["no-difference"]);
  await page.locator("[data-control=preset]").selectOption("saturated");
  await verdict(lab, "3a", "fail");
});

test("3a: the dial moves the diamond and no verdict; a key and the button take it back", async ({ lab, page }) => {
  await page.goto("about:blank");
  const article = await lab.openClaim("cifg", "3a");
  await verdict(lab, "3a", "pass");
  const reset = article.locator("[data-solvers-gate]");
  await expect(reset).toBeDisabled();
  const caption = article.locator("figcaption").first();
  const own = await caption.textContent();
  await article.locator("[data-handle=f]").focus();
  await page.keyboard.press("ArrowRight");
  await expect(caption).toContainText("The cell has f =");
  await expect(reset).toBeEnabled();
  await verdict(lab, "3a", "pass");
  await reset.click();
  await expect(caption).toHaveText(own ?? "");
  // The dial and the diamond are one number; where the cell's own c is, is not said of another f.
  const dial = article.locator(".claim-slider", { hasText: /^\s*f\s/ }).locator("input");
  await dial.focus();
  await page.keyboard.press("Home");
  await expect(article.locator("[data-handle=f]")).toHaveAttribute("aria-valuetext", "f = 0");
});

test("3b: with the recurrent part left out only steps before the last are wrong, and they are named on the way back", async ({
  lab,
  page,
}) => {
  await page.goto("about:blank");
  const article = await lab.openClaim("cifg", "3b");
  await verdict(lab, "3b", "pass");
  const entries = article.locator(".claim-readings dd").first();
  await expect(entries).toHaveText(/^all 144 are right$/);
  await article.locator("[data-mistake]").selectOption("no-recurrent");
  await verdict(lab, "3b", "fail");
  await expect(entries).toHaveText(/of 144 wrong; the first on the way back: δh₅, unit 1/);
  const nodes = article.locator("figcaption").nth(2);
  await expect(nodes).not.toContainText("Wrong");
  const scrubber = article.locator(".claim-slider input").first();
  await scrubber.focus();
  await page.keyboard.press("Home");
  await expect(nodes).toContainText("All eight deltas of step 1");
  await expect(nodes).toContainText("Wrong: δh₁, unit 1");
});

test("3c: each parameter has its terms and its errors; both second routes are shown", async ({ lab, page }) => {
  await page.goto("about:blank");
  const article = await lab.openClaim("cifg", "3c");
  await verdict(lab, "3c", "pass");
  const [terms, gradient] = [article.locator("figcaption").first(), article.locator("figcaption").nth(1)];
  for (const name of Object.values(claimPlots.parameters.names)) {
    await article.locator(".claim-picker select").selectOption({ label: name });
    await expect(terms).toContainText(`of the gradient of ${name}`);
    await expect(gradient).toContainText(`The gradient of ${name}`);
  }
  await expect(article.locator(".claim-readings dd")).toHaveText(["54", "72"]);
});

test("3ledger: the parts add up to the gradient; a wrong source is seen by source alone", async ({ lab, page }) => {
  await page.goto("about:blank");
  const article = await lab.openClaim("cifg", "3ledger");
  await verdict(lab, "3ledger", "pass");
  const [paths, sources] = [article.locator("figcaption").first(), article.locator("figcaption").nth(1)];
  for (const node of ["dh", "dc"]) {
    await article.locator(`[data-node=${node}]`).click();
    for (const caption of [paths, sources]) {
      const [, sum, total] =
        /add up to (\S+); backpropagation says (\S+)\./.exec((await caption.textContent()) ?? "") ?? [];
      expect(sum).toBeDefined();
      expect(sum).toBe(total);
    }
  }
  await article.locator("[data-mistake]").selectOption("source");
  await verdict(lab, "3ledger", "fail");
  await expect(sources).toContainText("Wrong: loss at");
});

test("3horizon: the gates alone are not what reaches the end, and with one step there is nothing to say", async ({
  lab,
  page,
}) => {
  await page.goto("about:blank");
  const article = await lab.openClaim("cifg", "3horizon");
  await verdict(lab, "3horizon", "pass");
  const caption = await article.locator("figcaption").first().textContent();
  const [, product, norm] = /leave at most (\S+)\. All paths together give (\S+),/.exec(caption ?? "") ?? [];
  expect(Number(norm)).toBeGreaterThan(1.2 * Number(product));
  await page.locator("[data-control=preset]").selectOption("one");
  await verdict(lab, "3horizon", "vacuous");
  await expect(article.locator(".proof-reason")).toHaveText(reasons["one-step"]);
});

test("each claim is one screen in a frame, and none is wider than the page at any size", async ({ page }) => {
  await eachOf(page, CLAIMS, opensItself, async (claim) => {
    await page.goto("about:blank");
    await page.goto(`${siteUrl()}#lab=cifg&q=${claim}&w=1`);
    const article = page.locator(`[data-open-claim="${claim}"]`);
    await expect(article).toHaveAttribute("data-verdict", "pass", { timeout: 30_000 });
    await expect(article.locator(".proof-picture canvas").first()).toBeVisible();
    await inEach(page, LOOKS, async (_, theme) => {
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await shot(page, theme, `cifg-${claim}`, true);
    });
  });
});
