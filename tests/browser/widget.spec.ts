// Widgets in the frames of another page: they leave that page alone, and a claim is one screen.
import type { FrameLocator, Page } from "@playwright/test";
import { proofPage } from "../../web/host/messages/proof-page.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { expect, test } from "./support/lab.ts";

/** A page of ours with frames far down, of the same origin: what is scrolled into view in one of them would scroll all of it. */
async function host(page: Page, hashes: readonly string[], size = 'width="720" height="620"'): Promise<FrameLocator[]> {
  const frames = hashes.map((hash) => `<iframe src="${siteUrl()}${hash}" ${size}></iframe>`).join("<p>text</p>");
  await page.route("**/course", (route) =>
    route.fulfill({ contentType: "text/html", body: `<div style="height: 1500px">text</div>${frames}` }),
  );
  await page.goto(`${siteUrl()}course`);
  return hashes.map((_, k) => page.frameLocator("iframe").nth(k));
}

/** Scroll so that a frame begins in the lower half of the window: what it scrolled into view would move the page. @returns to where */
const lookAt = (page: Page, k: number) =>
  page.evaluate((index) => {
    const frame = document.querySelectorAll("iframe")[index] as HTMLIFrameElement;
    scrollTo(0, scrollY + frame.getBoundingClientRect().top - 0.6 * innerHeight);
    return scrollY;
  }, k);

const scrolled = (page: Page) => page.evaluate(() => scrollY);

test("frames with widgets and with whole labs leave the page around them where it is", async ({ page }) => {
  const claims = ["1c1", "2.5c", "4c"] as const;
  const hashes = [
    "#lab=svr&q=1c1&w=1",
    "#lab=svdd&q=2.5c&w=1",
    "#lab=diffusion&q=4c&w=1",
    "#lab=svr&q=1b",
    "#lab=svr&w=1",
  ];
  const frames = await host(page, hashes);
  for (const [k, claim] of [...claims.entries(), [3, "1b"] as const]) {
    const place = await lookAt(page, k);
    const article = (frames[k] as FrameLocator).locator(`[data-open-claim="${claim}"]`);
    await expect(article).toHaveAttribute("data-verdict", "pass", { timeout: 30_000 });
    await expect(article.locator("figure canvas").first()).toBeAttached();
    expect(await scrolled(page)).toBe(place);
  }
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  // By hand, too: without the pointer, which the browser itself would bring into view.
  const whole = frames[3] as FrameLocator;
  const place = await scrolled(page);
  await whole.locator('.proof-chip[data-claim="1c1"]').dispatchEvent("click");
  await expect(whole.locator('[data-open-claim="1c1"]')).toHaveAttribute("data-verdict", "pass", { timeout: 30_000 });
  await whole.locator(".proof-glance").dispatchEvent("click");
  await expect.poll(() => whole.locator("html").evaluate((root) => root.scrollTop)).toBeGreaterThan(0);
  expect(await scrolled(page)).toBe(place);

  // The wheel over a picture scrolls the page around, until the reader has clicked into the frame.
  const picture = (frames[4] as FrameLocator).locator(".picture-canvas");
  await lookAt(page, 4);
  await expect((frames[4] as FrameLocator).locator(".picture-view")).toHaveAttribute("data-current", "true");
  await picture.scrollIntoViewIfNeeded();
  const before = await scrolled(page);
  const box = (await picture.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -100);
  await expect.poll(() => scrolled(page)).toBeLessThan(before);
  const all = (frames[4] as FrameLocator).locator('[data-tool="all"]');
  await expect(all).toBeDisabled();
  // Nor do the parameters beside it take the wheel, though they are more than the frame shows.
  const parameters = (frames[4] as FrameLocator).locator(".lab-controls");
  expect(await parameters.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeGreaterThan(0);
  const beside = (await parameters.boundingBox())!;
  await page.mouse.move(beside.x + beside.width / 2, beside.y + beside.height / 2);
  const still = await scrolled(page);
  await page.mouse.wheel(0, 100);
  await expect.poll(() => scrolled(page)).toBeGreaterThan(still);
  expect(await parameters.evaluate((box) => box.scrollTop)).toBe(0);
  const now = await scrolled(page);
  const there = (await picture.boundingBox())!;
  await page.mouse.click(there.x + there.width / 2, there.y + there.height / 3);
  await page.mouse.wheel(0, -100);
  await expect(all).toBeEnabled();
  expect(await scrolled(page)).toBe(now);
});

test("a claim is one screen of its frame: statement, picture, check and what breaks it", async ({ page }) => {
  const claims = [
    ["1a", "svr"],
    ["1b", "svr"],
    ["1d1", "svr"],
    ["2.2", "svdd"],
    ["2.5c", "svdd"],
    ["4c", "diffusion"],
    ["4bridge", "diffusion"],
    ["4v1", "vae"],
    ["4v3", "vae"],
  ] as const;
  await eachOf(page, claims, opensItself, async ([claim, lab]) => {
    for (const size of [
      { width: 720, height: 620 },
      { width: 390, height: 844 },
    ]) {
      await page.goto("about:blank");
      await page.setViewportSize(size);
      await page.goto(`${siteUrl()}#lab=${lab}&q=${claim}&w=1`);
      const article = page.locator(`[data-open-claim="${claim}"]`);
      await expect(article).toHaveAttribute("data-verdict", "pass", { timeout: 30_000 });
      await expect(article.locator(".proof-statement .katex").first()).toBeVisible();
      await expect(article.locator("figure canvas").first()).toBeVisible();
      await expect(article.locator("tr[data-check]").first()).toBeVisible();
      for (const absent of [".proof-chip", ".proof-derivation", ".proof-close"])
        await expect(page.locator(absent)).toHaveCount(0);
      for (const hidden of [".lab-bar", ".lab-controls", ".lab-data"]) await expect(page.locator(hidden)).toBeHidden();
      await page.evaluate(() => document.fonts.ready);
      const isOneScreen = () =>
        expect
          .poll(() => page.evaluate(() => document.documentElement.scrollHeight - innerHeight), JSON.stringify(size))
          .toBeLessThanOrEqual(0);
      await isOneScreen();
      await expect(article.locator(".proof-unseen")).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.locator(`[data-break="${claim}"]`).click();
      await expect(article).toHaveAttribute("data-verdict", "fail");
      await expect(article.locator(".proof-broken")).toBeVisible();
      // The checks that have noticed it stand in the table; the line with their names is for screen readers.
      await expect(article.locator('tr[data-verdict="fail"]').first()).toBeVisible();
      await expect(article.locator(".proof-noticed")).toContainText(proofPage.noticed);
      await isOneScreen();
    }
  });
});
