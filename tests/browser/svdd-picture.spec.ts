// The hypersphere under mouse, keys and fingers: points come, move, go and change their weight; the sphere turns.
import { en as svdd } from "../../web/labs/svdd/messages/en.ts";
import { expect, kit, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

async function open(lab: Lab, preset = "three-ball", points = 3): Promise<void> {
  await lab.open(await stateLink("svdd", { preset }));
  await lab.has(points);
}

test.describe("mouse", () => {
  test("adds, drags, weighs, removes; undo walks through all of it", async ({ lab, page }) => {
    await open(lab);
    const start = await lab.at(0.5, 0.25);
    await page.mouse.click(start.x, start.y);
    await lab.has(4);
    const added = await lab.row(3, 3);
    expect(added[2]).toBe(0.25);

    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 40, start.y + 20, { steps: 6 });
    await page.mouse.up();
    await lab.has(4);
    const moved = await lab.row(3, 3);
    expect(moved[0]).toBeGreaterThan(added[0]!);
    expect(moved[1]).toBeLessThan(added[1]!);

    await page.mouse.wheel(0, -300);
    await lab.settled();
    const heavy = await lab.row(3, 3);
    expect(heavy[2]).toBeGreaterThan(0.25);
    expect((await lab.row(0, 3))[2]).toBe(0.25);

    await page.keyboard.press("Delete");
    await lab.has(3);
    await lab.undo();
    await lab.has(4);
    expect(await lab.row(3, 3)).toEqual(heavy);
    await lab.undo();
    await lab.settled();
    expect(await lab.row(3, 3)).toEqual(moved);
    await lab.undo();
    await lab.settled();
    expect(await lab.row(3, 3)).toEqual(added);
    await lab.undo();
    await lab.has(3);
  });

  test("a heavier point holds the sphere", async ({ lab, page }) => {
    await open(lab, "three-point");
    await expect(lab.canvas).toHaveAttribute("aria-label", /squared radius 0,/);
    const cell = lab.cell(0, 2);
    await cell.dblclick();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("9");
    await page.keyboard.press("Enter");
    await lab.settled();
    expect((await lab.row(0, 3))[2]).toBe(9);
    await expect(page.locator(".picture-notes")).toContainText("ΣC");
  });
});

test("keys: a point is found, made heavier, picked up, moved and put down; one is added at the cross", async ({
  lab,
  page,
}) => {
  await open(lab);
  await lab.canvas.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("PageUp");
  await lab.settled();
  const [, , weight] = await lab.row(0, 3);
  expect(weight).toBeGreaterThan(1 / 3);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await lab.settled();
  expect((await lab.row(0, 3))[1]).toBeGreaterThan(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await lab.has(4);
});

test("the sphere turns by drag and keys, never moves a point, and its link brings the turn along", async ({
  lab,
  page,
}) => {
  await open(lab, "shell", 47);
  const turn = () => lab.canvas.getAttribute("aria-label");
  const first = await turn();
  expect(first).toMatch(/Turned by −30° and 20°/);
  const before = await lab.row(0, 4);
  const middle = await lab.at(0.5, 0.5);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 80, middle.y, { steps: 8 });
  await page.mouse.up();
  await expect(lab.canvas).toHaveAttribute("aria-label", /Turned by 10° and 20°/);
  await lab.canvas.focus();
  await page.keyboard.press("Shift+ArrowUp");
  await expect(lab.canvas).not.toHaveAttribute("aria-label", /and 20°/);
  expect(await lab.row(0, 4)).toEqual(before);
  await lab.has(47);
  const said = await turn();
  const link = await lab.link();
  await page.goto("about:blank");
  await page.goto(link);
  await lab.settled();
  expect(await turn()).toBe(said);
});

test("where points have no place, a click says so and adds none", async ({ lab, page }) => {
  await open(lab, "digits", 20);
  const at = await lab.at(0.3, 0.12);
  await page.mouse.click(at.x, at.y);
  await expect(lab.toast).toContainText(svdd.picture.cannotAdd);
  await lab.has(20);
});

test("views: three columns, two of them, distances; columns are chosen and swapped", async ({ lab, page }) => {
  await open(lab, "iris-strangers", 54);
  const view = page.locator('[data-field="view"]');
  await view.selectOption("sphere");
  await lab.settled();
  await expect(page.locator('[data-field="columnZ"]')).toHaveValue("2");
  await page.locator('[data-field="columnX"]').selectOption("2");
  await expect(page.locator('[data-field="columnZ"]')).toHaveValue("0");
  await expect(page.locator(".picture-notes")).toContainText("projection of a sphere");
  await view.selectOption("plane");
  await lab.settled();
  await expect(page.locator('[data-field="columnZ"]')).toHaveCount(0);
  await view.selectOption("strip");
  await lab.settled();
  await expect(page.locator(".picture-notes")).toContainText(svdd.picture.notes.projection);
});

test("the stepper goes through the solver's path", async ({ lab, page }) => {
  await open(lab, "cloud", 20);
  await page.getByRole("button", { name: kit.stepper.title }).click();
  await expect(page.locator(".lab-below")).toContainText("iteration");
  await lab.settled();
});

test.describe("touch", () => {
  test.use({ ownContext: true, hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a tap adds a point, and one on a point picks it", async ({ lab, page }) => {
    await open(lab);
    const at = await lab.at(0.55, 0.3);
    await page.touchscreen.tap(at.x, at.y);
    await lab.has(4);
    await page.touchscreen.tap(at.x, at.y);
    await lab.has(4);
    await expect(page.locator(".picture-readout")).toBeVisible();
  });
});
