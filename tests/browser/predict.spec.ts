// Predict first: a change waits for what is expected, by typing, by keys alone and by presses on the picture; what ends the waiting; the
// switch among the tasks; and that every lab asks and is answered.
import type { Page } from "@playwright/test";
import { en as words } from "../../web/host/messages/predict.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { listen } from "./support/everyone.ts";
import { findings, sideways } from "./support/eyes.ts";
import { expect, host, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

const SMALL = {
  x: [0, 1, 2, 3, 4, 5, 6, 7],
  y: [0, 0.9, 1.2, 0.1, -0.8, -1, -0.2, 0.7],
  C: 10,
  epsilon: 0.1,
  gamma: 0.5,
};

const bar = (page: Page) => page.locator(".predict");
const asks = (page: Page) => page.locator(".predict-ask");
const came = (page: Page) => page.locator(".predict-came");
const press = (page: Page, name: string) => page.locator(`[data-predict="${name}"]`).click();
const box = (page: Page, field: string) => page.locator(`.control[data-field="${field}"] input[type=text]`);
const slider = (page: Page, field: string) => page.locator(`.control[data-field="${field}"] input[type=range]`);
const picked = (page: Page) => page.locator('.predict-point[aria-pressed="true"]');
const ghosts = (page: Page) => page.locator("main[data-predicts]");
const atRest = (page: Page) => expect(page.locator('.predict[data-shows="rest"]')).toHaveCount(1);

async function type(page: Page, field: string, value: string): Promise<void> {
  await box(page, field).fill(value);
  await box(page, field).press("Enter");
}

async function small(lab: Lab, page: Page): Promise<void> {
  await lab.open(`${await stateLink("svr", SMALL)}&predict=1`);
  await atRest(page);
}

test("a direction: the change waits, the solver judges, undo takes it back", async ({ lab, page }) => {
  await small(lab, page);
  const before = await lab.picture.getAttribute("data-cases");
  await type(page, "C", "0.1");
  await expect(asks(page)).toHaveText("What will the sum of all slacks do?");
  await expect(bar(page)).toContainText("10 → 0.1. The picture still shows 10.");
  await expect(box(page, "C")).toHaveValue("0.1");
  expect(await lab.picture.getAttribute("data-cases")).toBe(before);
  await expect(page.locator('[data-predict="show"]')).toBeDisabled();
  expect(await findings(page)).toEqual([]);
  await page.locator(".predict input[value=rises]").check();
  const heard = await listen(page);
  await press(page, "show");
  await expect(came(page)).toHaveAttribute("data-right", "true");
  await expect(came(page)).toContainText("The sum of all slacks rises from");
  await expect.poll(async () => (await heard()).join()).toContain(words.right);
  await expect(page.locator(".predict-score")).toHaveText("1 of 1 as expected");
  await expect(lab.picture).not.toHaveAttribute("data-cases", before ?? "");
  expect(await findings(page)).toEqual([]);
  await lab.undo();
  await expect(box(page, "C")).toHaveValue("10");
  await atRest(page);
  await expect(lab.picture).toHaveAttribute("data-cases", before ?? "");
});

test("a set: picked in the picture and by buttons; what was missed and what was too much is named", async ({
  lab,
  page,
}) => {
  await small(lab, page);
  await type(page, "epsilon", "0.5");
  await expect(asks(page)).toHaveText("Which points will be support vectors?");
  await expect(ghosts(page)).toHaveCount(1);
  const n = await lab.picture.getAttribute("data-n");
  await page.locator(".predict-point").nth(0).click();
  await expect(picked(page)).toHaveText(["1"]);
  // The third point, near where the plot has it: it is picked, and nothing is added; and once more.
  const third = await lab.at(0.344, 0.094);
  await page.mouse.click(third.x, third.y);
  await expect(picked(page)).toHaveText(["1", "3"]);
  await page.locator(".predict-point").nth(0).click();
  await expect(picked(page)).toHaveText(["3"]);
  expect(await lab.picture.getAttribute("data-n")).toBe(n);
  await press(page, "show");
  await expect(came(page)).toContainText(/Support vectors: \d of 8 now/);
  await expect(ghosts(page)).toHaveCount(0);
});

test("a place, by keys alone: from the slider to the question and back", async ({ lab, page }) => {
  await small(lab, page);
  await slider(page, "gamma").focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await expect(asks(page)).toContainText("Where will the fit be at x =");
  await expect(slider(page, "gamma")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-predict="number"]')).toBeFocused();
  await page.keyboard.type("0.5");
  await expect(page.locator('[data-predict="show"]')).toBeEnabled();
  await page.keyboard.press("Tab");
  await expect(page.locator('[data-predict="show"]')).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(came(page)).toContainText("You expected 0.5");
  await expect(bar(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await atRest(page);
  await expect(box(page, "gamma")).toBeFocused();
});

test("the waiting ends by skipping, by leaving it, by another control, and by a link", async ({ lab, page }) => {
  await small(lab, page);
  await type(page, "C", "0.1");
  await press(page, "cancel");
  await atRest(page);
  await expect(box(page, "C")).toHaveValue("10");
  await type(page, "C", "0.1");
  await press(page, "skip");
  await atRest(page);
  await expect(page.locator(".predict-score")).toHaveCount(0);
  await expect.poll(async () => (await lab.picture.getAttribute("data-current")) === "true").toBe(true);
  // The first goes through as the second asks.
  await type(page, "C", "5");
  await expect(bar(page)).toContainText("0.1 → 5");
  await expect.poll(async () => (await lab.picture.getAttribute("data-current")) === "true").toBe(true);
  await type(page, "epsilon", "0.4");
  await expect(box(page, "C")).toHaveValue("5");
  await page.evaluate((hash) => location.assign(hash), await stateLink("svr", { ...SMALL, epsilon: 0.4 }));
  await atRest(page);
  await expect(box(page, "C")).toHaveValue("10");
  await expect(box(page, "epsilon")).toHaveValue("0.4");
});

test("it is switched on among the tasks, and off in its bar; the state stays", async ({ lab, page }) => {
  await lab.open(await stateLink("svr", SMALL));
  await page.locator(".header-seldom").getByRole("button", { name: host.shell.tasks, exact: true }).click();
  await page.locator('[data-tasks="predict"]').check();
  await expect(page).toHaveURL(/predict=1/);
  // The list stands where its bar would be.
  await expect(lab.toast).toContainText(words.begun);
  await lab.settled();
  await lab.has(8);
  await type(page, "C", "0.1");
  await expect(asks(page)).toBeVisible();
  await press(page, "cancel");
  await press(page, "off");
  await expect(bar(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/predict/);
  await lab.settled();
  await lab.has(8);
  await type(page, "C", "0.1");
  await expect(page.locator('.picture-view[data-current="true"]')).toHaveCount(1);
  await expect(bar(page)).toHaveCount(0);
});

const OTHERS = [
  ["svdd", {}, "nuShare", "0.3"],
  ["cifg", { stage: "flow" }, "forgetBias", "3"],
  ["vae", {}, "noiseVar", "1"],
  ["diffusion", {}, "T", "20"],
] as const;
for (const [id, fields, field, value] of OTHERS)
  test(`${id} asks, and its solver answers, on a phone, too`, async ({ page }) => {
    await page.goto("about:blank");
    await page.goto(`${siteUrl()}${await stateLink(id, fields)}&predict=1`);
    await atRest(page);
    // Until it has been solved, nothing is known to compare with, and a change goes through.
    let tries = 0;
    await expect(async () => {
      await type(page, field, String(Number(value) + (tries++ % 2)));
      await expect(asks(page)).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await sideways(page)).toBe(0);
    const rises = page.locator(".predict input[value=rises]");
    if (await rises.isVisible()) await rises.check();
    await press(page, "show");
    await expect(came(page)).toContainText(/\d/);
    await expect(page.locator(".predict-score")).toContainText("of 1");
  });
