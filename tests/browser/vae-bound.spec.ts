// The stage Bound: q and x by drag, key and typing, the balance sheet, the best q, undo, links, and the bridge to the diffusion lab.
import type { Page } from "@playwright/test";
import { manySteps } from "../../web/labs/vae/messages/many-steps.en.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

type Readings = Readonly<
  Record<"elbo" | "gap" | "logPx" | "leastGap" | "dx", number> &
    Record<"D" | "x" | "qMean" | "qVar" | "sampledElbo", readonly number[]>
>;

async function readings(lab: Lab): Promise<Readings> {
  await lab.settled();
  return lab.picture.evaluate((element) => (element as HTMLElement).testReadings?.() as never);
}

async function open(lab: Lab, fields: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await lab.open(await stateLink("vae", { stage: "bound", ...fields }));
  await expect(lab.picture).toHaveAttribute("data-stage", "bound");
}

async function drag(page: Page, handle: string, dx: number, dy: number): Promise<void> {
  const box = await page.locator(`.handle[data-handle=${handle}]`).boundingBox();
  if (box === null) throw new Error(`no handle ${handle}`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 4 });
  await page.mouse.up();
}

const cell = (page: Page, row: string, column: "exact" | "sampled") =>
  page.locator(`.balance-sheet [data-row=${row}] [data-column=${column}]`);
const shown = async (page: Page, row: string) =>
  Number((await cell(page, row, "exact").textContent())?.replace("−", "-"));

test("the sheet adds up, and follows a drag of q, of its spread and of x; one gesture is one undo", async ({
  lab,
  page,
}) => {
  await open(lab);
  const start = await readings(lab);
  expect(start.elbo + start.gap).toBeCloseTo(start.logPx, 9);
  expect(await shown(page, "elbo")).toBeCloseTo(start.elbo, 4);
  expect(await shown(page, "gap")).toBeCloseTo(start.gap, 4);
  expect(await shown(page, "logPx")).toBeCloseTo(start.logPx, 4);
  await expect(cell(page, "elbo", "sampled")).toContainText("±");
  const [value = 0, error = 0] = start.sampledElbo;
  expect(Math.abs(value - start.elbo)).toBeLessThan(5 * error);

  await drag(page, "mean", 40, 25);
  const moved = await readings(lab);
  expect(moved.qMean).not.toEqual(start.qMean);
  expect(moved.logPx).toBe(start.logPx);
  expect(moved.elbo).not.toBe(start.elbo);
  await drag(page, "sd1", 30, 0);
  const wider = await readings(lab);
  expect(wider.qVar[0]).toBeGreaterThan(moved.qVar[0] ?? Number.NaN);
  expect(wider.qVar[1]).toBe(moved.qVar[1]);
  await drag(page, "x", -30, 10);
  const other = await readings(lab);
  expect(other.logPx).not.toBe(start.logPx);
  await lab.undo();
  await lab.undo();
  await lab.undo();
  expect((await readings(lab)).elbo).toBe(start.elbo);
});

test("best q has the least gap, which is not 0 where the posterior is tilted", async ({ lab, page }) => {
  await open(lab);
  const before = await readings(lab);
  await page.locator("[data-action=best-q]").click();
  const best = await readings(lab);
  expect(best.gap).toBeCloseTo(before.leastGap, 9);
  expect(best.gap).toBeGreaterThan(1e-3);
  await expect(page.locator(".stage-notes")).toContainText("This is the best q");
  // Any step away is worse.
  await page.locator(".handle[data-handle=sd2]").focus();
  for (const key of ["ArrowUp", "ArrowDown"]) {
    await page.keyboard.press(key);
    if (key === "ArrowUp") expect((await readings(lab)).gap).toBeGreaterThan(best.gap);
  }
  await page.goto("about:blank");
  await open(lab, { D: [1, 0, 0, 2] });
  await page.locator("[data-action=best-q]").click();
  expect((await readings(lab)).gap).toBeLessThan(1e-9);
  await expect(page.locator(".stage-notes")).toContainText("This q is the posterior");
});

test("every number can be typed, sizes change, and a link gives the picture back", async ({ lab, page }) => {
  await open(lab);
  const field = page.locator("[data-cell=D-1]");
  await field.click();
  await field.fill("-1.5");
  await field.press("Enter");
  expect((await readings(lab)).D[1]).toBe(-1.5);
  await field.fill("99");
  await field.press("Enter");
  expect((await readings(lab)).D[1]).toBe(20);
  await lab.undo();
  const typed = await readings(lab);
  await page.locator("[data-field=dx] input[type=text]").fill("3");
  await page.locator("[data-field=dx] input[type=text]").press("Enter");
  await expect(page.locator("[data-cell=x-2]")).toBeVisible();
  await page.locator(".stage-choices [value='23']").check();
  expect((await readings(lab)).dx).toBe(3);
  for (const name of ["dz", "dx"]) {
    await page.locator(`[data-field=${name}] input[type=text]`).fill("1");
    await page.locator(`[data-field=${name}] input[type=text]`).press("Enter");
  }
  const line = await readings(lab);
  expect([line.D, line.x, line.qVar].map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(line.elbo + line.gap).toBeCloseTo(line.logPx, 9);
  await drag(page, "sd1", 25, 0);
  expect((await readings(lab)).qVar[0]).toBeGreaterThan(line.qVar[0] ?? Number.NaN);

  await page.goto("about:blank");
  await open(lab, { D: typed.D, x: typed.x, qMean: typed.qMean, qVar: typed.qVar });
  expect((await readings(lab)).elbo).toBe(typed.elbo);
});

test("the bridge leads to many steps and back to the one, with the same data", async ({ lab, page }) => {
  await open(lab, { modes: 1.5, modeSd: 0.3 });
  await expect(page.locator(".bound-one-step")).toContainText("above the entropy");
  const gap = Number(await page.locator(".bound-one-step").getAttribute("data-one-step-gap"));
  await page.locator(".bound-one-step .lab-link", { hasText: manySteps.link }).click();
  await expect(lab.picture).toHaveAttribute("data-view", "bridge");
  await expect(lab.picture).toHaveAttribute("data-steps", "1000");
  await expect(page.locator("[data-field=bridgeM] input[type=text]")).toHaveValue("1.5");
  // The same widget, of the diffusion: everything by quadrature.
  expect(await shown(page, "nelbo")).toBeCloseTo((await shown(page, "gap")) + (await shown(page, "entropy")), 3);
  await expect(cell(page, "steps", "sampled")).toHaveText("not drawn");

  await page.locator("[data-field=bridgeT] input[type=text]").fill("1");
  await page.locator("[data-field=bridgeT] input[type=text]").press("Enter");
  await expect(lab.picture).toHaveAttribute("data-steps", "1");
  const [posterior] = ((await lab.picture.getAttribute("data-gaps")) ?? "").split(" ").map(Number);
  expect(posterior).toBeCloseTo(gap, 6);
  await page.locator(".stage-link .lab-link").click();
  await expect(page.locator(".claim-programmes")).toBeVisible();
  await expect(lab.picture).toHaveAttribute("data-stage", "bound");
  await expect(page.locator(".bound-one-step")).toContainText("modes at ±1.5");
  await page.goBack();
  await expect(lab.picture).toHaveAttribute("data-view", "bridge");
});

test.describe("on a phone", () => {
  test.use({ ownContext: true, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("nothing is wider than the screen, and handles are large enough for a finger", async ({ lab, page }) => {
    await open(lab, { D: [20, -20, 13.25, 0.0001], qMean: [-19.99, 3] });
    await lab.settled();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const box = await page.locator(".handle[data-handle=mean]").boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  });
});
