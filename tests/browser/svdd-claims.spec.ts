// The hypersphere lab: every data set draws, every claim holds on the data that shows it, breaks when it is broken, and heals.

import { reasons } from "../../web/labs/svdd/messages/checks.en.ts";
import { en as svdd } from "../../web/labs/svdd/messages/en.ts";
import { DATA_PRESETS } from "../../web/labs/svdd/preset-ids.ts";
import { presetData } from "../../web/labs/svdd/presets.ts";
import { CLAIMS } from "../../web/labs/svdd/state.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { expect, type Lab, test } from "./support/lab.ts";

async function verdict(lab: Lab, claim: string, expected: string): Promise<void> {
  await expect(lab.chip(claim)).toHaveAttribute("data-verdict", expected, { timeout: 30_000 });
}

test("every data set draws, described in words", async ({ lab, page }) => {
  await eachOf(
    page,
    DATA_PRESETS,
    () => lab.open("#lab=svdd"),
    async (id) => {
      await lab.choose(id);
      const { x = [], d = 1 } = presetData(id);
      const n = x.length / d;
      await lab.has(n);
      await expect(lab.picture).toHaveAttribute("data-converged", "true");
      const counts = (await lab.picture.getAttribute("data-cases"))?.split(" ").map(Number) ?? [];
      expect(
        counts.reduce((a, b) => a + b, 0),
        id,
      ).toBe(n);
      await expect(lab.canvas).toHaveAttribute("aria-label", new RegExp(`\\b${n} points?\\b`));
      await expect(page.locator(".data-about")).toContainText(svdd.presets.sets[id].about);
      const painted = await lab.canvas.evaluate((element) =>
        Array.from(element.querySelectorAll("canvas"), (canvas) => {
          const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
          return data.some((value, k) => k % 4 === 3 && value > 0);
        }),
      );
      expect(painted.slice(0, 2), id).toEqual([true, true]);
    },
  );
});

/** Claims whose break-it replaces the ball. */
const BALLS: ReadonlySet<string> = new Set(["2.2", "2.5a", "2.5b", "2.5c", "2.6"]);

test("every claim holds on its own data, fails when broken, and heals", async ({ lab, page }) => {
  await eachOf(page, CLAIMS, opensItself, async (claim) => {
    const article = await lab.openClaim("svdd", claim);
    await verdict(lab, claim, "pass");
    await expect(article.locator(".proof-statement .katex").first()).toBeVisible();
    await expect(article.locator(".proof-picture canvas").first()).toBeVisible();
    const painted = () =>
      article.locator(".proof-picture canvas").evaluateAll((canvases) =>
        canvases.every((canvas) => {
          const { width, height } = canvas as HTMLCanvasElement;
          const { data } = (canvas as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
          return data.some((value, k) => k % 4 === 3 && value > 0);
        }),
      );
    // A frame after it is there.
    await expect.poll(painted).toBe(true);
    const breaker = page.locator(`[data-break="${claim}"]`);
    await breaker.click();
    await verdict(lab, claim, "fail");
    await expect(article.locator('tr[data-check][data-verdict="fail"]').first()).toBeVisible();
    // Where the break is of the ball, the main plot has the broken one until it is mended.
    const broken = /broken certificate/;
    if (BALLS.has(claim)) await expect(lab.canvas).toHaveAttribute("aria-label", broken);
    else await expect(lab.canvas).not.toHaveAttribute("aria-label", broken);
    await breaker.click();
    await verdict(lab, claim, "pass");
    await expect(lab.canvas).not.toHaveAttribute("aria-label", broken);
  });
});

test("claims are vacuous where their condition is not met, and say why", async ({ lab, page }) => {
  const cases = [
    ["2.5a", "identical", reasons.coincident],
    ["2.6", "weighted", reasons["weights-differ"]],
    ["2.2", "indefinite", reasons["kernel-not-psd"]],
  ] as const;
  await eachOf(page, cases, opensItself, async ([claim, preset, reason]) => {
    const article = await lab.openClaim("svdd", claim);
    await verdict(lab, claim, "pass");
    await lab.choose(preset);
    await verdict(lab, claim, "vacuous");
    await expect(article.locator(".proof-reason")).toHaveText(reason);
  });
});

test("2.5b: rho can be tried by drag and keys, and the picture follows", async ({ lab, page }) => {
  await lab.open("#lab=svdd&q=2.5b");
  await verdict(lab, "2.5b", "pass");
  const slider = page.locator(".claim-polyline");
  await expect(slider).toHaveAttribute("aria-valuetext", /\[0, 1\]/);
  await slider.focus();
  await page.keyboard.press("Home");
  await expect(slider).toHaveAttribute("aria-valuenow", "0");
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(async () => Number(await slider.getAttribute("aria-valuenow"))).toBeGreaterThan(0);
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.95, box.y + box.height / 2);
  await expect.poll(async () => Number(await slider.getAttribute("aria-valuenow"))).toBeGreaterThan(1);
  await expect(page.locator('[data-open-claim="2.5b"]')).toContainText("1, 1");
  // The trial has its own verdict; the claim's is about the solver's rho.
  await expect(page.locator("[data-trial]")).toHaveAttribute("data-trial", "fail");
  await verdict(lab, "2.5b", "pass");
});

test("2.6: nu snaps to a share of whole points, and undo brings it back", async ({ lab, page }) => {
  await lab.open("#lab=svdd&q=2.6");
  await verdict(lab, "2.6", "pass");
  const sweep = page.locator(".claim-sweep");
  await sweep.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(async () => Number(await sweep.getAttribute("aria-valuenow"))).toBeCloseTo(0.3, 9);
  await lab.settled();
  await verdict(lab, "2.6", "pass");
  await lab.undo();
  await expect(sweep).toHaveAttribute("aria-valuenow", "0.25");
});

test("2.1: no multiplier lifts L above its saddle value", async ({ lab, page }) => {
  await lab.open("#lab=svdd&q=2.1");
  await verdict(lab, "2.1", "pass");
  const article = page.locator('[data-open-claim="2.1"]');
  const gamma = article.locator(".claim-slider input").nth(2);
  await gamma.focus();
  await page.keyboard.press("End");
  const values = async () =>
    (await article.locator(".claim-readings dd").allTextContents())
      .slice(-2)
      .map((text) => Number(text.replace("−", "-")));
  await expect.poll(async () => ((await values())[0] as number) < ((await values())[1] as number)).toBe(true);
});
