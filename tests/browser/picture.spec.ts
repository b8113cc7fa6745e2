// The picture under mouse, keys and fingers: points come, move and go, and every change can be undone.
import type { CDPSession, Page } from "@playwright/test";
import { siteUrl } from "./support/addresses.ts";
import { expect, kit, type Lab, svr, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

// Four points in the corners: the middle is free to click.
const EMPTY_MIDDLE = "tie-wide";

async function free(lab: Lab): Promise<void> {
  await lab.open(await stateLink("svr", { preset: EMPTY_MIDDLE }));
  await lab.has(4);
}

test("a lab that is left while its cross is on the picture is left without an error", async ({ lab, page }) => {
  await lab.open();
  await lab.canvas.focus();
  await page.keyboard.press("a");
  await expect(lab.canvas).toBeFocused();
  await page.goto(`${siteUrl()}#lab=svdd`);
  await lab.settled();
});

test.describe("mouse", () => {
  test("adds, drags, removes; undo and redo walk through all of it", async ({ lab, page }) => {
    await free(lab);
    const start = await lab.at(0.5, 0.4);
    await page.mouse.click(start.x, start.y);
    await lab.has(5);
    const added = await lab.row(4, 2);
    expect(added[0]).toBeGreaterThan(-1);
    expect(added[0]).toBeLessThan(1);

    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 60, start.y + 30, { steps: 8 });
    await page.mouse.move(start.x + 120, start.y + 60, { steps: 8 });
    await page.mouse.up();
    await lab.has(5);
    const moved = await lab.row(4, 2);
    expect(moved[0]).toBeGreaterThan(added[0]!);
    expect(moved[1]).toBeLessThan(added[1]!);

    // The point that was moved is the picked one.
    await page.keyboard.press("Delete");
    await lab.has(4);

    await lab.undo();
    await lab.has(5);
    expect(await lab.row(4, 2)).toEqual(moved);
    // One drag, one step back.
    await lab.undo();
    await lab.settled();
    expect(await lab.row(4, 2)).toEqual(added);
    await lab.undo();
    await lab.has(4);
    await page.keyboard.press("Control+Shift+z");
    await lab.has(5);
    await lab.redo();
    await lab.settled();
    expect(await lab.row(4, 2)).toEqual(moved);
  });

  test("a drag draws on the way, and ends on the newest solution", async ({ lab, page }) => {
    await lab.open(await stateLink("svr", { preset: "sinc" }));
    const at = await lab.at(0.3, 0.15);
    await page.mouse.click(at.x, at.y);
    await lab.has(61);
    const before = Number(await lab.picture.getAttribute("data-frames"));
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    for (let k = 1; k <= 16; k++) await page.mouse.move(at.x + 10 * k, at.y + 2 * k);
    await page.mouse.up();
    await lab.settled();
    const drawn = Number(await lab.picture.getAttribute("data-frames")) - before;
    expect(drawn, "solutions drawn during 16 moves").toBeGreaterThan(3);
    const [x, y] = await lab.row(60, 2);
    const f = Number((await lab.cell(60, 2).textContent())?.replace("\u2212", "-"));
    const e = Number((await lab.cell(60, 3).textContent())?.replace("\u2212", "-"));
    expect(Number.isFinite(x)).toBe(true);
    expect(y! - f).toBeCloseTo(e, 3);
  });

  test("wheel zooms, dragging the ground pans, and all data comes back", async ({ lab, page }) => {
    await lab.open();
    const all = page.locator("[data-tool=all]");
    await expect(all).toBeDisabled();
    const middle = await lab.at(0.5, 0.5);
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.wheel(0, -300);
    await expect(all).toBeEnabled();
    await expect(lab.page.locator(".picture-notes")).toContainText("outside this view");
    await all.click();
    await expect(all).toBeDisabled();
    await page.locator("[data-tool=in]").click();
    await expect(all).toBeEnabled();
    await lab.has(133);
  });

  test("hovering a point reads it out", async ({ lab, page }) => {
    await free(lab);
    const start = await lab.at(0.5, 0.4);
    await page.mouse.click(start.x, start.y);
    await lab.has(5);
    await page.mouse.move(start.x + 80, start.y + 80);
    await page.mouse.move(start.x, start.y);
    const box = page.locator(".picture-readout");
    await expect(box).toBeVisible();
    await expect(box).toContainText("Point 5");
    await expect(box).toContainText(svr.picture.readout.alpha);
  });
});

test("keyboard alone adds, moves, removes and undoes", async ({ lab, page }) => {
  await free(lab);
  await lab.canvas.focus();
  await page.keyboard.press("a");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await lab.has(5);
  const added = await lab.row(4, 2);
  await lab.canvas.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await lab.settled();
  expect(await lab.row(4, 2)).not.toEqual(added);
  await page.keyboard.press("Delete");
  await lab.has(4);
  await page.keyboard.press("Control+z");
  await lab.has(5);
  await page.keyboard.press("Control+z");
  await lab.settled();
  expect(await lab.row(4, 2)).toEqual(added);
});

test("Escape puts a carried point back, and leaves nothing to undo", async ({ lab, page }) => {
  await free(lab);
  await lab.canvas.focus();
  await page.keyboard.press("Home");
  const before = await lab.row(0, 2);
  await page.keyboard.press("Enter");
  for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowUp");
  await expect.poll(() => lab.row(0, 2)).not.toEqual(before);
  await page.keyboard.press("Escape");
  await lab.settled();
  await expect.poll(() => lab.row(0, 2)).toEqual(before);
});

test.describe("touch", () => {
  test.use({ ownContext: true, hasTouch: true, viewport: { width: 390, height: 844 } });

  async function stroke(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const cdp = await page.context().newCDPSession(page);
    await touch(cdp, "touchStart", [from]);
    for (let k = 1; k <= 10; k++) {
      await touch(cdp, "touchMove", [
        { x: from.x + ((to.x - from.x) * k) / 10, y: from.y + ((to.y - from.y) * k) / 10 },
      ]);
    }
    await touch(cdp, "touchEnd", []);
    await cdp.detach();
  }

  async function touch(
    cdp: CDPSession,
    type: "touchStart" | "touchMove" | "touchEnd",
    points: { x: number; y: number }[],
  ): Promise<void> {
    await cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  }

  test("tap adds, a finger drags, a button removes, undo brings back", async ({ lab, page }) => {
    await free(lab);
    const start = await lab.at(0.5, 0.4);
    await page.touchscreen.tap(start.x, start.y);
    await lab.has(5);
    const added = await lab.row(4, 2);
    const from = await lab.at(0.5, 0.4);
    await stroke(page, from, { x: from.x + 70, y: from.y + 50 });
    await lab.settled();
    const moved = await lab.row(4, 2);
    expect(moved[0]).toBeGreaterThan(added[0]!);
    expect(moved[1]).toBeLessThan(added[1]!);
    await lab.at(0.5, 0.5);
    await page.locator("[data-tool=remove]").tap();
    await lab.has(4);
    await lab.undo();
    await lab.has(5);
    expect(await lab.row(4, 2)).toEqual(moved);
  });

  test("two fingers zoom", async ({ lab, page }) => {
    await free(lab);
    const middle = await lab.at(0.5, 0.5);
    const pair = (spread: number) => [
      { x: middle.x - spread, y: middle.y },
      { x: middle.x + spread, y: middle.y },
    ];
    const cdp = await page.context().newCDPSession(page);
    await touch(cdp, "touchStart", pair(30));
    for (let spread = 35; spread <= 90; spread += 5) await touch(cdp, "touchMove", pair(spread));
    await touch(cdp, "touchEnd", []);
    await expect(page.locator("[data-tool=all]")).toBeEnabled();
    await lab.has(4);
  });
});

test("with no point left the picture says how to begin, and a click begins", async ({ lab, page }) => {
  await lab.open(await stateLink("svr", { preset: "one-point" }));
  await lab.canvas.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Delete");
  await expect(lab.picture).toHaveAttribute("data-n", "0");
  await expect(lab.canvas).toHaveAttribute("aria-label", kit.picture.describeEmpty);
  const middle = await lab.at(0.5, 0.5);
  await page.mouse.click(middle.x, middle.y);
  await lab.has(1);
});
