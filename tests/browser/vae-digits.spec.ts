// Digits by diffusion in the page: sampled by the network that comes with it, scrubbed, guided, filled in, between two; trained on.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { digits as words } from "../../web/labs/vae/messages/digits.en.ts";
import model from "../../web/labs/vae/model.ts";
import { half, knownDigit } from "../../web/labs/vae/stages/digits/images.ts";
import { halfMask } from "../../web/labs/vae/stages/digits/mask.ts";
import { findings, inEach, LAYOUTS, shot, sideways } from "./support/eyes.ts";
import { expect, type Lab, test } from "./support/lab.ts";
import { stateLink } from "./support/state-link.ts";

const PIXELS = 64;
const TRAINED = 60_000;

async function set(page: Page, field: string, value: number): Promise<void> {
  const input = page.locator(`.control[data-field="${field}"] input:not([type=range])`);
  await input.fill(String(value));
  await input.press("Enter");
}

interface Read {
  readonly x: readonly number[];
  readonly x0: readonly number[];
  readonly times: readonly number[];
  readonly misses: readonly number[];
  readonly tookFirst: number;
  readonly tookLast: number;
}
const read = (lab: Lab) =>
  lab.picture.evaluate(
    (element) => (element as HTMLElement & { testReadings?: () => unknown }).testReadings?.() as unknown,
  ) as Promise<Read>;
const sample = ({ x }: Read, k: number) => x.slice(k * PIXELS, (k + 1) * PIXELS);

async function sampled(lab: Lab): Promise<Read> {
  await lab.settled();
  await expect(lab.picture).toHaveAttribute("data-phase", "done", { timeout: 30_000 });
  return read(lab);
}

async function open(lab: Lab, fields: Readonly<Record<string, unknown>>): Promise<Read> {
  await lab.load(await stateLink("vae", { preset: "samples", stage: "digits", ...fields }));
  return sampled(lab);
}

/** Largest difference of two lists, of one length. */
function apart(a: readonly number[], b: readonly number[]): number {
  expect(a.length).toBe(b.length);
  return Math.max(...a.map((value, k) => Math.abs(value - (b[k] ?? Number.NaN))));
}

test("a hundred digits without any training, scrubbed; seed and guidance change them, the link does not", async ({
  lab,
  page,
}) => {
  const first = await open(lab, { digitsCount: 100 });
  await expect(lab.picture).toHaveAttribute("data-network", "shipped");
  expect(first.x).toHaveLength(100 * PIXELS);
  expect(first.tookFirst).toBeLessThan(first.tookLast);
  const inkOf = ({ x }: Read) => x.reduce((sum, value) => sum + value, 0) / x.length;
  const outside = ({ x }: Read) => x.filter((value) => value < -0.15 || value > 1.15).length;
  // As much ink as the digits have; noise has half.
  const { images } = half(1);
  const ink = images.reduce((sum, value) => sum + value, 0) / images.length;
  expect(Math.abs(inkOf(first) - ink)).toBeLessThan(0.05);

  const scrub = page.locator(".stepper-scrub");
  await scrub.fill("0");
  await expect(lab.picture).toHaveAttribute("data-t", "200");
  const noise = await read(lab);
  expect(Math.abs(inkOf(noise) - 0.5)).toBeLessThan(0.05);
  expect(outside(first)).toBeLessThan(outside(noise) / 2);
  await scrub.fill("25");
  const midway = await read(lab);
  expect(midway.x0).not.toEqual(midway.x);
  const link = await lab.link();
  await page.locator("[data-play=forward]").click();
  await expect(lab.picture).toHaveAttribute("data-position", "26");
  await page.locator("[data-play=play]").click();
  await expect(lab.picture).toHaveAttribute("data-t", "0");
  expect((await read(lab)).x).toEqual(first.x);
  await lab.undo();
  await expect(lab.picture).toHaveAttribute("data-position", "26");

  await page.goto("about:blank");
  await lab.open("", link);
  const again = await sampled(lab);
  expect(again.x).toEqual(midway.x);
  expect(again.x0).toEqual(midway.x0);

  await page.locator("[data-play=last]").click();
  await set(page, "digitsGuidance", 4);
  const guided = await sampled(lab);
  expect(apart(guided.x, first.x)).toBeGreaterThan(0.1);
  await page.locator("[data-digits=seed]").click();
  const other = await sampled(lab);
  expect(apart(other.x, guided.x)).toBeGreaterThan(0.3);
  await lab.undo();
  expect((await sampled(lab)).x).toEqual(guided.x);
});

test("a picked sample is large, with its pixels in a table, and goes to a file", async ({ lab, page }) => {
  const all = await open(lab, { digitsCount: 20 });
  const canvas = page.locator(".stage-canvas");
  await canvas.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  const panel = page.locator(".digit-picked");
  await expect(panel).toBeVisible();
  await expect(panel.locator("h2")).toContainText("11");
  await panel.locator("summary").click();
  const cells = await panel.locator("table").first().locator("td").allTextContents();
  expect(cells.map((text) => Number(text.replace("−", "-")))).toEqual(
    sample(all, 10).map((value) => Number(value.toFixed(2))),
  );
  await page.keyboard.press("Escape");
  await canvas.focus();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();

  await page.locator(".export-open").click();
  // There are no own images.
  await expect(page.locator("[data-export=data]")).toHaveCount(0);
  const saving = page.waitForEvent("download");
  await page.locator("[data-export=samples]").click();
  const lines = readFileSync(await (await saving).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(21);
  expect(lines[11]?.split(",").slice(1).map(Number)).toEqual(sample(all, 10));
});

test("filling in keeps the known pixels, whatever is painted", async ({ lab, page }) => {
  const image = knownDigit(model.initial(), 13).pixels;
  const keeps = (read: Read, mask: readonly number[], kept: boolean) => {
    for (const k of [0, 3]) {
      const known = sample(read, k).filter((_, p) => mask[p] === 1);
      const wanted = image.filter((_, p) => mask[p] === 1);
      if (kept) expect(apart(known, wanted)).toBeLessThan(1e-6);
      else expect(apart(known, wanted)).toBeGreaterThan(0.05);
    }
  };
  const filled = await open(lab, { digitsView: "fill", digitsImage: 13, digitsFills: 6, digitsMethod: "ancestral" });
  keeps(filled, halfMask("top"), true);
  keeps(filled, halfMask("bottom"), false);
  await page.locator("[data-mask=left]").click();
  keeps(await sampled(lab), halfMask("left"), true);

  // A stroke hides known pixels, and is one step of undo.
  const box = await page.locator(".digit-mask").boundingBox();
  if (box === null) throw new Error("no mask");
  const at = (column: number, row: number) =>
    [box.x + ((column + 0.5) * box.width) / 8, box.y + ((row + 0.5) * box.height) / 8] as const;
  await page.mouse.move(...at(0, 3));
  await page.mouse.down();
  await page.mouse.move(...at(3, 3), { steps: 4 });
  await page.mouse.up();
  const holed = halfMask("left").map((known, p) => (p >= 24 && p < 28 ? 0 : known));
  await expect(page.locator(".digits-aside")).toContainText("28");
  keeps(await sampled(lab), holed, true);
  await lab.undo();
  await expect(page.locator(".digits-aside")).toContainText("32");
  await page.locator(".digit-mask").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.locator(".digits-aside")).toContainText("31");
  expect(await findings(page)).toEqual([]);
});

test("between two digits the ends lead back to these, and another can be chosen", async ({ lab, page }) => {
  const row = await open(lab, { digitsView: "between", digitsFrom: 3, digitsTo: 9, digitsBetween: 5 });
  const state = model.initial();
  const near = (a: readonly number[], b: readonly number[]) =>
    Math.sqrt(a.reduce((sum, value, p) => sum + (value - (b[p] ?? 0)) ** 2, 0));
  const [from, to] = [knownDigit(state, 3).pixels, knownDigit(state, 9).pixels];
  const misses = [near(sample(row, 0), from), near(sample(row, 4), to)];
  expect(apart(misses, row.misses)).toBeLessThan(1e-5);
  const between = near(from, to);
  for (const miss of misses) expect(miss).toBeLessThan(between / 3);
  // Halfway is neither.
  for (const end of [from, to]) expect(near(sample(row, 2), end)).toBeGreaterThan(between / 4);

  await page.locator("[data-end=to]").click();
  await page.locator("[data-gallery=class]").selectOption("7");
  await page.locator(".digit-choice").first().click();
  const other = await sampled(lab);
  expect(apart(sample(other, 0), sample(row, 0))).toBeLessThan(1e-6);
  expect(apart(sample(other, 4), sample(row, 4))).toBeGreaterThan(0.3);
  await page.locator(".control[data-field=digitsEnds] input[value=noise]").check();
  const noises = await sampled(lab);
  await expect(page.locator(".digit-gallery")).toHaveCount(0);
  expect(noises.misses).toEqual([]);
  expect(noises.x).toHaveLength(10 * 5 * PIXELS);
});

test("a training goes on from the page's weights, its network samples, and the page's comes back", async ({
  lab,
  page,
}) => {
  const shipped = await open(lab, { digitsCount: 10, digitsTrainSteps: 30, digitsBatch: 64, digitsRate: 0.01 });
  await page.locator(".digit-training > summary").click();
  await page.locator("[data-run=start]").click();
  await expect(lab.picture).toHaveAttribute("data-train-phase", "finished", { timeout: TRAINED });
  await expect(lab.picture).toHaveAttribute("data-train-steps", "30");
  expect((await read(lab)).x).toEqual(shipped.x);
  await page.locator("[data-run=use]").click();
  await expect(lab.picture).toHaveAttribute("data-network", "trained");
  const trained = await sampled(lab);
  expect(apart(trained.x, shipped.x)).toBeGreaterThan(0.05);
  await expect(page.locator(".run-status").first()).toContainText(words.status.trained.split(":")[0] ?? "");
  await page.locator("[data-digits=back]").click();
  await expect(lab.picture).toHaveAttribute("data-network", "shipped");
  expect((await sampled(lab)).x).toEqual(shipped.x);
});

test("every view leaves nobody out, and nothing sticks out sideways on any screen", async ({ lab, page }) => {
  test.setTimeout(120_000);
  await open(lab, { digitsPicked: 3 });
  for (const view of ["grid", "guidance", "between", "fill"] as const) {
    await page.locator(`input[name=stage-digitsView][value=${view}]`).check();
    await sampled(lab);
    await inEach(page, LAYOUTS, async (name, theme) => {
      expect(await sideways(page), `${view}, ${name}`).toBeLessThanOrEqual(0);
      await shot(page, theme, `vae-digits-${view}`, true);
    });
    expect(await findings(page), view).toEqual([]);
  }
});
