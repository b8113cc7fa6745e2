// The bound: weights, terms, the bridge, the simple loss as printed; numbers as the page has computed them.
import { elbo as words } from "../../web/labs/diffusion/messages/elbo.en.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

const LINEAR = { schedule: "linear", T: 1000 } as const;

async function open(lab: Lab, elboView: string, fields: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await lab.open(await stateLink("diffusion", { stage: "elbo", elboView, ...fields }));
  await expect(lab.picture).toHaveAttribute("data-view", elboView);
}

async function numbers(lab: Lab, name: string): Promise<number[]> {
  await lab.settled();
  return ((await lab.picture.getAttribute(`data-${name}`)) ?? "").split(" ").map(Number);
}

test("weights: the first infinite, the least at 350, divergence and weighted error the same at every step", async ({
  lab,
  page,
}) => {
  await open(lab, "weights", { ...LINEAR, t: 100 });
  expect(await numbers(lab, "first")).toEqual([Number.POSITIVE_INFINITY]);
  const [t, least] = await numbers(lab, "least");
  expect(t).toBe(350);
  expect(least).toBeCloseTo(0.005, 4);
  expect((await numbers(lab, "weight"))[0]).toBeCloseTo(0.0103, 4);
  const handle = page.locator(".handle");
  await handle.focus();
  for (const key of ["ArrowRight", "ArrowRight", "Alt+ArrowLeft"]) {
    await page.keyboard.press(key);
    const [[kl], [mse]] = [await numbers(lab, "kl"), await numbers(lab, "mse")];
    expect(mse).toBeGreaterThan(0);
    expect(Math.abs(kl! - mse!)).toBeLessThan(1e-9 * mse!);
  }
  expect(await numbers(lab, "step")).toEqual([119]);
});

test("bridge: the exact gaps of one step and of a thousand, and the text's variance the loosest", async ({
  lab,
  page,
}) => {
  await open(lab, "bridge");
  const one = await numbers(lab, "gaps");
  expect(one[0]).toBeCloseTo(0.936, 3);
  expect(one[2]).toBeCloseTo(0.936, 3);
  await expect(lab.picture).toHaveAttribute("data-last", "true");
  expect((await numbers(lab, "curve")).at(-1)).toBe(1000);
  await expect(page.locator(".stage-notes")).toContainText(words.bridge.one);

  // The handle on the axis goes to the right end.
  const handle = page.locator(".handle");
  const box = await handle.boundingBox();
  const canvas = await page.locator(".stage-canvas").boundingBox();
  await page.mouse.move(box!.x + box!.width / 2, box!.y + box!.height / 2);
  await page.mouse.down();
  await page.mouse.move(canvas!.x + canvas!.width / 2, box!.y, { steps: 5 });
  await page.mouse.move(canvas!.x + canvas!.width, box!.y, { steps: 5 });
  await page.mouse.up();
  await expect(lab.picture).toHaveAttribute("data-steps", "1000");
  const [posterior, forward, best] = await numbers(lab, "gaps");
  expect(posterior).toBeCloseTo(0.393, 3);
  expect(forward).toBeCloseTo(0.0041, 4);
  expect(best).toBeCloseTo(0.0016, 4);
  await expect(page.locator(".stage-notes")).toContainText("simple choice, not the one with the smallest gap");
  // The lab's own chain is as it was.
  await expect(page.locator("[data-field=T] input[type=text]")).toHaveValue("200");
});

test("terms: by draws with errors, by quadrature without, and points have no density", async ({ lab, page }) => {
  await open(lab, "terms", { n: 60, T: 50 });
  await expect(lab.picture).toHaveAttribute("data-last", "true");
  await expect(lab.picture).toHaveAttribute("data-by", "draws");
  const [posterior, forward, best] = await numbers(lab, "totals");
  const [entropy] = await numbers(lab, "entropy");
  expect(best).toBeGreaterThan(entropy!);
  expect(forward).toBeGreaterThan(best!);
  expect(posterior).toBeGreaterThan(best!);
  await expect(page.locator("[data-row=total] [data-column=best]")).toContainText("±");

  await page.goto("about:blank");
  await open(lab, "terms", { preset: "one-point", T: 20 });
  await expect(lab.picture).toHaveAttribute("data-by", "quadrature");
  expect(await numbers(lab, "entropy")).toEqual([Number.NEGATIVE_INFINITY]);
  await expect(page.locator(".stage-notes")).toContainText(words.terms.points);
  await expect(page.locator("[data-row=gap] [data-column=best]")).toHaveText(words.terms.undefined);
});

test("as printed, data of unit variance end at 1.98", async ({ lab, page }) => {
  await open(lab, "printed", { ...LINEAR, t: 1000 });
  await expect(page.locator("[data-reading=unit]")).toHaveCount(0);
  await page.locator(".stage-choices [data-field=elboPrinted]").click();
  await expect(page.locator("[data-reading=unit] dd")).toHaveText("1.98");
  expect((await numbers(lab, "unit"))[0]).toBeCloseTo(1.98, 4);
  expect((await numbers(lab, "chain"))[0]).toBeCloseTo(1, 2);
  expect((await numbers(lab, "printed"))[0]).toBeGreaterThan(1.9);
  await lab.undo();
  await expect(page.locator("[data-reading=unit]")).toHaveCount(0);
});

test("without data the pictures of data say so, and the others go on", async ({ lab, page }) => {
  await open(lab, "weights", { dataset: "own", points: [] });
  await page.locator(".stage-choices [value=terms]").check();
  await lab.settled();
  await expect(page.locator(".stage-canvas")).toHaveAttribute("aria-label", words.empty);
  await page.locator(".stage-choices [value=bridge]").check();
  expect((await numbers(lab, "gaps"))[0]).toBeCloseTo(0.936, 3);
});

test.describe("on a phone", () => {
  test.use({ ownContext: true, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test("every picture fits", async ({ lab, page }) => {
    await open(lab, "weights", { n: 50, T: 20 });
    for (const view of ["terms", "bridge", "printed", "weights"]) {
      await page.locator(`.stage-choices [value=${view}]`).check();
      await expect(lab.picture).toHaveAttribute("data-view", view);
      await lab.settled();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(390);
    }
  });
});
