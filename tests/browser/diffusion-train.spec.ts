// Training in the page: it runs, rests, goes on while another stage is looked at, and its network comes back from a file.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { train as words } from "../../web/labs/diffusion/messages/train.en.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

/** A network that takes a second to train, on a short chain, looked at where its field is learnt first: in the noise. */
const SMALL = { width: 32, depth: 2, trainSteps: 200, batch: 64, T: 40, t: 40 } as const;

async function set(page: Page, field: string, value: number): Promise<void> {
  const input = page.locator(`.control[data-field="${field}"] input:not([type=range])`);
  await input.fill(String(value));
  await input.press("Enter");
}

async function open(lab: Lab): Promise<void> {
  await lab.open(await stateLink("diffusion", { stage: "train", ...SMALL }));
  await expect(lab.picture).toHaveAttribute("data-phase", "untrained");
}

const press = (lab: Lab, name: string) => lab.page.locator(`[data-run=${name}]`).click();
/** Long lists, which the page makes only when a test reads them (web/kit/test-readings.ts). */
const numbers = (lab: Lab, name: string) =>
  lab.picture.evaluate((element, key) => {
    const { testReadings } = element as HTMLElement & { testReadings?: () => Record<string, unknown> };
    const values = testReadings?.()[key];
    return Array.isArray(values) ? (values as number[]) : [];
  }, name);
const finished = (lab: Lab) => expect(lab.picture).toHaveAttribute("data-phase", "finished", { timeout: 60_000 });

test("the same seed is the same losses; they fall, and stay above the floor", async ({ lab }) => {
  await open(lab);
  await press(lab, "start");
  await finished(lab);
  await lab.settled();
  const first = await numbers(lab, "losses");
  expect(first).toHaveLength(SMALL.trainSteps);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(first.slice(-50))).toBeLessThan(mean(first.slice(0, 50)));
  const [floor, errors] = [await numbers(lab, "bayesError"), await numbers(lab, "errors")];
  expect(errors).toHaveLength(floor.length);
  expect(mean(floor)).toBeGreaterThan(0.1);
  expect(mean(errors)).toBeGreaterThan(mean(floor));
  // It has learnt something of the field: closer to the exact one than no arrows at all.
  const [exact, learnt] = [await numbers(lab, "exact"), await numbers(lab, "learned")];
  const square = (values: number[]) => values.reduce((sum, value) => sum + value * value, 0);
  expect(square(exact.map((value, k) => value - (learnt[k] ?? Number.NaN)))).toBeLessThan(0.25 * square(exact));

  // So short a run may have ended before anybody looks: what shows that it took place is the count of what was drawn.
  const drawn = async () => Number(await lab.picture.getAttribute("data-frames"));
  const before = await drawn();
  await press(lab, "anew");
  await expect.poll(drawn).toBeGreaterThan(before);
  await finished(lab);
  expect(await numbers(lab, "losses")).toEqual(first);
});

test("one frame at a time, pause, another stage meanwhile, reset", async ({ lab }) => {
  await open(lab);
  await set(lab.page, "trainSteps", 20_000);
  await press(lab, "step");
  await expect(lab.picture).toHaveAttribute("data-phase", "paused");
  await expect(lab.picture).toHaveAttribute("data-steps", "0");
  for (const steps of [50, 100]) {
    await press(lab, "step");
    await expect(lab.picture).toHaveAttribute("data-steps", String(steps));
    await expect(lab.picture).toHaveAttribute("data-phase", "paused");
  }
  // A scrub of t asks for another picture and trains nothing.
  await lab.page.locator(".stepper-scrub").fill("5");
  await lab.settled();
  await expect(lab.picture).toHaveAttribute("data-steps", "100");
  await expect(lab.picture).toHaveAttribute("data-changed", "false");

  await press(lab, "resume");
  await expect(lab.picture).toHaveAttribute("data-phase", "running");
  await lab.page.locator("[data-stage=elbo]").click();
  await lab.settled();
  await lab.page.locator("[data-stage=train]").click();
  await expect.poll(async () => Number(await lab.picture.getAttribute("data-steps"))).toBeGreaterThan(150);
  await press(lab, "pause");
  await expect(lab.picture).toHaveAttribute("data-phase", "paused");
  const rested = Number(await lab.picture.getAttribute("data-steps"));
  await lab.settled();
  await lab.page.waitForTimeout(300);
  expect(Number(await lab.picture.getAttribute("data-steps"))).toBe(rested);

  await set(lab.page, "width", 16);
  await expect(lab.picture).toHaveAttribute("data-changed", "true");
  await expect(lab.page.locator(".run-changed")).toHaveText(words.changedIdle);
  await press(lab, "reset");
  await expect(lab.picture).toHaveAttribute("data-phase", "untrained");
  expect(await numbers(lab, "losses")).toEqual([]);
});

test("a saved network read back is the same field; a damaged one is refused and changes nothing", async ({ lab }) => {
  await open(lab);
  await press(lab, "start");
  await finished(lab);
  await lab.settled();
  const learnt = await numbers(lab, "learned");
  expect(learnt.length).toBeGreaterThan(50);
  const saving = lab.page.waitForEvent("download");
  await press(lab, "save");
  const download = await saving;
  expect(download.suggestedFilename()).toBe(`denoiser-moons-${SMALL.trainSteps}.bin`);
  const bytes = readFileSync(await download.path());

  await press(lab, "reset");
  await expect.poll(() => numbers(lab, "learned")).toEqual([]);
  const file = (name: string, buffer: Buffer) =>
    lab.page.locator("[data-run=load] input").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await file("mine.bin", bytes);
  await expect(lab.picture).toHaveAttribute("data-file", "mine.bin");
  await lab.settled();
  expect(await numbers(lab, "learned")).toEqual(learnt);
  expect(Number(await lab.picture.getAttribute("data-samples"))).toBe(1000);

  const damaged = Buffer.from(bytes);
  damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 0xff;
  await file("broken.bin", damaged);
  await expect(lab.toast.filter({ hasText: "broken.bin was not loaded" })).toBeVisible();
  await lab.settled();
  await expect(lab.picture).toHaveAttribute("data-file", "mine.bin");
  expect(await numbers(lab, "learned")).toEqual(learnt);
});

test("a race trains both losses on the same draws; as printed is another training", async ({ lab }) => {
  await open(lab);
  await lab.page.locator(".control[data-field=race] input").click({ force: true });
  await press(lab, "start");
  await finished(lab);
  const [simple, elbo] = [await numbers(lab, "losses"), await numbers(lab, "otherLosses")];
  expect([simple.length, elbo.length]).toEqual([SMALL.trainSteps, SMALL.trainSteps]);
  expect(elbo).not.toEqual(simple);
  await expect(lab.page.locator(".stage-notes")).toContainText(words.raceNote);
  // Other data: the race stays a race, and what is shown is said to be of the old ones.
  await expect(lab.picture).toHaveAttribute("data-foreign", "false");
  await lab.choose("letters");
  await expect(lab.picture).toHaveAttribute("data-foreign", "true");
  await expect(lab.page.locator(".run-changed")).toHaveText(words.changedDataIdle);
  await expect(lab.page.locator(".control[data-field=race] input")).toBeChecked();
  await lab.undo();
  await expect(lab.picture).toHaveAttribute("data-foreign", "false");
  await lab.page.locator(".control[data-field=asPrinted] input").click({ force: true });
  await expect(lab.picture).toHaveAttribute("data-changed", "true");
  await press(lab, "anew");
  await expect(lab.page.locator(".stage-notes")).toContainText(words.printedNote);
  await finished(lab);
  expect(await numbers(lab, "losses")).not.toEqual(simple);
});
