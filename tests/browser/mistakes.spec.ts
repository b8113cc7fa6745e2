// The menu of an open claim's mistakes: each is done, explained, noticed by checks that are named, carried by the link, and mended.
import type { Locator } from "@playwright/test";
import { proofPage } from "../../web/host/messages/proof-page.en.ts";
import type { ClaimDetails } from "../../web/host/proof.ts";
import { claimDetails as cifg } from "../../web/labs/cifg/claim-details.ts";
import { MISTAKES as cifgMistakes } from "../../web/labs/cifg/mistakes.ts";
import { claimDetails as diffusion } from "../../web/labs/diffusion/claim-details.ts";
import { MISTAKES as diffusionMistakes } from "../../web/labs/diffusion/mistakes.ts";
import { claimDetails as svdd } from "../../web/labs/svdd/claim-details.ts";
import { MISTAKES as svddMistakes } from "../../web/labs/svdd/mistakes.ts";
import { claimDetails as svr } from "../../web/labs/svr/claim-details.ts";
import { MISTAKES as svrMistakes } from "../../web/labs/svr/mistakes.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { expect, test } from "./support/lab.ts";

/** A claim, its lab, what is said of it, and one of its named mistakes where it has any. */
const CASES = [
  ["1b", "svr", svr, svrMistakes["1b"].at(0) ?? "plain"],
  ["2.5c", "svdd", svdd, svddMistakes["2.5c"].at(0) ?? "plain"],
  ["3b", "cifg", cifg, cifgMistakes["3b"].at(0) ?? "plain"],
  ["4b", "diffusion", diffusion, diffusionMistakes["4b"].at(0) ?? "plain"],
] as const satisfies readonly (readonly [string, string, ClaimDetails, string])[];

const isBroken = async (article: Locator, claim: string, details: ClaimDetails, mistake: string) => {
  const known = details.mistakes[claim];
  const words = known?.mistakes[mistake] ?? known?.hypotheses?.[mistake];
  if (words === undefined) throw new Error(`no words for ${mistake}`);
  await expect(article).toHaveAttribute("data-verdict", "fail", { timeout: 30_000 });
  await expect(article.locator("[data-mistake]")).toHaveValue(mistake);
  await expect(article.locator("[data-break]")).toHaveText(proofPage.mendIt);
  const told = article.locator(".proof-broken");
  for (const text of [words.name, words.breaks, words.wrong]) await expect(told).toContainText(text);
  const board = article.page().locator(`.proof-chip[data-claim="${claim}"]`);
  expect(await board.getAttribute("title")).toContain(words.name);
  const noticed = article.locator(".proof-noticed");
  await expect(noticed).toContainText(proofPage.noticed);
  // Those that fail, in the order of the table.
  const failing = await article.locator('tr[data-check][data-verdict="fail"] th').allTextContents();
  expect(failing.length).toBeGreaterThan(0);
  for (const label of failing.slice(0, 3)) await expect(noticed).toContainText(label);
  if (failing.length > 3) await expect(noticed).toContainText(`and ${failing.length - 3} more`);
};

test("a mistake is chosen, explained, noticed, carried by the link, and mended", async ({ lab, page }) => {
  await eachOf(page, CASES, opensItself, async ([claim, id, details, mistake]) => {
    const article = await lab.openClaim(id, claim);
    await expect(article).toHaveAttribute("data-verdict", "pass", { timeout: 30_000 });
    const unseen = article.locator(".proof-unseen");
    await expect(unseen).toHaveText(`${proofPage.unseen} ${details.mistakes[claim]?.unseen}`);
    await article.getByLabel(proofPage.mistakes.label).selectOption(mistake);
    await isBroken(article, claim, details, mistake);
    await expect(unseen).toBeAttached();
    await expect.poll(() => page.url()).toContain("s=1.");
    const link = page.url();

    // Once: the way of a link is the same for all labs.
    if (claim === CASES[0][0]) {
      await page.goto("about:blank");
      await page.goto(link);
      await isBroken(article, claim, details, mistake);
    }
    await article.locator("[data-break]").click();
    await expect(article).toHaveAttribute("data-verdict", "pass", { timeout: 30_000 });
    await expect(article.locator("[data-mistake]")).toHaveValue("");
    await expect(article.locator(".proof-broken")).toHaveCount(0);
    await expect(article.locator(".proof-noticed")).toHaveText("");
    await expect(article.locator("[data-break]")).toHaveText(proofPage.breakIt);
  });
});

test("with keys: from the button to the menu, one mistake after the other, and back to none", async ({ lab, page }) => {
  const article = await lab.openClaim("svr", "1b");
  await expect(article).toHaveAttribute("data-verdict", "pass", { timeout: 30_000 });
  await article.locator("[data-break]").focus();
  await page.keyboard.press("Tab");
  const menu = article.locator("[data-mistake]");
  await expect(menu).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(menu).toHaveValue("plain");
  await expect(article).toHaveAttribute("data-verdict", "fail");
  await expect(menu).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(menu).toHaveValue("");
  await expect(article).toHaveAttribute("data-verdict", "pass");
  await expect(menu).toBeFocused();
});

test("nothing moves when the result of a mistake arrives", async ({ lab, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const article = await lab.openClaim("svdd", "2.5c");
  await expect(article).toHaveAttribute("data-verdict", "pass", { timeout: 30_000 });
  // Seen from within the page, frame by frame: where the statement is, and what is said meanwhile.
  const seen = page.evaluate(
    () =>
      new Promise<[top: number, verdict: string][]>((resolve) => {
        const found: [number, string][] = [];
        const look = () => {
          const page = document.querySelector<HTMLElement>(".proof-page");
          const top = page?.querySelector(".proof-statement")?.getBoundingClientRect().top ?? 0;
          if (page?.querySelector(".proof-broken")) found.push([Math.round(top), page.dataset.verdict ?? ""]);
          if (found.at(-1)?.[1] === "fail") resolve(found);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await article.locator("[data-break]").click();
  const steps = await seen;
  expect(steps.map(([, verdict]) => verdict)).toContain("checking");
  expect(new Set(steps.map(([top]) => top)).size).toBe(1);
});
