// The diffusion lab's proof panel: every claim holds on what shows it, breaks when it is broken, and heals; where it has nothing to
// say it says why; and none of it holds up the picture.
import { CLAIMS } from "../../web/labs/diffusion/fields.ts";
import { reasons } from "../../web/labs/diffusion/messages/checks.en.ts";
import { siteUrl } from "./support/addresses.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { expect, type Lab, test } from "./support/lab.ts";

async function verdict(lab: Lab, claim: string, expected: string): Promise<void> {
  await expect(lab.chip(claim)).toHaveAttribute("data-verdict", expected, { timeout: 30_000 });
}

/** Every canvas of the open claim's picture, as an image. */
function painted(lab: Lab): Promise<string[]> {
  return lab.page
    .locator(".proof-picture canvas")
    .evaluateAll((canvases) => canvases.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));
}

/** Pixels of the open claim's picture in the colour of what is broken. */
function paintedBroken(lab: Lab): Promise<number> {
  return lab.page.locator(".proof-picture canvas").evaluateAll((canvases) => {
    const pixels = (canvas: HTMLCanvasElement) => {
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("no 2d canvas");
      return context.getImageData(0, 0, canvas.width, canvas.height).data;
    };
    const named = document.createElement("i");
    named.style.color = "var(--fail)";
    document.body.append(named);
    const probe = document.createElement("canvas");
    const context = probe.getContext("2d");
    if (context === null) throw new Error("no 2d canvas");
    context.fillStyle = getComputedStyle(named).color;
    named.remove();
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = pixels(probe);
    let count = 0;
    for (const canvas of canvases) {
      const data = pixels(canvas as HTMLCanvasElement);
      for (let k = 0; k < data.length; k += 4)
        if (data[k] === red && data[k + 1] === green && data[k + 2] === blue && data[k + 3] === 255) count++;
    }
    return count;
  });
}

test("every claim holds where its link leads, fails visibly when broken, and heals", async ({ lab, page }) => {
  await eachOf(page, CLAIMS, opensItself, async (claim) => {
    const article = await lab.openClaim("diffusion", claim);
    await verdict(lab, claim, "pass");
    await expect(article.locator(".proof-statement .katex").first()).toBeVisible();
    await expect(article.locator(".proof-picture canvas").first()).toBeVisible();
    await expect(article.locator("figcaption").filter({ hasText: /^\s*$/ })).toHaveCount(0);
    const before = await painted(lab);
    for (const image of before) expect(image.length).toBeGreaterThan(2000);
    expect(await paintedBroken(lab), "nothing is drawn as broken").toBe(0);
    await expect(article.locator(".claim-key .role-fail:visible")).toHaveCount(0);
    const breaker = page.locator(`[data-break="${claim}"]`);
    await breaker.click();
    await verdict(lab, claim, "fail");
    await expect(article.locator('tr[data-check][data-verdict="fail"]').first()).toBeVisible();
    await expect.poll(async () => (await painted(lab)).some((image, k) => image !== before[k])).toBe(true);
    // What is broken is drawn so, and the legend names it.
    await expect.poll(() => paintedBroken(lab)).toBeGreaterThan(20);
    await expect(article.locator(".claim-key .role-fail:visible")).not.toHaveCount(0);
    await breaker.click();
    await verdict(lab, claim, "pass");
    await expect.poll(() => painted(lab)).toEqual(before);
  });
});

test("at rest every claim has a verdict, whichever is open, and none stays to be asked", async ({ lab, page }) => {
  await page.goto(`${siteUrl()}#lab=diffusion`);
  for (const claim of CLAIMS) await verdict(lab, claim, "pass");
  await lab.chip("4d").click();
  await lab.chip("4r2").click();
  for (const claim of CLAIMS) await verdict(lab, claim, "pass");
});

test("claims are vacuous where they have nothing to say, and say why", async ({ lab, page }) => {
  const cases = [
    ["4a on no-noise", "4a", "no-noise", "no-noise"],
    ["4b on one-step", "4b", "one-step", "one-step"],
    ["4r3 on one-point", "4r3", "one-point", "no-spread"],
  ] as const;
  await eachOf(page, cases, opensItself, async ([, claim, preset, reason]) => {
    await page.goto("about:blank");
    const article = await lab.openClaim("diffusion", claim);
    await verdict(lab, claim, "pass");
    await page.locator("[data-control=preset]").selectOption(preset);
    await verdict(lab, claim, "vacuous");
    await expect(article.locator(".proof-reason")).toHaveText(reasons[reason]);
  });
});

test("4a: the step and the draw can be changed, and the numbers follow", async ({ lab, page }) => {
  await page.goto(`${siteUrl()}#lab=diffusion&q=4a`);
  await verdict(lab, "4a", "pass");
  const article = page.locator('[data-open-claim="4a"]');
  const step = article.locator(".claim-slider input");
  await step.focus();
  await page.keyboard.press("Home");
  await expect(article.locator("figcaption").first()).toContainText("t = 1 ");
  await expect(article.locator(".claim-readings dd").first()).toHaveText("0.9999");
  await verdict(lab, "4a", "pass");
  const before = await painted(lab);
  await article.locator("[data-new-draw]").click();
  await expect.poll(async () => (await painted(lab))[0] !== before[0]).toBe(true);
  await verdict(lab, "4a", "pass");
});

test("4b: at t = 1 the posterior is a dot", async ({ lab, page }) => {
  await page.goto(`${siteUrl()}#lab=diffusion&q=4b`);
  await verdict(lab, "4b", "pass");
  const article = page.locator('[data-open-claim="4b"]');
  await article.locator(".claim-slider input").focus();
  await page.keyboard.press("Home");
  await expect(article.locator("figcaption").first()).toContainText("point mass");
  await verdict(lab, "4b", "pass");
});

test("the bridge: from one step to a thousand the gap closes, but not with the text's variance", async ({
  lab,
  page,
}) => {
  await page.goto(`${siteUrl()}#lab=diffusion&q=4bridge`);
  await verdict(lab, "4bridge", "pass");
  const article = page.locator('[data-open-claim="4bridge"]');
  const gaps = article.locator(".claim-three-gaps");
  const steps = article.locator(".claim-slider input").first();
  await steps.focus();
  await page.keyboard.press("Home");
  await expect(gaps).toHaveAttribute("aria-label", /T = 1: the gap is 0\.936 .* 0\.936 .* 0\.936/);
  await page.keyboard.press("End");
  await expect(gaps).toHaveAttribute("aria-label", /T = 1000: the gap is 0\.393 .* 0\.00407 .* 0\.00159 /);
  await verdict(lab, "4bridge", "pass");
});

test("a claim that is open and broken travels in the link", async ({ lab, page }) => {
  await page.goto(`${siteUrl()}#lab=diffusion&q=4bridge`);
  await verdict(lab, "4bridge", "pass");
  await page.locator('[data-break="4bridge"]').click();
  await verdict(lab, "4bridge", "fail");
  const link = await lab.link();
  await page.goto("about:blank");
  await page.goto(link);
  await verdict(lab, "4bridge", "fail");
  await expect(page.locator('[data-open-claim="4bridge"]')).toBeVisible();
});
