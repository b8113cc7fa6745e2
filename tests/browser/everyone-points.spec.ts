// For every reader, the labs of points: by keys alone, by taps alone, and what is said to those who do not see.
import type { Page } from "@playwright/test";
import { reader } from "../../web/kit/messages/reader.en.ts";
import { spoken } from "../../web/labs/svr/messages/spoken.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { bareFocus, focusWalk, listen, small, tabTo } from "./support/everyone.ts";
import { findings } from "./support/eyes.ts";
import { expect, host, kit, Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

const LABS = [
  { id: "svr", preset: "tie-wide", points: 4, field: "epsilon", claim: "1a" },
  { id: "svdd", preset: "three-ball", points: 3, field: "nuShare", claim: "2.1" },
] as const;

/** What the plot says besides its name. */
const told = (page: Page) => page.locator("#picture-told");

test.describe("keys alone", () => {
  for (const { id, preset, points, field, claim } of LABS)
    test(`${id}: a parameter, a point, a claim broken and mended, undo, export, and away`, async ({ lab, page }) => {
      await lab.open(await stateLink(id, { preset }));
      await lab.has(points);
      await tabTo(page, lab.canvas);
      for (const key of ["Home", "Enter", "ArrowUp", "ArrowUp", "ArrowUp", "Enter"]) await page.keyboard.press(key);
      await lab.settled();
      await expect(page.locator("[data-preset]")).toHaveAttribute("data-preset", "own");

      const slider = page.locator(`[data-field="${field}"] .slider`);
      await tabTo(page, slider);
      const before = await slider.getAttribute("aria-valuetext");
      await page.keyboard.press("PageUp");
      await expect(slider).not.toHaveAttribute("aria-valuetext", before ?? "");
      await lab.settled();

      await tabTo(page, lab.chip(claim));
      await page.keyboard.press("Enter");
      const article = page.locator(`[data-open-claim="${claim}"]`);
      await expect(article).toBeVisible();
      await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "pass");
      const breaking = page.locator(`[data-break="${claim}"]`);
      await tabTo(page, breaking);
      await page.keyboard.press("Enter");
      await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "fail");
      await expect(breaking).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "pass");

      await page.keyboard.press("Control+z");
      await expect(slider).toHaveAttribute("aria-valuetext", before ?? "");
      await page.keyboard.press("Control+z");
      await expect(page.locator("[data-preset]")).toHaveAttribute("data-preset", preset);

      await tabTo(page, page.locator(".export-open"), "Shift+Tab");
      await page.keyboard.press("Enter");
      await expect(page.locator(".export-list")).toBeVisible();
      const file = page.waitForEvent("download");
      await page.keyboard.press("Enter");
      expect((await file).suggestedFilename()).toContain(id);

      await tabTo(page, page.locator(".brand"), "Shift+Tab");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(`${siteUrl()}#`);
    });

  test("from the picture to its numbers, and along the curve", async ({ lab, page }) => {
    await lab.open(await stateLink("svr", { preset: "tie-wide" }));
    await lab.canvas.focus();
    const table = page.getByRole("button", { name: reader.table });
    await expect(table).toBeAttached();
    const heard = await listen(page);
    await page.keyboard.press("c");
    const start = spoken.at.split("{")[2]?.split("}")[1] ?? "";
    await expect.poll(heard).toEqual([expect.stringContaining(start)]);
    await page.keyboard.press("ArrowRight");
    await expect.poll(heard).toHaveLength(2);
    const before = await lab.row(0, 2);
    // A key that adds or removes points elsewhere does not on the walk.
    await page.keyboard.press("Delete");
    await page.keyboard.press("Escape");
    expect(await lab.row(0, 2)).toEqual(before);
    await lab.has(4);

    await page.keyboard.press("Tab");
    await expect(table).toBeFocused();
    await expect(table).toBeInViewport();
    const box = await table.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await page.keyboard.press("Enter");
    await expect(page.locator(".points td:focus")).toHaveCount(1);
    await expect(page.locator(".points td:focus")).toBeInViewport();
    const details = (await lab.canvas.getAttribute("aria-details")) ?? "";
    await expect(page.locator(`#${details}`)).toBeAttached();
  });
});

test.describe("taps alone", () => {
  test.use({ ownContext: true, hasTouch: true, viewport: { width: 390, height: 844 } });

  for (const { id, preset, points, claim } of LABS)
    test(`${id}: a point is placed, a claim broken and mended, undone and exported`, async ({ lab, page }) => {
      await lab.open(await stateLink(id, { preset }));
      await lab.has(points);
      // One is added, so that its place is known.
      const first = await lab.at(0.5, 0.35);
      await page.touchscreen.tap(first.x, first.y);
      await lab.has(points + 1);
      const added = await lab.row(points, 2);
      const at = await lab.at(0.5, 0.35);
      const hint = page.locator(".picture-notes .hint");
      const asks = kit.picture.place.replace("{i}", String(points + 1));
      await page.touchscreen.tap(at.x, at.y);
      await expect(hint).toHaveText(asks);
      // A press on it lets go.
      await page.touchscreen.tap(at.x, at.y);
      await expect(hint).toHaveCount(0);
      await page.touchscreen.tap(at.x, at.y);
      await page.touchscreen.tap(at.x + 60, at.y + 40);
      await lab.has(points + 1);
      const placed = await lab.row(points, 2);
      expect(placed[0]).toBeGreaterThan(added[0] ?? 0);
      expect(placed[1]).toBeLessThan(added[1] ?? 0);
      await expect(hint).toHaveCount(0);
      await page.getByRole("button", { name: host.shell.undo, exact: true }).tap();
      await lab.settled();
      expect(await lab.row(points, 2)).toEqual(added);

      await lab.chip(claim).tap();
      await expect(page.locator(`[data-open-claim="${claim}"]`)).toBeVisible();
      await page.locator(`[data-break="${claim}"]`).tap();
      await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "fail");
      await page.locator(`[data-break="${claim}"]`).tap();
      await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "pass");
      await page.locator(".export-open").tap();
      const file = page.waitForEvent("download");
      await page.locator(".export-list [data-export=data]").tap();
      expect((await file).suggestedFilename()).toContain(id);
    });
});

test("a handle is picked by one press and placed by the next; Escape, and a press on it, let go", async ({ page }) => {
  await page.goto(`${siteUrl()}#lab=diffusion`);
  const handle = page.locator(".handle:visible").first();
  await expect(handle).toBeVisible();
  await handle.scrollIntoViewIfNeeded();
  const hint = page.locator(".handle-hint").filter({ hasText: /./ });
  const value = () => handle.getAttribute("aria-valuenow");
  const before = await value();
  await handle.click();
  await expect(hint).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(hint).toHaveCount(0);
  await handle.click();
  await handle.click();
  await expect(hint).toHaveCount(0);
  expect(await value()).toBe(before);
  await handle.click();
  const box = await handle.boundingBox();
  if (box === null) throw new Error("no handle on screen");
  await page.mouse.click(box.x + box.width / 2 + 50, box.y + box.height / 2);
  await expect(handle).not.toHaveAttribute("aria-valuenow", before ?? "");
  await expect(hint).toHaveCount(0);
});

test("a locked handle is there, is drawn as locked, stays where it is, and says why", async ({ page }) => {
  await page.goto(`${siteUrl()}${await stateLink("diffusion", { stage: "posterior" })}&lock=xtx,xty`);
  const handle = page.locator('.handle[data-handle="xt"]');
  await expect(handle).toHaveAttribute("aria-disabled", "true");
  await expect(page.locator('.handle[data-handle="x0"]')).toHaveAttribute("aria-disabled", "false");
  const why = (await handle.getAttribute("title")) ?? "";
  expect(why).not.toBe("");
  await handle.scrollIntoViewIfNeeded();
  const where = await handle.getAttribute("style");
  const heard = await listen(page);
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(heard).toEqual([why]);
  const box = await handle.boundingBox();
  if (box === null) throw new Error("no handle on screen");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await expect(page.locator(".handle-hint").filter({ hasText: why })).toHaveCount(1);
  await page.mouse.move(x + 40, y);
  await page.mouse.up();
  expect(await handle.getAttribute("style")).toBe(where);
});

test("what the picture says follows its numbers, once they rest", async ({ lab, page }) => {
  await lab.open(await stateLink("svr", { preset: "tie-wide" }));
  await lab.canvas.focus();
  await expect(lab.canvas).toHaveAttribute("aria-describedby", "picture-told");
  await expect(told(page)).toContainText(spoken.farthest.split("{")[0]?.trim() ?? "?");
  const before = (await told(page).textContent()) ?? "";
  for (const key of ["Home", "Enter", "ArrowUp", "ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
  await expect(told(page)).not.toHaveText(before);
  await lab.load("#lab=svdd");
  await lab.canvas.focus();
  await expect(told(page)).toContainText("α = ");
});

test.describe("on a phone", () => {
  test.use({ ownContext: true, hasTouch: true, viewport: { width: 390, height: 844 } });

  for (const { id, claim } of LABS)
    test(`${id}: every target has 24 px`, async ({ lab, page }) => {
      await lab.open(`#lab=${id}`);
      expect(await small(page), "first").toEqual([]);
      await page.locator(".header-more").tap();
      expect(await small(page), "menu").toEqual([]);
      await lab.openClaim(id, claim);
      await expect(lab.chip(claim)).not.toHaveAttribute("data-verdict", "checking");
      await page.locator(`[data-break="${claim}"]`).tap();
      await expect(lab.chip(claim)).toHaveAttribute("data-verdict", "fail");
      await page.locator(".export-open").tap();
      expect(await small(page), "claim and exports").toEqual([]);
    });
});

test.describe("the focus", () => {
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
    // 400 % of a screen of 1280 px.
    { width: 320, height: 256 },
  ])
    test(`is seen on everything that Tab reaches, ${size.width} x ${size.height}`, async ({ lab, page }) => {
      await page.setViewportSize(size);
      await lab.openClaim("svr", "1c1");
      await expect(lab.chip("1c1")).toHaveAttribute("data-verdict", "pass");
      const { problems, reached } = await focusWalk(page);
      expect(problems).toEqual([]);
      expect(reached).toBeGreaterThan(20);
    });
});

test("with forced colours the focus is seen, verdicts have their words, and canvases their own ground", async ({
  browser,
}) => {
  const context = await browser.newContext({ forcedColors: "active", serviceWorkers: "block" });
  const page = await context.newPage();
  const lab = new Lab(page);
  await lab.openClaim("svr", "1c1");
  await expect(lab.chip("1c1")).toContainText(host.proof.verdict.pass);
  await page.locator('[data-break="1c1"]').click();
  await expect(lab.chip("1c1")).toContainText(host.proof.verdict.fail);
  await lab.settled();
  expect(await bareFocus(page), "without an outline").toEqual([]);
  expect(await findings(page)).toEqual([]);
  await context.close();
});

test.describe("the tree that is read aloud", () => {
  test.use({ ownContext: true });
  for (const language of ["en", "zh-TW"] as const)
    for (const { id, preset, points } of LABS)
      test(`${id}, ${language}`, async ({ browser }) => {
        const context = await browser.newContext({ locale: language, serviceWorkers: "block" });
        const page = await context.newPage();
        const lab = new Lab(page);
        await lab.open(await stateLink(id, { preset }));
        await lab.has(points);
        await lab.tableSettled();
        await expect(page.locator('.proof-chip[data-verdict="checking"]')).toHaveCount(0);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await lab.canvas.focus();
        await expect(told(page)).not.toBeEmpty();
        expect(await findings(page)).toEqual([]);
        await expect(page.locator(".lab-layout")).toMatchAriaSnapshot({ name: `${id}-${language}.aria.yml` });
        await context.close();
      });
});
