// Tasks: from the list to done by mouse, by keys alone, and in a frame by messages; what is locked, left, kept, and gone on with.
import type { Page } from "@playwright/test";
import { en as words } from "../../web/host/messages/tasks.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { listen } from "./support/everyone.ts";
import { findings, sideways } from "./support/eyes.ts";
import { hostOf, iframe } from "./support/framed.ts";
import { expect, host, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

const TASK = "1c1-wide";
/** The corners that the task's start lacks. */
const SOLUTION = { x: [-1, 1, -1, 1], y: [0, 1, 1, 0] } as const;

const row = (page: Page) => page.locator(`.tasks-row[data-task="${TASK}"]`);
const running = (page: Page) => page.locator(`[data-running="${TASK}"]`);
const measured = (page: Page, name: string) => page.locator(`.tasks [data-measured="${name}"]`);
const isDone = (page: Page) => expect(page.locator(".tasks-one[data-done]")).toHaveCount(1);
const press = (page: Page, name: string) => page.locator(`[data-tasks="${name}"]`).click();
const width = (page: Page) => page.locator(".control[data-field=epsilon] input[type=text]");

async function openList(page: Page): Promise<void> {
  const more = page.locator(".header-more");
  if (await more.isVisible()) await more.click();
  await page.locator(".header-seldom").getByRole("button", { name: host.shell.tasks, exact: true }).click();
  await expect(row(page)).toBeVisible();
}

/** Two points more, far above and far below. */
async function solve(page: Page, lab: Lab): Promise<void> {
  for (const [n, across, down] of [
    [3, 0.12, 0.17],
    [4, 0.93, 0.83],
  ] as const) {
    const { x, y } = await lab.at(across, down);
    await page.mouse.click(x, y);
    await lab.has(n);
  }
}

test.describe("in a browser of one's own", () => {
  test.use({ ownContext: true });

  test("from the list to done by mouse: what is locked, the hint, what is kept, and what was there before", async ({
    lab,
    page,
  }) => {
    await lab.open("#lab=svr");
    const before = await page.locator(".picture-view").getAttribute("data-n");
    await openList(page);
    expect(await page.evaluate(() => document.querySelector(".tasks")?.contains(document.activeElement))).toBe(false);
    await expect(row(page)).toContainText(words.notDone);
    expect(await findings(page)).toEqual([]);
    await row(page).click();
    await expect(measured(page, "width")).toContainText(words.notYet);
    await expect(lab.toast).toContainText(words.began);
    await lab.has(2);
    // Locked: the control is not to be used, a link that changes it is refused, and the sentences say why.
    await expect(width(page)).toBeDisabled();
    await expect(page.locator(".control[data-field=epsilon]")).toContainText(words.locked.why);
    await page.evaluate((hash) => location.assign(hash), await stateLink("svr", { epsilon: 0.5 }));
    await expect(lab.toast.filter({ hasText: words.locked.edit.replace("“{name}”", "") })).toBeVisible();
    await expect(width(page)).toHaveValue("0.2");

    await page.locator(".tasks-hint summary").click();
    await expect(page.locator(".tasks-hint p")).toBeVisible();
    const heard = await listen(page);
    await solve(page, lab);
    await isDone(page);
    await expect.poll(async () => (await heard()).join()).toContain("Task done");
    await expect(measured(page, "width")).toContainText(words.reached);
    // A claim that is broken on purpose is nothing to the task; undo is, and redo.
    await page.locator('[data-break="1c1"]').click();
    await expect(page.locator('[data-open-claim="1c1"][data-verdict="fail"]')).toHaveCount(1);
    await isDone(page);
    await page.locator('[data-break="1c1"]').click();
    await lab.undo();
    await expect(measured(page, "width")).toContainText(words.notYet);
    await lab.redo();
    await isDone(page);

    // The same page again: the task goes on where it was.
    expect(await lab.link()).toMatch(new RegExp(`s=.*task=${TASK}`));
    await page.reload();
    await isDone(page);
    await lab.has(4);
    await press(page, "list");
    await expect(row(page)).toContainText(words.done);
    await expect(width(page)).toBeEnabled();
    await expect.poll(() => page.url()).not.toContain("task=");
    await press(page, "close");
    await expect(page.locator(".tasks")).toHaveCount(0);

    // From what one has: that comes back.
    await lab.choose("motorcycle");
    await openList(page);
    await row(page).click();
    await lab.has(2);
    await press(page, "list");
    await press(page, "restore");
    await expect(page.locator(".picture-view")).toHaveAttribute("data-n", before ?? "");
    // Another lab: the list is its own, and nothing is locked there.
    await row(page).click();
    await lab.has(2);
    await page.locator(".header select").selectOption("svdd");
    await lab.settled();
    await expect(running(page)).toHaveCount(0);
    await expect(page.locator(".lab-controls [data-disabled]")).toHaveCount(0);
  });

  test("on a phone: in one line, with what is measured; nothing sticks out or covers the picture", async ({
    lab,
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await lab.open(`#lab=svr&task=${TASK}`);
    await expect(measured(page, "points")).toContainText(words.reached);
    await expect(page.locator(".tasks-ask")).toBeInViewport();
    expect(await sideways(page)).toBe(0);
    await press(page, "fold");
    await expect(page.locator(".tasks-ask")).toBeHidden();
    await expect(page.locator(".tasks-short")).toContainText(/1 of 2 reached · .* 0 \(> 0\.5\)/);
    const box = async (selector: string) => {
      const found = await page.locator(selector).boundingBox();
      if (found === null) throw new Error(`${selector} is not on screen`);
      return found;
    };
    const line = await box(".tasks");
    expect(line.height).toBeLessThan(64);
    await page.locator(".sheet-handle").click();
    const plot = await box(".lab-plot");
    expect(plot.y).toBeGreaterThanOrEqual((await box(".tasks")).y + line.height - 1);
    expect(await findings(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
  });
});

/** Press Tab until this has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let k = 0; k < 60; k++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector)) return;
  }
  throw new Error(`Tab does not come to ${selector}`);
}

test("by keys alone", async ({ lab, page }) => {
  await lab.open("#lab=svr&q=1c1");
  await tabTo(page, ".header-seldom .button");
  await page.keyboard.press("Enter");
  await expect(row(page)).toBeVisible();
  await tabTo(page, ".tasks-filter input");
  await page.keyboard.press("Space");
  await expect(page.locator(".tasks-group")).toHaveCount(1);
  await tabTo(page, `[data-task="${TASK}"]`);
  await page.keyboard.press("Enter");
  await expect(measured(page, "width")).toContainText(words.notYet);
  // The row is gone: the focus has not fallen to the top of the page.
  await expect(page.locator(".tasks:focus")).toHaveCount(1);
  await lab.has(2);
  await tabTo(page, ".picture-canvas");
  const walk = (key: string) => new Array<string>(18).fill(key);
  const keys = ["a", ...walk("ArrowLeft"), ...walk("ArrowUp"), "Enter", "Escape"];
  for (const key of keys) await page.keyboard.press(key);
  await lab.has(3);
  for (const key of ["a", ...walk("ArrowRight"), ...walk("ArrowDown"), "Enter"]) await page.keyboard.press(key);
  await lab.has(4);
  await isDone(page);
});

test("a tour and a task do not run at once; a list of tasks gives way, and so does a tour", async ({ lab, page }) => {
  await lab.open(`#lab=svr&task=${TASK},1c1-nothing`);
  await expect(lab.toast).toContainText("1c1-nothing");
  await expect(running(page)).toHaveCount(1);
  const tour = page.locator(".header-seldom").getByRole("button", { name: host.shell.tour, exact: true });
  await tour.click();
  await expect(lab.toast.filter({ hasText: words.running })).toBeVisible();
  await expect(page.locator(".tour")).toHaveCount(0);
  await press(page, "list");
  await tour.click();
  await expect(page.locator(".tour")).toHaveCount(1);
  await expect(page.locator(".tasks")).toHaveCount(0);
  await openList(page);
  await expect(page.locator(".tour")).toHaveCount(0);
});

test("in a frame: asked for by the address, told when it turns; locked by the task and by the page around", async ({
  page,
}) => {
  const outer = await hostOf(page, iframe(`${siteUrl()}#lab=svr&w=1&lock=plot&task=${TASK}`));
  await expect.poll(() => outer.of("ready"), { timeout: 30_000 }).toHaveLength(1);
  await expect(outer.frame.locator(".tasks [data-measured]")).toHaveCount(2);
  expect(await outer.ask({ type: "get-state" })).toMatchObject({ state: { x: [-1, 1] } });
  for (const state of [{ epsilon: 0.1 }, { plot: "predicted" }])
    expect(await outer.ask({ type: "set-state", state })).toMatchObject({ type: "error", code: "locked" });
  expect(await outer.of("task")).toEqual([]);
  await outer.ask({ type: "set-state", state: SOLUTION });
  const told = { lab: "svr", task: TASK };
  await expect.poll(() => outer.of("task")).toHaveLength(1);
  const [first] = await outer.of("task");
  expect(first).toMatchObject({ ...told, done: true });
  expect(first?.evidence).toEqual([
    { name: "width", value: expect.any(Number), relation: ">", bound: 0.5 },
    { name: "points", value: 4, relation: "<=", bound: 6 },
  ]);
  await outer.ask({ type: "undo" });
  await expect.poll(async () => (await outer.of("task")).map(({ done }) => done)).toEqual([true, false]);
  // Lifting what the page around has locked leaves the task's lock.
  await outer.ask({ type: "set", lock: "" });
  await expect.poll(() => outer.of("ready")).toHaveLength(2);
  for (const plot of ["predicted", "column"])
    expect(await outer.ask({ type: "set-state", state: { plot } })).toMatchObject({ type: "state" });
  await expect(outer.frame.locator(".control[data-field=epsilon] input").first()).toBeDisabled();
  expect(await outer.ask({ type: "set-state", state: { epsilon: 0.1 } })).toMatchObject({ code: "locked" });
  await outer.ask({ type: "set-state", state: SOLUTION });
  await expect.poll(async () => (await outer.of("task")).map(({ done }) => done)).toEqual([true, false, true]);
});
