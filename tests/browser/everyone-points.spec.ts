// For every reader, the labs of points: by keys alone, by taps alone, and what is said to those who do not see.
import type { Locator, Page } from "@playwright/test";
import { reader } from "../../web/kit/messages/reader.en.ts";
import { spoken } from "../../web/labs/svr/messages/spoken.en.ts";
import { siteUrl } from "./support/addresses.ts";
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
  /** Tab goes on to this element: it is reached, and seen, and nothing lies on it. */
  async function tabTo(page: Page, element: Locator, key = "Tab"): Promise<void> {
    const focused = () => element.evaluate((one) => one === document.activeElement || one.matches(":focus-within"));
    for (let k = 0; k < 150 && !(await focused()); ++k) await page.keyboard.press(key);
    await expect(element, "reached by Tab").toBeFocused();
    const covered = await element.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      return found === null || !(one.contains(found) || found.contains(one)) ? (found?.outerHTML ?? "nothing") : "";
    });
    expect(covered, "what lies on it").toBe("");
  }

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
    const voice = page.locator(".picture-view > [aria-live]");
    await page.keyboard.press("c");
    const start = spoken.at.split("{")[2]?.split("}")[1] ?? "";
    await expect(voice).toContainText(start);
    const first = (await voice.textContent()) ?? "";
    await page.keyboard.press("ArrowRight");
    await expect(voice).not.toHaveText(first);
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

/** Targets smaller than 24 x 24 px that have not that much room of their own either (WCAG 2.5.8), one line each. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST = 24;
    const seen = (one: Element) =>
      one.checkVisibility({ visibilityProperty: true }) && !one.closest(".visually-hidden, .skip");
    const selector =
      'button, a[href], input, select, textarea, summary, [role="slider"], [role="application"], [tabindex="0"]';
    const all = [...document.querySelectorAll(selector)].filter((one) => seen(one) && !one.matches(":disabled"));
    // The label of a box is pressed like the box.
    const boxOf = (one: Element) => {
      const label = one.matches("input[type=checkbox], input[type=radio]") ? one.closest("label") : null;
      return (label ?? one).getBoundingClientRect();
    };
    const boxes = all.map(boxOf);
    const away = (px: number, { left, right, top, bottom }: DOMRect, py: number) =>
      Math.hypot(Math.max(left - px, 0, px - right), Math.max(top - py, 0, py - bottom));
    return all.flatMap((one, k) => {
      const box = boxes[k] as DOMRect;
      if (box.width < 2 || box.height < 2) return [];
      if (box.width >= LEAST - 0.5 && box.height >= LEAST - 0.5) return [];
      // A link in a sentence is as tall as the sentence's lines.
      if (one.matches("a") && getComputedStyle(one).display === "inline") return [];
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const alone = all.every((other, j) => {
        if (j === k || one.contains(other) || other.contains(one)) return true;
        return away(x, boxes[j] as DOMRect, y) >= LEAST / 2;
      });
      return alone ? [] : [`${Math.round(box.width)} x ${Math.round(box.height)}: ${one.outerHTML.slice(0, 120)}`];
    });
  });
}

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
      const problems: string[] = [];
      let reached = 0;
      for (; reached < 200; ++reached) {
        await page.keyboard.press("Tab");
        const problem = await page.evaluate(() => {
          const one = document.activeElement;
          if (one === null || one === document.body) return "end";
          const { left, right, top, bottom } = one.getBoundingClientRect();
          // Its part on the screen, in nine places: it may be larger than the screen, and a corner may be round.
          const [x0, x1] = [Math.max(0, left), Math.min(innerWidth, right)];
          const [y0, y1] = [Math.max(0, top), Math.min(innerHeight, bottom)];
          const name = one.outerHTML.slice(0, 120);
          if (x1 - x0 < 1 || y1 - y0 < 1) return `off the screen: ${name}`;
          const places = [0.15, 0.5, 0.85].flatMap((a) => [0.15, 0.5, 0.85].map((b) => [a, b] as const));
          const free = places.filter(([a, b]) => {
            const found = document.elementFromPoint(x0 + a * (x1 - x0), y0 + b * (y1 - y0));
            return found !== null && (one.contains(found) || found.contains(one));
          });
          return free.length === 0 ? `covered: ${name}` : "";
        });
        if (problem === "end") break;
        if (problem !== "") problems.push(problem);
      }
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
  const bare: string[] = [];
  for (let k = 0; k < 60; ++k) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      // A slider's thumb has it.
      if (
        one === document.body ||
        one.matches(".slider") ||
        (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0)
      )
        return "";
      return one.outerHTML.slice(0, 120);
    });
    if (found !== "") bare.push(found);
  }
  expect(bare, "without an outline").toEqual([]);
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
