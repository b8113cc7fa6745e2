// Sampling in the page: from one noise, near the data with the exact eps, played both ways; with a network once there is one.
import { readFileSync, statSync } from "node:fs";
import type { Page } from "@playwright/test";
import { sample as words } from "../../web/labs/diffusion/messages/sample.en.ts";
import { train as trainWords } from "../../web/labs/diffusion/messages/train.en.ts";
import { findings, SIZES, sideways } from "./support/eyes.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

async function set(page: Page, field: string, value: number): Promise<void> {
  const input = page.locator(`.control[data-field="${field}"] input:not([type=range])`);
  await input.fill(String(value));
  await input.press("Enter");
}

const sampled = (lab: Lab) => expect(lab.picture).toHaveAttribute("data-phase", "done", { timeout: 60_000 });
const value = async (lab: Lab, name: string) => (await lab.picture.getAttribute(`data-${name}`)) ?? "";
const numbers = async (lab: Lab, name: string) => (await value(lab, name)).split(" ").filter(Boolean).map(Number);

async function open(lab: Lab, fields: Readonly<Record<string, number>>): Promise<void> {
  await lab.open(await stateLink("diffusion", { stage: "sample", ...fields }));
  await sampled(lab);
}

test("the exact eps ends near the data, by every way from the same noise", async ({ lab }) => {
  await open(lab, { T: 60, particles: 1000, ddimSteps: 30 });
  expect(await value(lab, "runs")).toBe("exact-ancestral exact-ddim");
  expect(await value(lab, "same-start")).toBe("true");
  const [fresh = Number.NaN] = await numbers(lab, "fresh-energy");
  expect(fresh).toBeGreaterThan(0);
  const energies = await numbers(lab, "energies");
  expect(energies).toHaveLength(2);
  // A sample of a thousand differs from another by chance; noise that went nowhere is hundreds of times as far.
  for (const energy of energies) expect(energy).toBeLessThan(6 * fresh);
  const ends = (await value(lab, "firsts")).split(" ");
  await lab.page.locator("[data-play=first]").click();
  const starts = (await value(lab, "firsts")).split(" ");
  expect(new Set(starts).size).toBe(1);
  expect(new Set(ends).size).toBe(2);
});

test("scrub, play and play backwards show what was computed", async ({ lab }) => {
  await open(lab, { T: 60, particles: 300 });
  await expect(lab.picture).toHaveAttribute("data-position", "60");
  const scrub = lab.page.locator(".stepper-scrub");
  await scrub.fill("20");
  await expect(lab.picture).toHaveAttribute("data-t", "40");
  const there = await value(lab, "firsts");
  await scrub.fill("60");
  await expect.poll(() => value(lab, "firsts")).not.toBe(there);
  await lab.page.locator("[data-play=backwards]").click();
  await expect(lab.picture).toHaveAttribute("data-position", "0");
  await expect(lab.picture).toHaveAttribute("data-playing", "0");
  await lab.page.locator("[data-play=play]").click();
  await expect(lab.picture).toHaveAttribute("data-position", "60");
  await scrub.fill("20");
  await expect.poll(() => value(lab, "firsts")).toBe(there);
  await scrub.press(".");
  await expect(lab.picture).toHaveAttribute("data-position", "21");

  const saving = lab.page.waitForEvent("download");
  await lab.page.locator("[data-run=csv]").click();
  const lines = readFileSync(await (await saving).path(), "utf8")
    .trim()
    .split("\n");
  expect(lines).toHaveLength(1 + 2 * 300);
});

test("what is played is recorded as WebM", async ({ lab }) => {
  await open(lab, { T: 30, particles: 200 });
  const saving = lab.page.waitForEvent("download");
  await lab.page.locator("[data-run=record]").click();
  const film = await saving;
  expect(film.suggestedFilename()).toBe("sampling-moons.webm");
  expect(statSync(await film.path()).size).toBeGreaterThan(1000);
});

test("a network that was trained joins in, and quality is found for it and for the exact eps", async ({ lab }) => {
  await open(lab, { T: 20, particles: 300, ddimSteps: 20 });
  // Before there is a network its run has no panel, and the bar says what to do.
  await expect(lab.picture.locator("[data-panels]")).toHaveAttribute("data-panels", "2");
  await expect(lab.page.locator(".run-status").first()).toContainText(words.runs["network-ddim"]);
  await lab.page.locator("[data-run=train]").click();
  await expect(lab.picture).toHaveAttribute("data-phase", "untrained");
  await expect(lab.page.locator("[data-run=use]")).toHaveCount(0);
  for (const [field, number] of Object.entries({ width: 32, depth: 2, trainSteps: 300, batch: 64 }))
    await set(lab.page, field, number);
  await lab.page.locator("[data-run=start]").click();
  await expect(lab.picture).toHaveAttribute("data-phase", "finished", { timeout: 60_000 });
  // On to its samples, whichever runs were chosen; here none of a network.
  await lab.page.locator("[data-stage=sample]").click();
  await lab.page.locator(".control[data-field=runC] select").selectOption("none");
  await lab.page.locator("[data-stage=train]").click();
  await lab.page.locator("[data-run=use]").click();
  await expect(lab.picture).toHaveAttribute("data-stage", "sample");
  await expect(lab.picture.locator("[data-panels]")).toHaveAttribute("data-panels", "3");
  await expect(lab.picture).toHaveAttribute("data-runs", "exact-ancestral exact-ddim network-ddim");
  await sampled(lab);
  expect(await value(lab, "same-start")).toBe("true");
  const [, exact = Number.NaN, network = Number.NaN] = await numbers(lab, "energies");
  expect(network).toBeGreaterThan(exact);

  await lab.page.locator("[data-run=quality]").click();
  await expect(lab.picture).toHaveAttribute("data-curve-phase", "done", { timeout: 60_000 });
  const points = (await value(lab, "curve")).split(" ").map((point) => point.split(":"));
  const of = (source: string) => points.filter(([name]) => name === source).map(([, steps]) => Number(steps));
  expect(of("exact")).toEqual([5, 10, 20]);
  expect(of("network")).toEqual([5, 10, 20]);
  for (const [, , energy] of points) expect(Number(energy)).toBeGreaterThan(0);
});

test("without data nothing is on its way: every stage says what to do", async ({ lab, page }) => {
  await lab.open(await stateLink("diffusion", { stage: "sample", preset: "own", dataset: "own" }));
  await expect(page.locator(".run-status").first()).toHaveText(words.status.noData);
  await page.locator("[data-stage=train]").click();
  await expect(page.locator(".run-status")).toHaveText(trainWords.nothing);
  await expect(page.locator("[data-run=start]")).toBeDisabled();
  await lab.settled();
});

test("on a narrow screen the strip of stages fades where it goes on, and shows the open one", async ({ lab, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await lab.open("#lab=diffusion");
  const strip = page.locator(".stage-tabs");
  await expect(strip).toHaveAttribute("data-more", "after");
  const scrolled = await page.evaluate(() => scrollY);
  await page.locator("[data-stage=elbo][role=tab]").dispatchEvent("click");
  await expect(strip).toHaveAttribute("data-more", "before");
  const [whole, tab] = [await strip.boundingBox(), await page.locator("[data-stage=elbo][role=tab]").boundingBox()];
  expect((tab?.x ?? 0) + (tab?.width ?? 0)).toBeLessThanOrEqual((whole?.x ?? 0) + (whole?.width ?? 0) + 1);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test("both stages leave nobody out, and nothing sticks out sideways on any screen", async ({ lab, page }) => {
  await lab.open("#lab=diffusion");
  for (const stage of ["train", "sample"]) {
    await page.locator(`[data-stage=${stage}]`).click();
    if (stage === "train") {
      await page.locator("[data-run=step]").click();
      await expect(lab.picture).toHaveAttribute("data-phase", "paused");
    } else {
      await expect(page.locator('.control[data-field="particles"]')).toBeVisible();
      await sampled(lab);
    }
    expect(await findings(page)).toEqual([]);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      expect(await sideways(page), `${stage} at ${size.width}`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(SIZES[0]);
  }
});
