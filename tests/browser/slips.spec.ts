// The handout's slips in an open claim: as printed one shows by numbers, or by the broken claim, what follows; corrected again, all is as before.
import type { Locator } from "@playwright/test";
import { proofPage } from "../../web/host/messages/proof-page.en.ts";
import { slips as words } from "../../web/host/messages/slips.en.ts";
import { slips as chinese } from "../../web/host/messages/slips.zh-TW.ts";
import { slips as svrChinese } from "../../web/labs/svr/messages/slips.zh-TW.ts";
import { siteUrl } from "./support/addresses.ts";
import { expect, test } from "./support/lab.ts";

const versions = (slip: Locator) => ({
  corrected: slip.getByRole("radio", { name: words.corrected }),
  printed: slip.getByRole("radio", { name: words.printed }),
});

test("a slip that is no mistake shows numbers of the solver, and leaves the claim and its link alone", async ({
  lab,
  page,
}) => {
  const claim = await lab.openClaim("svr", "1c1");
  await expect(claim).toHaveAttribute("data-verdict", "pass");
  const slip = claim.locator('[data-slip="isIn"]');
  const { corrected, printed } = versions(slip);
  await expect(corrected).toBeChecked();
  const address = page.url();
  // By keyboard, as any choice.
  await corrected.focus();
  await page.keyboard.press("ArrowRight");
  await expect(printed).toBeChecked();
  await expect(slip.locator('.katex-html [data-number="length"]')).toHaveText("0.6");
  await expect(claim.locator('[data-slip="denoteW"][data-printed]')).toHaveCount(0);
  await expect(claim).toHaveAttribute("data-verdict", "pass");
  expect(page.url()).toBe(address);
  await page.keyboard.press("ArrowLeft");
  await expect(slip).toContainText("need not be");
  await expect(slip.locator("[data-number]")).toHaveCount(0);
});

test("a slip that is a mistake breaks its claim, and whoever mends the claim corrects it", async ({ lab }) => {
  const claim = await lab.openClaim("svr", "1c2");
  await expect(claim).toHaveAttribute("data-verdict", "pass");
  const slip = claim.locator('[data-slip="rows"]');
  const { corrected, printed } = versions(slip);
  await printed.check();
  await expect(claim).toHaveAttribute("data-verdict", "fail");
  await expect(slip).toContainText(words.broken);
  await expect(claim.locator(".proof-noticed")).toContainText(proofPage.noticed);
  await expect(claim.locator("[data-mistake]")).toHaveValue("plain");
  await claim.getByRole("button", { name: proofPage.mendIt }).click();
  await expect(claim).toHaveAttribute("data-verdict", "pass");
  await expect(corrected).toBeChecked();
  // Another mistake is not what was printed.
  await claim.locator("[data-mistake]").selectOption("turned");
  await expect(claim).toHaveAttribute("data-verdict", "fail");
  await expect(corrected).toBeChecked();
  await expect(printed).not.toBeChecked();
});

test("in Chinese, where what is locked cannot be broken", async ({ page }) => {
  await page.goto(`${siteUrl()}#q=1c2&lang=zh-TW&lock=broken`);
  const slip = page.locator('[data-slip="rows"]');
  await expect(slip).toContainText(svrChinese.rows);
  for (const name of [chinese.corrected, chinese.printed])
    await expect(slip.getByRole("radio", { name })).toBeDisabled();
});

test("a page without script has both versions", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${siteUrl()}diffusion/4d/index.html`);
  const slips = page.locator(".page-slips");
  await expect(slips.locator("h3")).toHaveCount(4);
  await expect(slips.locator('.katex-html [data-number="taken"]')).toHaveText("247.79");
  await context.close();
});
