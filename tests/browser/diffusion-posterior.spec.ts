// One step back: handles under mouse, keys and fingers, and what is computed of them.
import type { Locator } from "@playwright/test";
import { posterior as words } from "../../web/labs/diffusion/messages/posterior.en.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

async function open(lab: Lab, fields: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await lab.open(await stateLink("diffusion", { stage: "posterior", ...fields }));
  await expect(lab.picture).toHaveAttribute("data-mean", /\d/);
}

const handle = (lab: Lab, id: string): Locator => lab.page.locator(`.handle[data-handle=${id}]`);

/** Numbers of a data attribute. */
async function numbers(lab: Lab, name: string): Promise<number[]> {
  await lab.settled();
  return ((await lab.picture.getAttribute(`data-${name}`)) ?? "").split(" ").filter(Boolean).map(Number);
}

async function centre(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error("the handle is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(lab: Lab, id: string, dx: number, dy: number): Promise<void> {
  const from = await centre(handle(lab, id));
  await lab.page.mouse.move(from.x, from.y);
  await lab.page.mouse.down();
  await lab.page.mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 4 });
  await lab.page.mouse.move(from.x + dx, from.y + dy, { steps: 4 });
  await lab.page.mouse.up();
}

test("on the line, dragging x_t moves the posterior with it; axes stand still until it is let go", async ({
  lab,
  page,
}) => {
  await open(lab);
  const [mean, xt] = [await numbers(lab, "mean"), await numbers(lab, "xt")];
  const from = await centre(handle(lab, "xt"));
  const view = await numbers(lab, "view");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 300, from.y, { steps: 6 });
  await expect.poll(async () => (await numbers(lab, "xt"))[0]).toBeGreaterThan(xt[0]! + 1);
  // The handle is under the pointer, and the axes are where they were.
  expect((await centre(handle(lab, "xt"))).x).toBeCloseTo(from.x + 300, 0);
  expect(await numbers(lab, "view")).toEqual(view);
  await page.mouse.up();
  const moved = await numbers(lab, "mean");
  expect(moved[0]).toBeGreaterThan(mean[0]! + 1);
  expect((await numbers(lab, "view"))[1]).toBeGreaterThan(view[1]!);

  // One drag, one step back.
  await lab.undo();
  expect(await numbers(lab, "xt")).toEqual(xt);
  expect(await numbers(lab, "mean")).toEqual(mean);
});

test("keys move a handle, Tab goes to the next one, numbers can be typed", async ({ lab, page }) => {
  await open(lab, { dims: "2" });
  const before = await numbers(lab, "mean");
  await handle(lab, "x0").focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Alt+ArrowRight");
  const after = await numbers(lab, "mean");
  expect(after[1]).toBeGreaterThan(before[1]!);
  expect(after[0]).toBeGreaterThan(before[0]!);
  await page.keyboard.press("Tab");
  await expect(handle(lab, "xt")).toBeFocused();
  await expect(handle(lab, "xt")).toHaveAttribute("aria-valuetext", /\(0\.1, 1\.1\)/);

  // Far beyond what x_0 could have sent: the axes follow.
  const field = page.locator("[data-field=xtx] input[type=text]");
  await field.fill("12");
  await field.press("Enter");
  expect(await numbers(lab, "xt")).toEqual([12, 1.1]);
  expect((await numbers(lab, "view"))[1]).toBeGreaterThan(12);
  await expect(handle(lab, "xt")).toBeVisible();
});

test("both constructions of the mean are one point while the noise on trial is dragged, and KL is the weighted error", async ({
  lab,
}) => {
  await open(lab, { dims: "2", guess: true, t: 80 });
  for (const [dx, dy] of [
    [60, -20],
    [-140, 35],
    [30, 60],
  ] as const) {
    const before = await numbers(lab, "guess");
    await drag(lab, "guess", dx, dy);
    const [guess, noise, posterior] = [
      await numbers(lab, "guess"),
      await numbers(lab, "noise-form"),
      await numbers(lab, "posterior-form"),
    ];
    expect(guess).not.toEqual(before);
    for (const [c, value] of noise.entries()) expect(value).toBeCloseTo(posterior[c]!, 12);
    expect((await numbers(lab, "difference"))[0]).toBeLessThan(1e-14);
    const [[kl], [weighted]] = [await numbers(lab, "kl"), await numbers(lab, "weighted")];
    expect(weighted).toBeGreaterThan(0);
    expect(Math.abs(kl! - weighted!)).toBeLessThan(1e-9 * weighted!);
    // As printed, they are the same text.
    const text = (id: string) => lab.page.locator(`[data-reading=${id}] dd`).textContent();
    expect(await text("kl")).toBe(await text("weighted"));
    expect(await text("noiseForm")).toBe(await text("posteriorForm"));
  }
});

test("at t = 1 the posterior is a point mass at x_0, drawn and said", async ({ lab, page }) => {
  for (const dims of ["1", "2"]) {
    await open(lab, { dims, t: 1, guess: true });
    await expect(lab.picture).toHaveAttribute("data-point", "true");
    expect(await numbers(lab, "mean")).toEqual(await numbers(lab, "x0"));
    expect(await numbers(lab, "variance")).toEqual([0]);
    expect(await numbers(lab, "kl")).toEqual([Number.POSITIVE_INFINITY]);
    await expect(page.locator(".stage-notes")).toContainText(words.notes.first);
    await expect(page.locator(".stage-canvas")).toHaveAttribute("aria-label", /point mass/);
    await page.goto("about:blank");
  }
});

test("the best possible guess is not eps, unless there is one point only", async ({ lab, page }) => {
  await open(lab, { dims: "2", t: 120 });
  expect(Number(await page.locator("[data-reading=best] dd").textContent())).toBeGreaterThan(0.1);
  await page.goto("about:blank");
  // One point, and x_0 on it: x_t gives x_0 away.
  await open(lab, { preset: "one-point", dims: "2", t: 120, x0x: 0.8, x0y: 0.5 });
  const best = (await page.locator("[data-reading=best] dd").textContent()) ?? "";
  expect(Number(best.replace(/×10⁻.*/, "e-20"))).toBeLessThan(1e-9);
});

test.describe("touch", () => {
  test.use({ ownContext: true, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("a finger beside a handle drags it, and nothing overflows", async ({ lab, page }) => {
    await open(lab, { dims: "2" });
    const before = await numbers(lab, "xt");
    const at = await centre(handle(lab, "xt"));
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
      cdp.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
    await touch("touchStart", at.x + 12, at.y - 10);
    for (let k = 1; k <= 6; k++) await touch("touchMove", at.x + 12 - 10 * k, at.y - 10 + 8 * k);
    await touch("touchEnd", 0, 0);
    const after = await numbers(lab, "xt");
    expect(after[0]).toBeLessThan(before[0]! - 0.3);
    expect(after[1]).toBeLessThan(before[1]! - 0.2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
