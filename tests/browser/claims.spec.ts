// Every claim holds on the data that shows it, breaks when it is broken, heals, and is vacuous where its hypothesis fails.

import { proofPage } from "../../web/host/messages/proof-page.en.ts";
import { player } from "../../web/kit/messages/player.en.ts";
import { reasons } from "../../web/labs/svr/messages/checks.en.ts";
import { CLAIMS } from "../../web/labs/svr/state.ts";
import { eachOf, opensItself } from "./support/cases.ts";
import { expect, host, kit, type Lab, test } from "./support/lab.ts";

async function verdict(lab: Lab, claim: string, expected: string): Promise<void> {
  await expect(lab.chip(claim)).toHaveAttribute("data-verdict", expected, { timeout: 30_000 });
}

test("every claim holds on its own data, fails when broken, and heals", async ({ lab, page }) => {
  await eachOf(page, CLAIMS, opensItself, async (claim) => {
    const article = await lab.openClaim("svr", claim);
    await verdict(lab, claim, "pass");
    await expect(article.locator(".proof-statement .katex").first()).toBeVisible();
    await expect(article.locator(".proof-derivation .katex").first()).toBeAttached();
    await expect(
      article.locator(".proof-picture canvas, .proof-picture svg, .proof-picture table").first(),
    ).toBeVisible();
    await expect(article.locator("tr[data-check]").first()).toHaveAttribute("data-verdict", "pass");

    const breaker = page.locator(`[data-break="${claim}"]`);
    await breaker.click();
    await verdict(lab, claim, "fail");
    await expect(article.locator('tr[data-check][data-verdict="fail"]').first()).toBeVisible();
    await expect(lab.chip(claim)).toContainText(host.proof.broken);
    // What is broken is drawn broken in the main plot as well, where the break leaves a certificate.
    const plot = page.locator(".picture-canvas");
    const drawn = new RegExp(`Dashed: .* ${claim}[,.]`);
    if (claim !== "1a" && claim !== "1d1") await expect(plot).toHaveAttribute("aria-label", drawn);
    await breaker.click();
    await verdict(lab, claim, "pass");
    await expect(plot).not.toHaveAttribute("aria-label", drawn);
  });
});

test("a b dragged off the set is no minimiser, while the claim about the solver's b holds", async ({ lab }) => {
  const article = await lab.openClaim("svr", "1c1");
  await verdict(lab, "1c1", "pass");
  const trial = article.locator("[data-trial]");
  await expect(trial).toHaveCount(0);
  const polyline = article.locator(".claim-polyline");
  await polyline.press("End");
  await expect(trial).toHaveAttribute("data-trial", "fail");
  await expect(trial).toContainText(/not a minimiser: g\(b\) is [\d.]+ above/);
  await verdict(lab, "1c1", "pass");
  await article.locator(".claim-controls button").click();
  await expect(trial).toHaveCount(0);
  // Not exactly the solver's b, but on the set.
  await polyline.press("ArrowRight");
  await expect(trial).toHaveAttribute("data-trial", "pass");
});

test("all claims are judged on the first data set, and a first look says so and leads to them", async ({
  lab,
  page,
}) => {
  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await lab.open();
    for (const claim of CLAIMS) await verdict(lab, claim, "pass");
    const glance = page.locator(".proof-glance");
    await expect(glance).toHaveText("6 of 6 claims hold");
    await expect(glance).toBeInViewport({ ratio: 1 });
    await glance.click();
    await expect(lab.chip("1a")).toBeInViewport({ ratio: 1 });
    await expect(lab.chip("1a")).toBeFocused();
  }
});

test("by a link, a claim's title and what breaks it are in view, and stay so when all has arrived", async ({
  lab,
  page,
}) => {
  const cases = [
    ["tablet, 1b", "#q=1b", { width: 768, height: 1024 }],
    ["phone, 1c2", "#q=1c2", { width: 390, height: 844 }],
    ["phone, 2.5c", "#lab=svdd&q=2.5c", { width: 390, height: 844 }],
    ["wide, 1d2", "#q=1d2", { width: 1366, height: 768 }],
  ] as const;
  await eachOf(page, cases, opensItself, async ([, hash, size]) => {
    await page.setViewportSize(size);
    await lab.load(hash);
    const article = page.locator("[data-open-claim]");
    await expect(article.locator("figure canvas").first()).toBeAttached();
    await expect(article.locator(".proof-statement .katex").first()).toBeAttached();
    await page.evaluate(() => document.fonts.ready);
    // Something above that arrives late: what the reader came for stays where it is.
    await page.evaluate(() => {
      const late = document.createElement("p");
      late.style.height = "300px";
      document.querySelector(".lab-bar")?.append(late);
    });
    await page.waitForTimeout(200);
    for (const part of ["h3", "[data-break]"]) await expect(article.locator(part)).toBeInViewport({ ratio: 1 });
    const top = async () => (await article.boundingBox())?.y ?? 0;
    expect(await top()).toBeLessThan(size.height / 4);
    // The board is one line.
    expect((await page.locator(".proof-board").boundingBox())?.height).toBeLessThan(60);
    await page.locator("[data-break]").click();
    await expect(article.locator(".proof-broken")).toBeInViewport({ ratio: 1 });
    await expect(page.locator("[data-break]")).toHaveText(proofPage.mendIt);
  });
});

test("own data stay when a claim is opened, and its example is one click and one undo away", async ({ lab, page }) => {
  await lab.open();
  // The bar holds its height after an edit until its width changes; browsers tell of sizes that change while they tell of some.
  await page.evaluate(() => {
    window.addEventListener("error", ({ message }) => document.documentElement.setAttribute("data-error", message));
  });
  const at = await lab.at(0.3, 0.8);
  await page.mouse.click(at.x, at.y);
  await lab.has(134);
  await lab.chip("1c1").click();
  await verdict(lab, "1c1", "pass");
  await lab.has(134);
  await page.getByRole("button", { name: proofPage.example }).click();
  await lab.has(4);
  await expect(page.locator(".proof-example")).toHaveCount(0);
  await lab.undo();
  await lab.has(134);
  await expect(page.locator("html")).not.toHaveAttribute("data-error");
  // Closed, the claim leaves the focus on its place on the board.
  await page.locator(".proof-page").getByRole("button", { name: proofPage.close }).click();
  await expect(page.locator(".proof-page")).toHaveCount(0);
  await expect(lab.chip("1c1")).toBeFocused();
});

test("claims are vacuous where the kernel is none, or no point is a support vector", async ({ lab, page }) => {
  const cases = [
    ["1a", "indefinite", reasons["kernel-not-psd"]],
    ["1b", "indefinite", reasons["kernel-not-psd"]],
    ["1d1", "indefinite", reasons["kernel-not-psd"]],
    ["1d2", "tie-slack", reasons["no-bars"]],
  ] as const;
  await eachOf(page, cases, opensItself, async ([claim, preset, reason]) => {
    const article = await lab.openClaim("svr", claim);
    await verdict(lab, claim, "pass");
    await lab.choose(preset);
    await verdict(lab, claim, "vacuous");
    await expect(article.locator(".proof-reason")).toHaveText(reason);
  });
});

test("claims are vacuous before the solver is done", async ({ lab, page }) => {
  await eachOf(page, ["1c1", "1c2"], opensItself, async (claim) => {
    const article = await lab.openClaim("svr", claim);
    await verdict(lab, claim, "pass");
    await page.getByRole("button", { name: kit.stepper.title }).click();
    await page.getByRole("button", { name: player.first, exact: true }).click();
    await verdict(lab, claim, "vacuous");
    await expect(article.locator(".proof-reason")).toHaveText(reasons["not-converged"]);
  });
});

test("1c1 shows the whole set of best offsets of both ties", async ({ lab, page }) => {
  await lab.open("#q=1c1");
  await verdict(lab, "1c1", "pass");
  const picture = page.locator('[data-open-claim="1c1"] .proof-picture');
  await expect(picture).toContainText("[0.2, 0.8]");
  await lab.choose("tie-slack");
  await verdict(lab, "1c1", "pass");
  await expect(picture).toContainText("[0.4, 0.6]");
});

test("a broken claim stays broken on other data, and in a link", async ({ lab, page }) => {
  await lab.open("#q=1c2");
  await page.locator('[data-break="1c2"]').click();
  await verdict(lab, "1c2", "fail");
  const link = await lab.link();
  await page.goto("about:blank");
  await page.goto(link);
  await lab.settled();
  await verdict(lab, "1c2", "fail");
  await expect(page.locator('[data-open-claim="1c2"]')).toBeVisible();
});
