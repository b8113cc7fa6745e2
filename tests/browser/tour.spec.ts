// The tours: each lab's, to its end, by real gestures; left and gone on with, skipped, on a phone, and for those who hear it.
import type { Locator, Page } from "@playwright/test";
import { en as words } from "../../web/host/messages/tour.en.ts";
import { listen } from "./support/everyone.ts";
import { findings, sideways } from "./support/eyes.ts";
import { expect, host, type Lab, test } from "./support/lab.ts";

const bar = (page: Page) => page.locator(".tour");
const step = (page: Page) => page.locator(".tour-count");
const came = (page: Page) => page.locator(".tour-came");
const target = (page: Page) => page.locator("[data-tour-target]");

async function start(lab: Lab, page: Page, id: string): Promise<void> {
  await lab.open(`#lab=${id}`);
  await page.locator(".header-seldom").getByRole("button", { name: host.shell.tour, exact: true }).click();
  await expect(step(page)).toHaveText("Step 1 of 6");
}

/** Press here, move by this, let go. */
async function drag(page: Page, from: { x: number; y: number }, dx: number, dy: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 5 });
  await page.mouse.up();
}

async function middle(element: Locator): Promise<{ x: number; y: number }> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) throw new Error("not on screen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A point, and far up with it. */
async function byPointer(page: Page, lab: Lab): Promise<void> {
  const from = await lab.at(0.5, 0.5);
  await page.mouse.click(from.x, from.y);
  await drag(page, from, 0, (await lab.at(0.5, 0.06)).y - from.y);
}
/** The rightmost point, and far to the right with it. */
async function byKeys(page: Page, lab: Lab): Promise<void> {
  await lab.canvas.focus();
  for (const key of ["End", "Enter", ...new Array<string>(30).fill("ArrowRight"), "Enter"])
    await page.keyboard.press(key);
}

const press = (page: Page, selector: string) => page.locator(`main ${selector}`).click();
async function breakClaim(page: Page, claim: string): Promise<void> {
  await press(page, `[data-claim="${claim}"]`);
  await press(page, `[data-break="${claim}"]`);
}
async function example(page: Page, claim: string): Promise<void> {
  await press(page, `[data-claim="${claim}"]`);
  await press(page, ".proof-example");
}
async function slide(page: Page, field: string, key: string, times = 1): Promise<void> {
  await page.locator(`.control[data-field=${field}] input[type=range]`).focus();
  for (let k = 0; k < times; ++k) await page.keyboard.press(key);
}
async function nudge(page: Page, selector: string, key: string, times: number): Promise<void> {
  await page.locator(selector).focus();
  for (let k = 0; k < times; ++k) await page.keyboard.press(key);
}

type Gesture = (page: Page, lab: Lab) => Promise<void>;
const TOURS: Readonly<Record<string, readonly [gesture: Gesture, says: RegExp][]>> = {
  svr: [
    [byPointer, /α = 1, the most/],
    [(page) => slide(page, "epsilon", "PageUp", 3), /rests on \d+ of 134 points/],
    [(page) => breakClaim(page, "1b"), /\d+ of \d+ checks? fails?/],
    [(page) => press(page, '[data-break="1b"]'), /holds, in all of its \d+ check/],
    [(page) => example(page, "1c1"), /which b is best/],
    [(page) => nudge(page, ".claim-polyline", "ArrowRight", 2), /every b from 0\.2 to 0\.8 is optimal/],
  ],
  svdd: [
    [byKeys, /the most that ν allows/],
    [(page) => slide(page, "nuShare", "PageUp", 2), /\d+ of \d+ points are outside/],
    [(page) => breakClaim(page, "2.2"), /\d+ of \d+ checks? fails?/],
    [(page) => press(page, '[data-break="2.2"]'), /holds, in all of its \d+ check/],
    [(page) => example(page, "2.5b"), /how large is the best circle/],
    [(page) => nudge(page, ".claim-polyline", "ArrowRight", 2), /every ρ from 0 to 1 is optimal/],
  ],
  cifg: [
    [async (page) => drag(page, await middle(page.locator("[data-handle=dial]")), 40, 0), /is now f = 0\.\d+/],
    [(page) => breakClaim(page, "3b"), /\d+ of \d+ checks? fails?/],
    [(page) => press(page, '[data-break="3b"]'), /holds, in all of its \d+ check/],
    [(page) => press(page, '[data-stage="flow"]'), /runs for 60 steps/],
    [(page) => slide(page, "forgetBias", "End"), /The first step gets .* of the gradient/],
    [(page) => slide(page, "forgetBias", "Home"), /the rest goes through h/],
  ],
  vae: [
    [async (page) => drag(page, await middle(page.locator("[data-handle=mean]")), 30, 30), /misses log p\(x\) by/],
    [(page) => press(page, "[data-action=best-q]"), /the posterior is tilted/],
    [(page) => breakClaim(page, "4v1"), /\d+ of \d+ checks? fails?/],
    [(page) => press(page, '[data-break="4v1"]'), /holds, in all of its \d+ check/],
    [async (page) => void (await page.locator("[data-control=preset]").selectOption("straight")), /has no tilt/],
    [(page) => press(page, "[data-action=best-q]"), /The gap is 0: q is the posterior/],
  ],
  diffusion: [
    [(page) => press(page, "[data-play=last]"), /At t = 200 each point keeps/],
    [
      async (page) => {
        await press(page, '[data-stage="train"]');
        await press(page, "[data-run=start]");
      },
      /After \d+ steps .* would have 2/,
    ],
    [(page) => breakClaim(page, "4c"), /\d+ of \d+ checks? fails?/],
    [(page) => press(page, '[data-break="4c"]'), /holds, in all of its \d+ check/],
    [(page) => example(page, "4bridge"), /A chain of 100 steps/],
    [(page) => slide(page, "bridgeT", "Home"), /With one step it is a VAE/],
  ],
};

for (const [id, gestures] of Object.entries(TOURS)) {
  test(`the tour of ${id}: each step is done, noticed and answered with computed numbers`, async ({ lab, page }) => {
    await start(lab, page, id);
    for (const [k, [gesture, says]] of gestures.entries()) {
      await expect(step(page)).toHaveText(`Step ${k + 1} of 6`);
      await expect(came(page)).toHaveCount(0);
      await expect(target(page)).toHaveCount(1);
      await gesture(page, lab);
      await expect(came(page)).toHaveText(says);
      // What is done has no outline; nothing was taken from the hand.
      await expect(target(page)).toHaveCount(0);
      await page.locator(`[data-tour=${k === gestures.length - 1 ? "end" : "next"}]`).click();
    }
    await expect(bar(page)).toHaveCount(0);
    await expect(lab.toast).toContainText(words.over);
  });
}

test.describe("on its way", () => {
  test.use({ ownContext: true });

  test("asked for by the address, skipped, left and gone on with; undo works, no focus is taken, nobody is kept out", async ({
    lab,
    page,
  }) => {
    await lab.open("#lab=svr&tour=1");
    await expect(step(page)).toHaveText("Step 1 of 6");
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    // Something else than what is asked for: the tour waits.
    await page.locator("[data-control=preset]").selectOption("sinc");
    await lab.settled();
    await expect(came(page)).toHaveCount(0);
    await page.locator("[data-tour=next]").click();
    await expect(step(page)).toHaveText("Step 2 of 6");
    await page.locator("[data-tour=show]").click();
    await expect(page.locator(".control[data-field=epsilon] :focus")).toHaveCount(1);
    const heard = await listen(page);
    await slide(page, "epsilon", "PageUp", 2);
    await expect(came(page)).toHaveText(/of 60 points/);
    await expect.poll(async () => (await heard()).join()).toMatch(/of 60 points/);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect(page.locator(".control[data-field=epsilon] input[type=text]")).toHaveValue("0.1");
    // Done stays done; Escape ends nothing.
    await page.keyboard.press("Escape");
    await page.locator("[data-tour=next]").click();
    await expect(step(page)).toHaveText("Step 3 of 6");
    await page.locator("[data-tour=end]").click();
    await expect(bar(page)).toHaveCount(0);
    await expect(target(page)).toHaveCount(0);

    await lab.load("#lab=svr");
    await expect(bar(page)).toHaveCount(0);
    await page.locator(".header-seldom").getByRole("button", { name: host.shell.tour, exact: true }).click();
    await expect(step(page)).toHaveText("Step 3 of 6");
    // The claim holds, so it is mended already.
    await page.locator("[data-tour=next]").click();
    await expect(came(page)).toHaveText(/^This is done already\./);
    // Another lab: the tour goes with its own.
    await page.locator(".header select").selectOption("svdd");
    await lab.settled();
    await expect(bar(page)).toHaveCount(0);
  });

  test("on a phone: covers neither the picture nor the sheet; a control in the closed sheet is shown by its handle", async ({
    lab,
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await lab.open("#lab=svr&tour=1");
    await expect(step(page)).toHaveCount(1);
    await expect(page.locator(".picture-canvas[data-tour-target]")).toHaveCount(1);
    const box = async (selector: string) => {
      const found = await page.locator(selector).boundingBox();
      if (found === null) throw new Error(`${selector} is not on screen`);
      return found;
    };
    const above = await box(".tour");
    expect(above.y + above.height).toBeLessThanOrEqual((await box(".picture-canvas")).y);
    expect(await sideways(page)).toBe(0);
    await page.locator("[data-tour=next]").click();
    await expect(page.locator(".sheet-handle[data-tour-target]")).toHaveCount(1);
    await page.locator(".sheet-handle").click();
    await expect(page.locator(".control[data-field=epsilon][data-tour-target]")).toHaveCount(1);
    await slide(page, "epsilon", "PageUp", 3);
    await expect(came(page)).toHaveText(/rests on/);
    // The picture has its place between the bar and the open sheet.
    const [bottom, plot, sheet] = [await box(".tour"), await box(".lab-plot"), await box(".lab-controls")];
    expect(plot.y).toBeGreaterThanOrEqual(bottom.y + bottom.height - 1);
    expect(plot.y + plot.height).toBeLessThanOrEqual(sheet.y + 1);
    expect(await findings(page)).toEqual([]);
  });
});
